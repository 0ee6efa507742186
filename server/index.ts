import type { AddressInfo } from "node:net";
import pino from "pino";
import * as z from "zod";
import { SecretsRefused } from "./auth/secrets.ts";
import { BadEnvironment, readEnv } from "./env.ts";
import { createHttp } from "./http.ts";
import { DatabaseRefused } from "./store/migrate.ts";
import { routeUpgrades } from "./upgrade.ts";
import { createWorld } from "./world.ts";

z.config({ jitless: true }); // no code is made from text, here as in the browser

/** How long a request may take to finish once the server has been told to stop, in milliseconds. */
const PATIENCE = 5_000;

async function start(): Promise<void> {
  const env = readEnv(process.env);
  const logger = pino({ level: env.logLevel, base: null });
  const development = env.mode === "development";
  const world = await createWorld(env, logger);
  const server = await createHttp(world, env, logger);
  world.attach(server);
  const sockets = routeUpgrades(server, world, development);

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    await world.close();
    sockets.close();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
    server.closeIdleConnections();
    await stopped;
    process.exit(0);
  };
  // Before anybody can hear that it is open: a signal that comes then must find us ready.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void close());

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = env.host.includes(":") ? `[${env.host}]` : env.host;
  console.log(`Threshold is open at ${env.origin ?? `http://${host}:${port}`}`);
}

/** The faults that whoever starts the server can mend; each says how in one sentence. */
const SAID = [BadEnvironment, DatabaseRefused, SecretsRefused];

start().catch((error: unknown) => {
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (inUse) console.error("Another program uses this PORT. Set PORT to a free one.");
  else if (error instanceof Error && SAID.some((kind) => error instanceof kind))
    console.error(error.message);
  else console.error(error);
  process.exit(1);
});
