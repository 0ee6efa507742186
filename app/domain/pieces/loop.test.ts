import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guideBody, type Guide } from "./guides.ts";
import { drawLoop, loopIn, type LoopBox } from "./loop.ts";

const FIELDS = [
  { id: "issue", type: "text", label: "", help: "", heading: "What it is about" },
  { id: "round", type: "lines", label: "", help: "", heading: "How it goes round" },
  { id: "step-out", type: "text", label: "", help: "", heading: "Where I could step out" },
  { id: "name", type: "text", label: "", help: "", heading: "A name for it" },
] as unknown as Guide["fields"];

const bodyOf = (answers: Record<string, string>) =>
  guideBody({ fields: FIELDS }, "all", { text: (id) => answers[id] ?? "", chosen: () => [] });

describe("the loop", () => {
  it("P80 is read from the letter that its guide makes", () => {
    const round = "I ask where you were\nYou go quiet\nI ask again, louder";
    const body = bodyOf({
      issue: "Evenings",
      round,
      "step-out": "I could wait.",
      name: "The nine",
    });
    expect(loopIn(body, { fields: FIELDS })).toEqual({
      steps: ["I ask where you were", "You go quiet", "I ask again, louder"],
      stepOut: "I could wait.",
      name: "The nine",
    });
    expect(loopIn(bodyOf({ round: "One step" }), { fields: FIELDS }), "no round").toBeNull();
    expect(loopIn(bodyOf({ issue: round }), { fields: FIELDS })).toBeNull();
  });

  it("P80 is drawn with every step in its place, none over another, each leading to the next", () => {
    const words = fc.oneof(
      fc.lorem({ maxCount: 12 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 9 }), words, (steps, stepOut) => {
        const drawing = drawLoop({ steps, stepOut, name: "" });
        const { boxes, arrows, out, width, height } = drawing;
        expect(boxes).toHaveLength(steps.length);
        expect(arrows).toHaveLength(steps.length);
        const all: LoopBox[] = out ? [...boxes, out] : [...boxes];
        for (const box of all) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
        all.forEach((a, i) =>
          all.slice(i + 1).forEach((b) => {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }),
        );
      }),
    );
  });

  it("P80 holds the words of a step, in lines that fit", () => {
    const step = "I say that it is late, and that I had waited";
    const { boxes } = drawLoop({ steps: [step, "You leave"], stepOut: "", name: "" });
    expect(boxes[0]?.lines.join(" ")).toBe(step);
    for (const line of boxes[0]?.lines ?? []) expect(line.length).toBeLessThanOrEqual(17);
  });
});
