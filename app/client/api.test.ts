import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nodeApi } from "./api.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ends when it is told that nobody waits any more. */
const until = ({ signal }: RequestInit): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("nobody waits")));
  });

const MINUTE = 60_000;

describe("the way to the server", () => {
  it("is said to be cut when a server takes the request and never answers", async () => {
    const said = nodeApi("http://here.test", async (_path, init) => until(init)).post("/x", {});
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(await said).toEqual({ ok: false, refusal: { code: "offline" } });
  });

  it("is said to be cut when an answer begins and never ends", async () => {
    const api = nodeApi("http://here.test", async (_path, init) => {
      const body = new ReadableStream({
        start: (to) => void until(init).catch((e) => to.error(e)),
      });
      return new Response(body);
    });
    const said = api.get("/x");
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(await said).toEqual({ ok: false, refusal: { code: "offline" } });
  });

  it("lets what is large take its time", async () => {
    const api = nodeApi("http://here.test", async (_path, init) => {
      const arrived = new Promise<Response>((resolve) => {
        setTimeout(() => resolve(Response.json({ done: true })), 2 * MINUTE);
      });
      return Promise.race([arrived, until(init)]);
    });
    const said = api.post("/x", { sealed: "x".repeat(1024 * 1024) });
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(await said).toEqual({ ok: true, value: { done: true } });
  });

  it("tells an answer that is not ours from one that did not come, and waits no longer", async () => {
    for (const page of ["<!doctype html>", "", '{"cut'])
      for (const status of [200, 404, 500, 502]) {
        const said = nodeApi("http://here.test", async () => new Response(page, { status })).get(
          "/",
        );
        expect(await said).toEqual({ ok: false, refusal: { code: "fault" } });
      }
    expect(vi.getTimerCount()).toBe(0);
  });
});
