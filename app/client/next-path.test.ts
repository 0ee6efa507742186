import { describe, expect, it } from "vitest";
import { nextPath, withNext } from "./next-path.ts";

describe("where to go next", () => {
  it("is a path of ours, with its question", () => {
    expect(nextPath("/rooms/new?paused=1", "/")).toBe("/rooms/new?paused=1");
    expect(nextPath("/", "/rooms")).toBe("/");
  });

  it("comes back through an address unharmed", () => {
    const url = new URL(withNext("/sign-in", "/rooms/new?paused=1&x=ä"), "http://x");
    expect(nextPath(url.searchParams.get("next"), "/")).toBe("/rooms/new?paused=1&x=%C3%A4");
  });

  it("never carries a fragment, which may hold a secret", () => {
    expect(nextPath("/invite#secret", "/")).toBe("/invite");
  });

  it.each([
    null,
    undefined,
    "",
    "rooms",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "\\/elsewhere.example",
    "/\t/elsewhere.example",
    "/\n//elsewhere.example",
    " //elsewhere.example",
    "javascript:alert(1)",
    "//[",
    "http:/rooms",
    "/\u0000/../\\/elsewhere.example/..//",
  ])("is never elsewhere: %j", (asked) => {
    const next = nextPath(asked, "/safe");
    expect(new URL(next, "https://ours.example").origin).toBe("https://ours.example");
    expect(next.startsWith("/")).toBe(true);
  });
});
