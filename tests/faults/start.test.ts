import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../support/running-server.ts";

type End = { readonly code: number | null; readonly said: string };

/** Starts the built server and waits for its end. */
function startAndEnd(variables: Readonly<Record<string, string>>): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["build/server.js"], {
      env: { ...process.env, NODE_ENV: "production", PORT: "0", ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => resolve({ code, said }));
  });
}

describe("starting the server", () => {
  let directory: string;
  let kept: Record<string, string>;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "start-"));
    kept = {
      DATABASE_URL: `file:${path.join(directory, "threshold.db")}`,
      SECRETS_FILE: path.join(directory, "secrets.json"),
    };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("refuses a bad setting in one sentence", async () => {
    const { code, said } = await startAndEnd({ ...kept, PORT: "eighty" });
    expect({ code, said }).toEqual({ code: 1, said: "PORT must be a number from 0 to 65535.\n" });
  });

  it("refuses a broken database in one sentence, and leaves it as it is", async () => {
    const file = path.join(directory, "threshold.db");
    writeFileSync(file, "torn ".repeat(1000));
    const { code, said } = await startAndEnd(kept);
    expect(code).toBe(1);
    expect(said.trim().split("\n")).toEqual([expect.stringContaining("is not an SQLite database")]);
    expect(readFileSync(file, "utf8")).toBe("torn ".repeat(1000));
  });

  it("says so when the port is taken", async () => {
    const server = await startServer();
    const { port } = new URL(server.origin);
    const { code, said } = await startAndEnd({ ...kept, HOST: "localhost", PORT: port });
    await server.remove();
    expect({ code, said }).toEqual({
      code: 1,
      said: "Another program uses this PORT. Set PORT to a free one.\n",
    });
  });

  it("answers, stays up after nonsense, and ends cleanly on SIGTERM", async () => {
    const server = await startServer();
    for (const [path, init] of [
      ["/api/gate", { method: "POST", body: "{" }],
      ["/api/rooms/../../etc", {}],
      ["/api/versions/%00", {}],
      ["/room/%E0%A4%A", {}],
      ["/api/invitation/look", { method: "POST", body: JSON.stringify({ token: 7 }) }],
    ] as const) {
      const response = await fetch(server.origin + path, {
        headers: { origin: server.origin },
        ...init,
      });
      expect([path, response.status < 500]).toEqual([path, true]);
    }
    const { hostname, port } = new URL(server.origin);
    for (const [status, method, path, host] of [
      [405, "TRACE", "/", hostname],
      [405, "TRACE", "/api/account", hostname],
      [404, "GET", "/api/account?_data=x", hostname],
      [400, "GET", "/", "a b"],
      [400, "POST", "/api/gate", "[::"],
    ] as const) {
      const headers = { host, "content-type": "application/json" };
      const asking = request({ hostname, port, method, path, headers, agent: false }).end();
      const answered = await once(asking, "response");
      const [{ statusCode }] = answered as [IncomingMessage];
      expect([method, path, host, statusCode]).toEqual([method, path, host, status]);
    }
    expect(server.output().trim().split("\n")).toHaveLength(1);
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe("ok");
    expect(await server.stop()).toBe(0);
    await server.remove();
  });
});
