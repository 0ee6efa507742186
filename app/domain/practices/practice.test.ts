import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readPracticeFile } from "#server/setup/practice-files.ts";
import { readPractices, THEMES, wordsOf, type Practice } from "./practice.ts";

const FOLDER = "content/practices";
const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER).map((name) => [
    `/${FOLDER}/${name}`,
    readFileSync(`${FOLDER}/${name}`, "utf8"),
  ]),
);
const kinds = z.object({ id: z.string(), kind: z.enum(["letter", "forgiveness"]) });
const guides = readdirSync("content/guides").map((name) =>
  kinds.parse(JSON.parse(readFileSync(`content/guides/${name}`, "utf8"))),
);

const read = (files: ReadonlyMap<string, string>): readonly Practice[] =>
  readPractices(
    Object.fromEntries([...files].map(([path, text]) => [path, readPracticeFile(path, text)])),
    guides,
  );

const PATH = `/${FOLDER}/my-part.md`;
const text = texts.get(PATH) ?? "";
/** All of ours, with one of them changed. */
const changed = (from: string | RegExp, to: string, path = PATH) => {
  const before = texts.get(path) ?? "";
  const after = before.replace(from, to);
  expect(after, `${String(from)} is in ${path}`).not.toBe(before);
  return () => read(new Map([...texts, [path, after]]));
};

