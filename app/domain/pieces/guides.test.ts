import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { QUESTIONS } from "./forms.ts";
import { guideBody, readGuides, type Answers, type Guide } from "./guides.ts";
import { letterBody, bodyText, type LetterBody } from "./letter.ts";

const filesIn = (folder: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => {
      const content: unknown = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
      return [`/${folder}/${name}`, content];
    }),
  );
const ours = () => readGuides(filesIn("content/guides"), filesIn("content/words"));
const texts = JSON.stringify([filesIn("content/guides"), filesIn("content/words")]);

const small = {
  id: "small",
  kind: "letter",
  shelf: "say",
  order: 1,
  name: "Small",
  lead: "A guide to test with.",
  minutes: { all: 2, short: 1 },
  fields: [
    { id: "what", type: "text", label: "What?", help: "What it is.", heading: "What it is" },
    { id: "felt", type: "words", list: "some", label: "Felt?", help: "Words.", heading: "Felt" },
    { id: "own", type: "mine", label: "For you?", help: "It stays." },
    {
      id: "close",
      type: "choice",
      label: "Close?",
      help: "Choose.",
      heading: "Close",
      choices: [
        { value: "no", label: "No", says: "No, not close." },
        { value: "yes", label: "Yes", says: "Yes, close." },
      ],
    },
    { id: "steps", type: "lines", label: "Steps?", help: "A line each.", heading: "Steps" },
  ],
  short: [
    { id: "what", label: "What?", starts: "It is" },
    { id: "felt", label: "Felt?", starts: "I felt" },
    { id: "more", label: "More?" },
  ],
};
const list = { id: "some", groups: [{ name: "Some", words: ["sad", "glad"] }] };

const read = (change: object = {}, path = "/content/guides/small.json") =>
  readGuides({ [path]: { ...small, ...change } }, { "/content/words/some.json": list });
const guide = (): Guide => read().guides[0] as Guide;

const answers = (
  text: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, readonly string[]>> = {},
): Answers => ({ text: (id) => text[id] ?? "", chosen: (id) => chosen[id] ?? [] });

const linesOf = (body: LetterBody) => bodyText(body).split("\n");

describe("a guide", () => {
  it("P65 is read when every part of it is as it must be, and ours are", () => {
    expect(guide().fields[0]).toMatchObject({ id: "what", optional: false });
    const { guides, lists } = ours();
    expect(guides.map(({ id }) => id)).toEqual([
      "say-it-well",
      "appreciation",
      "said-once",
      "my-part",
      "the-loop",
      "good-for-us-both",
      "promise",
      "release",
      "asking",
      "giving",
      "questions",
      "did-i-hear-you",
      "heard-or-nearly",
      "third-chair",
      "ending-well",
    ]);
    expect(lists.map(({ id }) => id)).toEqual(["feelings", "needs"]);
    for (const { id, short, minutes, openings } of guides) {
      const ways = Object.values(openings).flat();
      expect(ways.length, `${id} has ways to begin`).toBeGreaterThanOrEqual(12);
      if (id === QUESTIONS) continue;
      expect(short, `${id} has three lines`).toHaveLength(3);
      expect(minutes.short).toBeLessThan(minutes.all);
    }
  });

  it.each([
    ["a field of no known type", { fields: [{ ...small.fields[0], type: "rank" }] }, /fields\[0\]/],
    [
      "a name twice",
      { fields: [small.fields[0], small.fields[0]], short: undefined, minutes: { all: 2 } },
      /a name twice[\s\S]*fields\[1\]\.id/,
    ],
    ["an exclamation mark", { lead: "Well done!" }, /exclamation mark[\s\S]*lead/],
    ["a heading for what stays", { fields: [{ ...small.fields[2], heading: "x" }] }, /fields\[0\]/],
    [
      "a locked field among the three lines",
      { short: [{ id: "own", label: "x" }, ...small.short.slice(1)] },
      /short\[0\]\.id/,
    ],
    ["three lines without their minutes", { minutes: { all: 2 } }, /minutes\.short/],
    ["openings for a field that there is not", { openings: { none: ["I"] } }, /openings\.none/],
    ["an opening twice", { openings: { what: ["I"], felt: ["We", "I"] } }, /words twice/],
    ["something that no guide has", { script: "x" }, /script/],
    ["a list that there is not", { fields: withList("none") }, /small: fields: felt: no such list/],
  ])("P65 is refused with %s, and says where", (_what, change, says) => {
    expect(() => read(change)).toThrow(says);
  });

  it("P65 is refused under another file's name, and says which", () => {
    expect(() => read({}, "/content/guides/other.json")).toThrow(/guides\/other\.json: id/);
  });

  it("P65 speaks to anybody: no gender, no romance, nothing loud", () => {
    for (const word of ["he", "she", "his", "her", "him", "husband", "wife", "partner", "ex"]) {
      expect(texts).not.toMatch(new RegExp(`\\b${word}\\b`, "i"));
    }
    expect(texts).not.toContain("!");
  });
});

describe("the letter that a guide makes", () => {
  it("P66 has a heading and the answer for each question that was answered, in their order", () => {
    const body = guideBody(
      guide(),
      "all",
      answers(
        {
          what: "One thing.\n\n  And another.  ",
          steps: "first\nsecond",
          more: "of the three lines",
        },
        { felt: ["sad", "glad"], close: ["no"] },
      ),
    );
    expect(letterBody.parse(body)).toEqual(body);
    expect(linesOf(body)).toEqual([
      "What it is",
      "One thing.",
      "And another.",
      "Felt",
      "Sad, glad.",
      "Close",
      "No, not close.",
      "Steps",
      "first",
      "second",
    ]);
  });

  it("P66 has the lines alone in its short form, each beginning as it should", () => {
    const body = guideBody(
      guide(),
      "short",
      answers({ what: "one thing.\nMore of it.", more: "That is all.", steps: "not this" }),
    );
    expect(linesOf(body)).toEqual(["It is one thing.", "More of it.", "That is all."]);
  });

  it("P66 is one empty line without an answer", () => {
    const body = guideBody(guide(), "all", answers({ what: " \n " }));
    expect(body.content).toEqual([{ type: "paragraph" }]);
    expect(letterBody.parse(body)).toEqual(body);
  });

  it("P67 has nothing of what is locked, nor a choice that there is not", () => {
    const body = guideBody(guide(), "all", answers({ own: "hidden" }, { close: ["hidden"] }));
    expect(JSON.stringify(body)).not.toContain("hidden");
  });

  it("P67 takes no control characters from what was typed", () => {
    const body = guideBody(
      guide(),
      "all",
      answers({ what: "a\u0000b\u2028c" }, { felt: ["\u0007"] }),
    );
    expect(letterBody.parse(body)).toEqual(body);
    expect(linesOf(body)).toEqual(["What it is", "a b", "c"]);
  });
});

function withList(name: string) {
  return [{ ...small.fields[1], list: name }, small.fields[0]];
}
