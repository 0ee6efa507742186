import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOrderKey, keyAt, keyBetween, type OrderKey } from "./order.ts";

/** A list made by putting lines in at these places, one after the other. */
function listOf(places: readonly number[]): readonly { readonly at: OrderKey }[] {
  const lines: { at: OrderKey }[] = [];
  for (const wanted of places) {
    const place = wanted % (lines.length + 1);
    lines.splice(place, 0, { at: keyAt(lines, place) });
  }
  return lines;
}

const places = fc.array(fc.nat(1_000), { maxLength: 60 });

describe("keys of order", () => {
  it("P51 a list put together in any order has keys that grow", () => {
    fc.assert(
      fc.property(places, (wanted) => {
        const keys = listOf(wanted).map(({ at }) => at);
        expect(keys.every(isOrderKey)).toBe(true);
        expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it("P51 between any two keys there is one more", () => {
    fc.assert(
      fc.property(places, fc.nat(), (wanted, which) => {
        const keys = [null, ...listOf(wanted).map(({ at }) => at), null];
        const i = which % (keys.length - 1);
        const [before = null, after = null] = keys.slice(i, i + 2);
        const between = keyBetween(before, after);
        expect(before === null || before < between).toBe(true);
        expect(after === null || between < after).toBe(true);
      }),
    );
  });

  it("P51 among lines that two devices gave one key a line goes behind both", () => {
    const at = keyBetween(null, null);
    const after = keyBetween(at, null);
    const lines = [{ at }, { at }, { at: after }];
    const key = keyAt(lines, 1);
    expect(at < key && key < after).toBe(true);
    expect(keyAt([{ at }, { at }], 2) > at).toBe(true);
  });

  it("P51 lines without a place stand first, and a line that is put among them comes after them", () => {
    const at = keyBetween(null, null);
    for (const place of [0, 1, 2]) {
      const key = keyAt([{ at: "" }, { at: "" }, { at }], place);
      expect(isOrderKey(key) && key < at).toBe(true);
    }
    expect(keyAt([{ at: "" }], 1)).toBe(at);
  });

  it("P51 a line that is moved to one end again and again still has a key", () => {
    let key: OrderKey | null = null;
    for (let i = 0; i < 1_000; i++) key = keyBetween(null, key);
    expect(isOrderKey(key)).toBe(true);
    for (let i = 0; i < 1_000; i++) key = keyBetween(key, null);
    expect(isOrderKey(key)).toBe(true);
  });
});
