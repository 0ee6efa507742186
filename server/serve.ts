import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Env } from "./env.ts";
import { createHttp } from "./http.ts";
import type { Pages } from "./remix.ts";
import { routeUpgrades } from "./upgrade.ts";
import { createWorld, type Ports } from "./world.ts";

/** A server that is ready to listen. */
export type Serving = {
  /** Resolves with the port once anybody can come in. Rejects if the address cannot be had. */
  readonly listen: () => Promise<number>;
  /** Acknowledges what has arrived, lets everybody go, and resolves once nobody is left. */
  readonly close: () => Promise<void>;
};

/** How long a request may take to finish once the server has been told to stop, in milliseconds. */
const PATIENCE = 5_000;

/** The whole server: the world, its pages and its sockets. A test may replace clock and pages. */
export async function serve(
  env: Env,
  logger: Logger,
  replaced: { readonly ports?: Ports; readonly pages?: Pages } = {},
): Promise<Serving> {
  const world = await createWorld(env, logger, replaced.ports);
  const server = await createHttp(world, env, logger, replaced.pages);
  world.attach(server);
  const sockets = routeUpgrades(server, world, env.mode === "development");
  return {
    listen: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(env.port, env.host, resolve);
      });
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await world.close();
      sockets.close();
      setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
      server.closeIdleConnections();
      await stopped;
    },
  };
}
