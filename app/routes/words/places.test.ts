import { describe, expect, it } from "vitest";
import { twoPlaces } from "./places.ts";

describe("the two places that are asked for", () => {
  it("are always different, in order, and can be any two of the twelve", () => {
    const seen = new Set<string>();
    for (let a = 0; a < 12; a++) {
      for (let b = 0; b < 11; b++) {
        const numbers = [(a + 0.5) / 12, (b + 0.5) / 11];
        const [first, second] = twoPlaces(() => numbers.shift() ?? 0);
        expect(first).toBeLessThan(second);
        seen.add(`${first} ${second}`);
      }
    }
    expect(seen.size).toBe((12 * 11) / 2);
  });
});
