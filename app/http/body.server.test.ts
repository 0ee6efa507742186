import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readBody } from "./body.server.ts";

const schema = z.object({ word: z.string() });
const MEBIBYTE = 1024 * 1024;

/** What a guard throws as its response: status and code. */
async function refusalOf(work: Promise<unknown>): Promise<{ status: number; code: unknown }> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("nothing was refused");
  const body: unknown = await thrown.json();
  const code = typeof body === "object" && body && "code" in body ? body.code : null;
  return { status: thrown.status, code };
}

const post = (body: string) => new Request("http://here/", { method: "POST", body });

describe("the body of a request", () => {
  it("is read as its schema says", async () => {
    expect(await readBody(post('{"word":"heron"}'), schema)).toEqual({ word: "heron" });
  });

  it.each(["", "{", "[]", '{"word":1}'])("is refused when it is %o", async (body) => {
    expect(await refusalOf(readBody(post(body), schema))).toEqual({
      status: 400,
      code: "bad-request",
    });
  });

  it.each([3, 20])("is refused as too large at %d MiB", async (size) => {
    const body = JSON.stringify({ word: "x".repeat(size * MEBIBYTE) });
    expect(await refusalOf(readBody(post(body), schema))).toEqual({
      status: 413,
      code: "too-large",
    });
  });
});
