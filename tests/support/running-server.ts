import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** The production build, running as a process of its own on a database of its own. */
export type RunningServer = {
  readonly origin: string;
  readonly dataDirectory: string;
  /** Everything that it has ever printed. */
  readonly output: () => string;
  /** Every byte that it keeps: database, its log, secrets. */
  readonly kept: () => Buffer;
  /** Ends it as a system would, and waits until it is gone. Answers with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address on the same database. */
  readonly startAgain: () => Promise<void>;
  /** Makes it this time there, in milliseconds since 1970; only of a server whose clock can be moved. */
  readonly setClock: (now: number) => Promise<void>;
  /** Stops it and deletes what it kept. */
  readonly remove: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function startServer(
  variables: Readonly<Record<string, string>> = {},
  /** Its clock can be moved; all else is as it is built. */
  { movable = false }: { readonly movable?: boolean } = {},
): Promise<RunningServer> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "threshold-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let output = "";
  let child: ChildProcess | null = null;

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const clock = movable ? ["--import", "./tests/demo/calendar.mjs"] : [];
      const slow = process.env.SLOW ? ["--import", "./tests/support/slow-answers.mjs"] : [];
      const started = spawn(process.execPath, [...clock, ...slow, "build/server.js"], {
        env: {
          ...process.env,
          NODE_ENV: "production",
          HOST: "localhost",
          PORT: String(port),
          DATABASE_URL: `file:${path.join(dataDirectory, "threshold.db")}`,
          SECRETS_FILE: path.join(dataDirectory, "secrets.json"),
          LOG_LEVEL: "debug",
          ...variables,
        },
        stdio: ["ignore", "pipe", "pipe", ...(movable ? (["ipc"] as const) : [])],
      });
      child = started;
      const hear = (chunk: Buffer) => {
        output += chunk.toString("utf8");
        if (output.includes("Threshold is open at")) resolve();
      };
      started.stdout?.on("data", hear);
      started.stderr?.on("data", hear);
      started.once("exit", (code) => reject(new Error(`the server ended (${code}): ${output}`)));
    });

  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return running?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => running.once("exit", resolve));
    running.kill(signal);
    return gone;
  };

  await start();
  return {
    origin,
    dataDirectory,
    output: () => output,
    kept: () => {
      if (!existsSync(dataDirectory)) return Buffer.alloc(0);
      // But SQLite's map of its own log (-shm), which holds no content and changes with every reading.
      const names = readdirSync(dataDirectory).filter((name) => !name.endsWith("-shm"));
      return Buffer.concat(names.map((name) => readFileSync(path.join(dataDirectory, name))));
    },
    stop: () => end("SIGTERM"),
    kill: async () => {
      await end("SIGKILL");
    },
    startAgain: async () => {
      output = output.replaceAll("Threshold is open at", "Threshold was open at");
      await start();
    },
    setClock: async (now) => {
      if (!child?.send) throw new Error("this server's clock cannot be moved");
      const heard = once(child, "message");
      child.send({ daysAgo: (Date.now() - now) / DAY_MS });
      await heard;
    },
    remove: async () => {
      await end("SIGTERM");
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
