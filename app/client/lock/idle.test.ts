import { describe, expect, it } from "vitest";
import { idleTime } from "./idle.ts";

function world() {
  let now = 1_000_000;
  let last = 0;
  const shared = { last: () => last, set: (at: number) => void (last = at) };
  return {
    tab: () => idleTime({ now: () => now }, shared),
    pass: (minutes: number) => void (now += minutes * 60_000),
    shared,
  };
}

describe("the idle time", () => {
  it("begins when the page is opened", () => {
    const { tab, pass } = world();
    const here = tab();
    pass(0.9);
    expect(here.isTooLong(1)).toBe(false);
    pass(0.1);
    expect(here.isTooLong(1)).toBe(true);
    expect(here.isTooLong(10)).toBe(false);
  });

  it("begins again when somebody does something, in whichever tab", () => {
    const { tab, pass } = world();
    const here = tab();
    const there = tab();
    pass(9);
    there.active();
    pass(9);
    expect(here.isTooLong(10)).toBe(false);
    pass(1);
    expect(here.isTooLong(10)).toBe(true);
    expect(there.isTooLong(10)).toBe(true);
  });

  it("notes activity at most once a second", () => {
    const { tab, pass, shared } = world();
    const here = tab();
    expect(here.active()).toBe(true);
    const noted = shared.last();
    pass(0.01);
    expect(here.active()).toBe(false);
    expect(shared.last()).toBe(noted);
  });

  it("is not stopped by a time in the future, left by a clock that was set back", () => {
    const { tab, pass, shared } = world();
    const here = tab();
    shared.set(9_000_000_000);
    pass(60);
    expect(here.isTooLong(60)).toBe(true);
  });

  it("counts from now when the clock was set back under an open page", () => {
    const { tab, pass, shared } = world();
    const here = tab();
    shared.set(0);
    pass(-600);
    expect(here.isTooLong(10)).toBe(false);
    pass(10);
    expect(here.isTooLong(10)).toBe(true);
  });
});
