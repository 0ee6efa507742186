import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { rebase, smallestEdit, type Edit, type TextDelta } from "./smallest-edit.ts";

const applied = (text: string, { at, remove, insert }: Edit) =>
  text.slice(0, at) + insert + text.slice(at + remove);

const emoji = fc.constantFrom("a", "a", "b", " ", "😀", "😁", "🙏", "é");
const texts = fc.array(emoji, { maxLength: 12 }).map((parts) => parts.join(""));

describe("the smallest edit", () => {
  it("P37 turns what was into what is, and never parts a surrogate pair", () => {
    const cases = fc.tuple(texts, texts, fc.nat(30));
    fc.assert(
      fc.property(cases, ([previous, next, caret]) => {
        const edit = smallestEdit(previous, next, Math.min(caret, next.length));
        if (!edit) {
          expect(next).toBe(previous);
          return;
        }
        expect(applied(previous, edit)).toBe(next);
        for (const part of [
          previous.slice(0, edit.at),
          previous.slice(edit.at, edit.at + edit.remove),
          edit.insert,
        ]) {
          expect(part).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("P37 is as small as the two texts allow", () => {
    expect(smallestEdit("teh cat sat", "the cat sat", 11)).toEqual({
      at: 1,
      remove: 2,
      insert: "he",
    });
    expect(smallestEdit("abc", "bc", 0)).toEqual({ at: 0, remove: 1, insert: "" });
  });

  it("P37 ends at the caret where it could be in several places", () => {
    for (const caret of [1, 2, 3, 4]) {
      expect(smallestEdit("aaa", "aaaa", caret)).toEqual({ at: caret - 1, remove: 0, insert: "a" });
    }
    for (const caret of [0, 1, 2, 3]) {
      expect(smallestEdit("aaaa", "aaa", caret)).toEqual({ at: caret, remove: 1, insert: "" });
    }
  });

  it("P37 takes an emoji for another whole, though they share one half", () => {
    expect(smallestEdit("a😀b", "a😁b", 3)).toEqual({ at: 1, remove: 2, insert: "😁" });
    expect(smallestEdit("😀", "🙏", 2)).toEqual({ at: 0, remove: 2, insert: "🙏" });
  });
});

describe("an edit made while the other writes", () => {
  /** What a text becomes when the other changes it, with what Yjs reports of it. */
  function changed(before: string, change: (text: Y.Text) => void) {
    const text = new Y.Doc().getText();
    text.insert(0, before);
    const deltas: TextDelta[] = [];
    text.observe(({ delta }) => deltas.push(delta));
    change(text);
    return { text, deltas };
  }

  function write(text: Y.Text, edits: readonly Edit[]) {
    for (const { at, remove, insert } of edits) {
      text.delete(at, remove);
      text.insert(at, insert);
    }
    return text.toString();
  }

  it("P38 keeps what the other wrote before, within and after a word being composed", () => {
    const { text, deltas } = changed("We talk on Sunday.", (other) => {
      other.insert(0, "Perhaps: ");
      other.insert(other.toString().indexOf("lk"), "!");
      other.insert(other.length, " Yes");
    });
    const edit = smallestEdit("We talk on Sunday.", "We speak on Sunday.", 8);
    expect(edit).toEqual({ at: 3, remove: 3, insert: "spea" });
    if (!edit) return;
    expect(write(text, rebase(edit, 18, deltas))).toBe("Perhaps: We spea!k on Sunday. Yes");
  });

  it("P38 does not remove twice what the other removed", () => {
    const { text, deltas } = changed("one two three", (other) => other.delete(4, 6));
    const edit = { at: 4, remove: 3, insert: "2" };
    expect(write(text, rebase(edit, 13, deltas))).toBe("one 2ree");
  });

  it("P38 whatever the other does: their words stay, mine are there once, what I removed is gone", () => {
    const step = fc.record({
      at: fc.nat(20),
      remove: fc.nat(3),
      insert: fc.string({ unit: fc.constantFrom("X", "Y"), maxLength: 3 }),
    });
    const mine = fc.record({ at: fc.nat(20), remove: fc.nat(5), insert: fc.constant("mmm") });
    const base = fc.string({ unit: fc.constantFrom(..."abcdef"), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(base, mine, fc.array(step, { maxLength: 5 }), (before, raw, steps) => {
        const at = Math.min(raw.at, before.length);
        const edit = { ...raw, at, remove: Math.min(raw.remove, before.length - at) };
        const { text, deltas } = changed(before, (other) => {
          for (const { at: place, remove, insert } of steps) {
            const from = Math.min(place, other.length);
            other.delete(from, Math.min(remove, other.length - from));
            other.insert(from, insert);
          }
        });
        const theirs = text.toString();
        const result = write(text, rebase(edit, before.length, deltas));
        const capitals = (words: string) => words.replace(/[^XY]/g, "");
        expect(capitals(result)).toBe(capitals(theirs));
        expect(result.split("mmm")).toHaveLength(2);
        expect(result.length).toBeGreaterThanOrEqual(theirs.length + 3 - edit.remove);
        if (steps.length === 0) expect(result).toBe(applied(before, edit));
      }),
      { numRuns: 2000 },
    );
  });
});
