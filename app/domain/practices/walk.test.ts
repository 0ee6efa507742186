import { describe, expect, it } from "vitest";
import { emptyIndex, indexSchema, type Index } from "../index-schema.ts";
import { stepped, suggestion, walkOf, type Step } from "./walk.ts";

const AN_ID = "AAAAAAAAAAAAAAAAAAAAAA";
const guided = (guide: string) => [{ kind: "letter" as const, guide, says: "x" }];
const practices = [
  { id: "one", place: 1, before: [], opens: guided("form-one") },
  { id: "two", place: 2, before: ["one"], opens: guided("form-two") },
  { id: "three", place: 3, before: [], opens: [{ kind: "plan" as const, says: "x" }] },
  { id: "beside", place: null, before: [], opens: guided("form-beside") },
];

const after = (...steps: Step[]): Index => steps.reduce(stepped, emptyIndex());
const walked = (...steps: Step[]) => walkOf(after(...steps), practices);
const next = (...steps: Step[]) => suggestion(practices, walked(...steps))?.id ?? null;

describe("the walk", () => {
  it("T3 suggests the first place whose earlier ones lie behind, and none that is hidden", () => {
    expect(next()).toBe("one");
    expect(next({ is: "went", practice: "one" })).toBe("two");
    expect(next({ is: "went", practice: "three" })).toBe("one");
    expect(next({ is: "hid", practice: "one" })).toBe("two");
    expect(next({ is: "hid", practice: "one" }, { is: "showed", practice: "one" })).toBe("one");
  });

  it("T3 suggests nothing at its end, and what stands beside it never", () => {
    expect(
      next(
        { is: "went", practice: "one" },
        { is: "hid", practice: "two" },
        { is: "went", practice: "three" },
      ),
    ).toBeNull();
  });

  it("T3 counts what was written from the menu, until one takes the mark off", () => {
    const index = indexSchema.parse({
      ...emptyIndex(),
      pieces: {
        [AN_ID]: {
          kind: "letter",
          title: "",
          room: AN_ID,
          form: "form-one",
        },
      },
    });
    expect([...walkOf(index, practices).been]).toEqual(["one"]);
    const unmarked = stepped(index, { is: "unmarked", practice: "one" });
    expect([...walkOf(unmarked, practices).been]).toEqual([]);
    const again = stepped(unmarked, { is: "went", practice: "one" });
    expect([...walkOf(again, practices).been]).toEqual(["one"]);
  });

  it("T3 does not count what the other wrote, however often I opened it", () => {
    const index = indexSchema.parse({
      ...emptyIndex(),
      pieces: {
        [AN_ID]: {
          kind: "letter",
          title: "",
          room: AN_ID,
          form: "form-one",
          openedVersion: AN_ID,
        },
      },
    });
    expect([...walkOf(index, practices).been]).toEqual([]);
  });

  it("T3 keeps no day and no number: going twice is going once", () => {
    const once = after({ is: "went", practice: "one" });
    expect(stepped(once, { is: "went", practice: "one" })).toBe(once);
    expect(once.walk).toEqual({ been: ["one"], left: [] });
    expect(indexSchema.parse(once)).toEqual(once);
  });

  it("T3 remembers what was waved away, and that practices are out of the room", () => {
    const { waved, away } = walked({ is: "waved", practice: "one" }, { is: "put-away" });
    expect([...waved]).toEqual(["one"]);
    expect(away).toBe(true);
    expect(walked({ is: "put-away" }, { is: "brought-back" }).away).toBe(false);
  });
});
