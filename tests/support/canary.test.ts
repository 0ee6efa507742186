import { describe, expect, it } from "vitest";
import { canary, tells } from "./canary.ts";

describe("the search for a canary", () => {
  const phrase = canary("the garden gate");

  it.each([
    ["as it is", Buffer.from(`before ${phrase} after`)],
    ["in UTF-16", Buffer.from(phrase, "utf16le")],
    ["in base64", Buffer.from(JSON.stringify({ a: Buffer.from(`x${phrase}`).toString("base64") }))],
    ["in base64url", Buffer.from(Buffer.from(`éé${phrase}`).toString("base64url"))],
    ["behind other base64", Buffer.from(`ab${Buffer.from(phrase).toString("base64url")}`)],
  ])("finds it %s", (_how, bytes) => {
    expect(tells(bytes, phrase)).toBe(true);
  });

  it("does not find what is not there", () => {
    expect(tells(Buffer.from(`${canary("the garden gate")} and more`), phrase)).toBe(false);
  });
});
