import * as z from "zod";
import { formName, HEARD_OR_NEARLY, QUESTIONS } from "./forms.ts";
import type { LetterBlock, LetterBody, LetterListItem, LetterParagraph } from "./letter.ts";
import { withoutControls } from "./words.ts";

/**
 * Guides: questions that help to write a letter or a forgiveness note. A guide is data, in
 * content/guides. What is answered becomes a readable letter, never a questionnaire: each question has
 * a heading for its reader, and a locked one stays with its writer for good.
 */

/** What one answer may hold, in UTF-16 units. */
export const MAX_ANSWER = 8_000;
/** A guide asks no more than this. */
const MAX_FIELDS = 12;

const said = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((words) => words.trim() === words, "white space at the ends")
    .refine((words) => !words.includes("!"), "an exclamation mark");

const about = {
  id: formName,
  /** The question, to its writer. */
  label: said(120),
  /** What stands beside it. */
  help: said(300),
  optional: z.boolean().default(false),
};
/** What stands over the answer in the letter. */
const heading = said(80);
const choice = z.strictObject({
  value: formName,
  label: said(120),
  /** As it stands in the letter. */
  says: said(200),
});

const field = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), ...about, heading }),
  /** Words of a list to choose from, and words of one's own. */
  z.strictObject({ type: z.literal("words"), ...about, heading, list: formName }),
  z.strictObject({ type: z.literal("choice"), ...about, heading, choices: z.array(choice).min(2) }),
  /** Each line is a thing of its own. */
  z.strictObject({ type: z.literal("lines"), ...about, heading }),
  /** Stays with its writer: it has no place in the letter, and so no heading. */
  z.strictObject({ type: z.literal("mine"), ...about }),
]);

const short = z.strictObject({
  id: formName,
  label: said(120),
  /** The first words of the line in the letter; what is answered goes on from them. */
  starts: said(60).optional(),
});

const minutes = z.number().int().min(1).max(60);

/** Where it stands among what one can begin; `null` for what is begun from somewhere else. */
export const SHELVES = ["say", "look-back", "let-go", "asking", "giving"] as const;
export type Shelf = (typeof SHELVES)[number];

/** What is begun from a letter that it answers, and from no shelf. */
const BEGUN_FROM_A_LETTER: ReadonlySet<string> = new Set([QUESTIONS, HEARD_OR_NEARLY]);

const guide = z
  .strictObject({
    id: formName,
    kind: z.enum(["letter", "forgiveness"]),
    shelf: z.enum(SHELVES).nullable(),
    /** Its place on the shelf. */
    order: z.number().int().min(1),
    name: said(60),
    /** What it is for, in a sentence. */
    lead: said(200),
    minutes: z.strictObject({ all: minutes, short: minutes.optional() }),
    /** When it is better left alone. */
    care: said(300).optional(),
    /** Its writer may open a window for questions. */
    window: z.boolean().default(false),
    fields: z.array(field).min(2).max(MAX_FIELDS),
    /** The same in three lines. A line that has the name of a field is the same answer. */
    short: z.tuple([short, short, short]).optional(),
    /** For some of its fields, ways to begin a sentence. They show to whoever asks for them. */
    openings: z.record(formName, z.array(said(80)).min(1)).default({}),
  })
  .superRefine((read, context) => {
    const wrong = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    read.fields.forEach(({ id }, at) => {
      if (read.fields.findIndex((other) => other.id === id) !== at) {
        wrong("a name twice", ["fields", at, "id"]);
      }
    });
    read.short?.forEach(({ id }, at) => {
      const same = read.fields.find((other) => other.id === id);
      if (same && same.type !== "text" && same.type !== "words") {
        wrong("a line that cannot be this field", ["short", at, "id"]);
      }
    });
    const before = new Set<string>();
    for (const [id, ways] of Object.entries(read.openings)) {
      const one = read.fields.find((field) => field.id === id);
      if (!one || one.type === "choice") wrong("no field to write in", ["openings", id]);
      ways.forEach((words, at) => {
        if (before.has(words)) wrong("words twice", ["openings", id, at]);
        before.add(words);
      });
    }
    if ((read.short === undefined) !== (read.minutes.short === undefined)) {
      wrong("a short form has its minutes, and only it", ["minutes", "short"]);
    }
    if (BEGUN_FROM_A_LETTER.has(read.id) !== (read.shelf === null)) {
      wrong("what answers a letter is begun from it, all else from a shelf", ["shelf"]);
    }
  });

