import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setDaysAgo } from "./calendar.mjs";

/** The production server in a process of its own, on a database that is gone when it ends. */
export type Product = {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly port: number;
  /** Makes it so many days ago, there and here. */
  readonly liveDaysAgo: (days: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Rejects with what the server said if it does not open. */
export async function startProduct(): Promise<Product> {
  const data = mkdtempSync(path.join(tmpdir(), "threshold-demo-"));
  const child = spawn(
    process.execPath,
    ["--import", "./tests/demo/calendar.mjs", "build/server.js"],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: "0",
        ORIGIN: "",
        DATABASE_URL: `file:${path.join(data, "threshold.db")}`,
        SECRETS_FILE: path.join(data, "secrets.json"),
        LOG_LEVEL: "error",
      },
      // In a group of its own, so that Ctrl+C reaches the demo first, which then ends it.
      detached: true,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    },
  );
  const ended = once(child, "exit");
  const remove = () => {
    child.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true });
  };
  process.once("exit", remove);
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    remove();
    process.off("exit", remove);
  };

  let said = "";
  const opened = new Promise<number>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const port = /open at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.once("exit", (code) => reject(new Error(`The server ended (${code}). ${said}`)));
  });
  try {
    const port = await opened;
    return {
      origin: `http://127.0.0.1:${port}`,
      port,
      liveDaysAgo: async (daysAgo) => {
        const heard = once(child, "message");
        child.send({ daysAgo });
        await heard;
        setDaysAgo(daysAgo);
      },
      close,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
