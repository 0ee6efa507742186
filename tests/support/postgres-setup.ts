import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { startCluster, type Cluster } from "./postgres-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers with the URL of this run's PostgreSQL, and starts it for the first who asks. */
    postgres: string;
  }
}

/** One PostgreSQL for a whole run of the tests, and none at all when no test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const desk = createServer((_request, response) => {
    cluster ??= startCluster({ durable: false });
    cluster.then(
      ({ url }) => response.end(url),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : "PostgreSQL did not start.");
      },
    );
  });
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  project.provide("postgres", `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    const started = await cluster?.catch(() => undefined);
    await started?.stop();
  };
}