/** Words to choose from, in groups. */
const wordList = z.strictObject({
  id: formName,
  groups: z
    .array(z.strictObject({ name: said(60), words: z.array(said(40)).min(1) }))
    .min(1)
    .refine((groups) => {
      const all = groups.flatMap(({ words }) => words);
      return new Set(all).size === all.length;
    }, "a word twice"),
});

export type Guide = z.output<typeof guide>;
export type GuideField = Guide["fields"][number];
export type GuideLine = NonNullable<Guide["short"]>[number];
export type WordList = z.output<typeof wordList>;
export type Guides = { readonly guides: readonly Guide[]; readonly lists: readonly WordList[] };

/**
 * Reads guides, and the lists that they name, by path. Throws for one that is not as it must be, with
 * the path and the field: that is for the build and the start, not for who wants to write.
 */
export function readGuides(
  guideFiles: Readonly<Record<string, unknown>>,
  listFiles: Readonly<Record<string, unknown>>,
): Guides {
  const guides = readEach(guideFiles, guide);
  const lists = readEach(listFiles, wordList);
  for (const { id, fields } of guides) {
    for (const one of fields) {
      if (one.type === "words" && !lists.some((list) => list.id === one.list)) {
        throw new Error(`${id}: fields: ${one.id}: no such list: ${one.list}`);
      }
    }
  }
  return { guides: guides.toSorted((a, b) => a.order - b.order), lists };
}

function readEach<T extends { readonly id: string }>(
  files: Readonly<Record<string, unknown>>,
  schema: z.ZodType<T>,
): readonly T[] {
  return Object.entries(files).map(([path, content]) => {
    const read = schema.safeParse(content);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    if (!path.endsWith(`/${read.data.id}.json`))
      throw new Error(`${path}: id: not the file's name`);
    return read.data;
  });
}

/** Which of its forms is written in. */
export type Shape = "all" | "short";

/** What was answered: words of one's own, and what was chosen of those that were given. */
export type Answers = {
  readonly text: (id: string) => string;
  readonly chosen: (id: string) => readonly string[];
};

/** The letter that the answers make. What is locked, not chosen or of the other form is not in it. */
export function guideBody(
  { fields, short: lines }: Pick<Guide, "fields" | "short">,
  shape: Shape,
  answers: Answers,
): LetterBody {
  const content: LetterBlock[] =
    shape === "short" && lines
      ? lines.flatMap((line) => lineBlocks(line, answers))
      : fields.flatMap((one) => fieldBlocks(one, answers));
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function lineBlocks({ id, starts }: GuideLine, { text }: Answers): LetterBlock[] {
  const [first, ...rest] = linesOf(text(id));
  if (first === undefined) return [];
  return [starts ? `${starts} ${first}` : first, ...rest].map(paragraph);
}

function fieldBlocks(one: GuideField, { text, chosen }: Answers): LetterBlock[] {
  const answered = answerBlocks(one, linesOf(text(one.id)), chosen(one.id));
  if (answered.length === 0 || one.type === "mine") return [];
  return [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: one.heading }] },
    ...answered,
  ];
}

function answerBlocks(
  one: GuideField,
  lines: readonly string[],
  chosen: readonly string[],
): LetterBlock[] {
  switch (one.type) {
    case "mine":
      return [];
    case "text":
      return lines.map(paragraph);
    case "words": {
      const all = sentenceOf(chosen);
      return [...(all === "" ? [] : [all]), ...lines].map(paragraph);
    }
    case "choice": {
      const choices = one.choices.filter(({ value }) => chosen.includes(value));
      return choices.map(({ says }) => paragraph(says));
    }
    case "lines":
      return lines.length === 0 ? [] : [{ type: "bulletList", content: lines.map(item) }];
  }
}

/** "Sad, lonely." */
function sentenceOf(words: readonly string[]): string {
  const all = words.map((word) => withoutControls(word).trim()).filter((word) => word !== "");
  const [first = "", ...rest] = [...all.join(", ")];
  return first === "" ? "" : `${first.toUpperCase()}${rest.join("")}.`;
}

/** What holds words, each without white space at its ends. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => withoutControls(line).trim())
    .filter((line) => line !== "");

const paragraph = (text: string): LetterParagraph => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});
const item = (text: string): LetterListItem => ({ type: "listItem", content: [paragraph(text)] });