describe("the practices", () => {
  it("T1 are one for each theme, in an order of the walk, and four beside it", () => {
    const ours = read(texts);
    expect(ours).toHaveLength(17);
    expect(ours.flatMap(({ theme }) => theme ?? []).toSorted()).toEqual([...THEMES].sort());
    expect(ours.flatMap(({ place }) => place ?? [])).toEqual(THEMES.map((_, at) => at + 1));
    expect(ours.filter(({ theme }) => theme === null).map(({ id }) => id)).toEqual([
      "ending-well",
      "hopes",
      "pause-plan",
      "quiet-yes",
    ]);
    const at = (id: string) => ours.findIndex((one) => one.id === id);
    expect(ours.slice(0, 3).map(({ id }) => id)).toEqual(["my-part", "said-once", "what-i-need"]);
    expect(at("asking-and-giving")).toBe(11);
    expect(at("two-answers")).toBe(12);
  });

  it("T1 say when they are better left alone, and of each finding what it does not show", () => {
    for (const { id, care, evidence } of read(texts)) {
      expect(care.length, id).toBeGreaterThan(0);
      for (const { not, sure, sources } of evidence) {
        expect(not.length, id).toBeGreaterThan(20);
        expect(sure === "none" || sources.length > 0, id).toBe(true);
      }
    }
  });

  it("T1 speak to anybody: no gender, no romance, no scores, nothing loud", () => {
    const all = [...texts.values()].join("\n");
    for (const word of ["he", "she", "his", "her", "him", "husband", "wife", "partner", "ex"]) {
      expect(all).not.toMatch(new RegExp(`\\b${word}\\b`, "i"));
    }
    expect(all).not.toMatch(/\b(streak|points?|overdue|trigger|closure|toxic|heal)\b/i);
    expect(all).not.toContain("!");
  });

  it("T1 are easy to read", () => {
    for (const practice of read(texts)) {
      const said = [
        practice.lead,
        practice.because,
        ...practice.care,
        ...practice.body.flatMap((one) =>
          one.is === "list"
            ? one.items.map(wordsOf)
            : one.is === "paragraph"
              ? [wordsOf(one.of)]
              : [],
        ),
      ].join(" ");
      expect(gradeOf(said), practice.id).toBeLessThanOrEqual(7);
    }
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ["no front matter", /^---\n/, "", /no front matter/],
    ["front matter that is none", "id: my-part", "id: [", /./],
    ["a theme of no article", "theme: Reflecting on past mistakes", "theme: Luck", /about\.theme/],
    ["no time", "minutes: 20\n", "", /about\.minutes/],
    ["a depth that there is not", "depth: 2", "depth: 4", /about\.depth/],
    ["an exclamation mark", "no bigger", "no bigger!", /exclamation mark[\s\S]*about\.lead/],
    ["nothing of when to leave it", /care:\n( {2}- .*\n)+/, "care: []\n", /about\.care/],
    ["a finding without what it does not show", / {4}not: .*\n/, "", /about\.evidence\[0\]\.not/],
    ["a source without encryption", "https://doi.org", "http://doi.org", /sources\[1\]\.url/],
    ["no version", /^version: \d+\n/m, "", /about\.version/],
    ["something that no practice has", /^version: \d+$/m, "version: 9\nscore: 5", /score/],
    ["a guide that there is not", "guide: my-part", "guide: none", /opens: no such guide: none/],
    ["a kind that is not the guide’s", "kind: letter", "kind: forgiveness", /opens: my-part is of/],
    ["a practice before it that there is not", "before: []", "before: [none]", /before: no such/],
    [
      "one before it that comes later",
      "before: []",
      "before: [promise]",
      /before: promise comes later/,
    ],
    ["a place that is taken", "place: 1", "place: 2", /place: a place twice/],
    ["another file’s name", "id: my-part", "id: other", /id: not the file's name/],
    ["no steps", "## The steps", "## Steps", /heading 2 is not “The steps”[\s\S]*body/],
    ["HTML", "## Afterwards", "<b>now</b>", /html\w+ has no place here/],
    ["a picture", "Leave it for a day.", "![x](https://example.org/x.png)", /no place here/],
    ["a link that is a script", "Leave it for a day.", "[x](javascript:1)", /address[\s\S]*body/],
    [
      "a loud word in its body",
      "Leave it for a day.",
      "Leave it now!",
      /exclamation mark[\s\S]*body/,
    ],
  ])("T1 are refused with %s, and the file and the field are named", (_what, from, to, says) => {
    const reading = changed(from, to);
    expect(reading).toThrow(PATH);
    expect(reading).toThrow(says);
  });

  it("T2 keep their words: a published version is never changed without another number", () => {
    const kept = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync("tests/fixtures/practices/versions.json", "utf8")));
    const now = read(texts).map(({ id, version }) => {
      const words = texts.get(`/${FOLDER}/${id}.md`) ?? "";
      return [`${id} ${version}`, createHash("sha256").update(words).digest("hex")] as const;
    });
    // What is new is put into the file by hand; what is there is never changed or taken out.
    for (const [name, digest] of now) expect({ [name]: kept[name] }).toEqual({ [name]: digest });
    const newest = (id: string) =>
      Math.max(
        ...Object.keys(kept).flatMap((name) =>
          name.startsWith(`${id} `) ? Number(name.split(" ")[1]) : [],
        ),
      );
    for (const { id, version } of read(texts)) expect(newest(id), id).toBe(version);
  });

  it("T1 read their body as words, emphasis, lists and links, and nothing else", () => {
    const { body } = readPracticeFile(
      "x.md",
      "---\nid: x\n---\n\n## Why\n\nA *b* **c**\nd \\* [e](/help).\n\n1. one\n2. two\n",
    );
    expect(body).toEqual([
      { is: "heading", of: ["Why"] },
      {
        is: "paragraph",
        of: [
          "A ",
          { is: "em", of: ["b"] },
          " ",
          { is: "strong", of: ["c"] },
          " d * ",
          { is: "link", to: "/help", of: ["e"] },
          ".",
        ],
      },
      { is: "list", ordered: true, items: [["one"], ["two"]] },
    ]);
    expect(text).toContain("## Why");
  });
});

/** The grade of Flesch and Kincaid, with syllables counted roughly: 7 is read at about twelve. */
function gradeOf(said: string): number {
  const sentences = said.split(/[.?:;]+\s|$/).filter((one) => one.trim() !== "").length;
  const words = said.match(/[a-z’']+/gi) ?? [];
  const syllables = words
    .map((word) => word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "x"))
    .reduce((sum, word) => sum + Math.max(word.match(/[aeiouy]{1,2}/g)?.length ?? 0, 1), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
