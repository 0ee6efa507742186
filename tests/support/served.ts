import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { dataRoutes } from "./data-routes.ts";
import { newPlace } from "./place.ts";
import type { FromServed, ToServed } from "./served-process.ts";

/** In the repository, so that its packages are found. */
const SERVER = "node_modules/.threshold/served/served-process.mjs";

/** The running server, on a port and a database of its own, with a clock that only the test moves. */
export type Served = {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly setClock: (now: number) => Promise<void>;
  /** Ends it as a system would; it acknowledges what has arrived. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address, on the same database, at the same time. */
  readonly startAgain: () => Promise<void>;
  /** What it has reported: nothing, unless there is a fault. */
  readonly faults: readonly string[];
  /** Ends it and deletes what it kept. */
  readonly remove: () => Promise<void>;
};

/** Makes what {@link startServed} starts: server and data routes in one file, from source. */
export async function buildServed(): Promise<void> {
  const routes = await dataRoutes();
  const contents = [
    'import { serveHere } from "./tests/support/served-process.ts";',
    ...routes.map(({ file }, i) => `import * as route${i} from "./app/${file}";`),
    "await serveHere([",
    ...routes.map(
      ({ path: at, index }, i) =>
        `{ path: ${JSON.stringify(at)}, index: ${index}, module: route${i} },`,
    ),
    "]);",
  ].join("\n");
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    outfile: SERVER,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
}

/** Starts it, at this time. */
export async function startServed(now: number): Promise<Served> {
  const directory = newPlace("served");
  const databaseUrl = `file:${path.join(directory, "threshold.db")}`;
  const faults: string[] = [];
  let clock = now;
  let port = 0;
  let child: ChildProcess | null = null;

  function heard(message: FromServed): void {
    if ("fault" in message) faults.push(message.fault);
  }

  /** The first answer of this shape. Rejects if the server ends before. */
  const answered = <T extends FromServed>(
    from: ChildProcess,
    is: (said: FromServed) => said is T,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const listen = (said: FromServed) => {
        if (!is(said)) return;
        from.off("message", listen).off("exit", ended);
        resolve(said);
      };
      const ended = (code: number | null) => reject(new Error(`the server ended (${code})`));
      from.on("message", listen).once("exit", ended);
    });

  async function start(): Promise<void> {
    const started = fork(SERVER, {
      execArgv: [],
      env: {
        ...process.env,
        NODE_ENV: "test",
        HOST: "127.0.0.1",
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        SECRETS_FILE: path.join(directory, "secrets.json"),
        LOG_LEVEL: "error",
        NOW: String(clock),
      },
    });
    started.on("message", heard);
    child = started;
    const isOpen = (said: FromServed): said is { port: number } => "port" in said;
    ({ port } = await answered(started, isOpen));
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, "exit");
    running.kill(signal);
    await gone;
  }

  await start();
  return {
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    databaseUrl,
    setClock: async (to) => {
      clock = to;
      if (!child) throw new Error("the server is not running");
      const set = answered(
        child,
        (said): said is { now: number } => "now" in said && said.now === to,
      );
      child.send({ now: to } satisfies ToServed);
      await set;
    },
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    startAgain: start,
    faults,
    remove: async () => {
      await end("SIGKILL");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
