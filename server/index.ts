import pino from "pino";
import * as z from "zod";
import { SecretsRefused } from "./auth/secrets.ts";
import { BadEnvironment, readEnv } from "./env.ts";
import { serve } from "./serve.ts";
import { DatabaseRefused } from "./store/migrate.ts";

z.config({ jitless: true }); // no code is made from text, here as in the browser

async function start(): Promise<void> {
  const env = readEnv(process.env);
  const logger = pino({ level: env.logLevel, base: null });
  const { listen, close } = await serve(env, logger);

  let closing = false;
  const end = async () => {
    if (closing) return;
    closing = true;
    await close();
    process.exit(0);
  };
  // Before anybody can hear that it is open: a signal that comes then must find us ready.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());

  const port = await listen();
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
