import * as z from "zod";
import { MAX_ROUND_LINES } from "../consent/commands.ts";
import { area } from "./boundaries.ts";
import { MAX_CARD } from "./envelope.ts";
import { isNormalised } from "./words.ts";

/**
 * Decks: what can be asked of two people in fixed words of our own.
 *
 * Every file in content/decks is an array of cards; how they are shared out over files is free. A card is
 * a question, a swap or a list to mark:
 *
 *     { "is": "question", "card": 16, "depth": 1, "theme": "home", "fits": ["home"], "words": "…" }
 *     { "is": "swap", "card": 401, "depth": 2, "theme": "hurt", "words": "…" }
 *     { "is": "list", "form": "quiet-yes", "card": 103, "depth": 1, "words": "…", "mark": "…",
 *       "lines": [{ "name": "a-walk", "words": "A walk together" }, …] }
 *
 * - `card` is its id, any number that no other card has or had. It stands in sealed bytes; a line is
 *   known by its `name`, in the tokens of a round. So of a card that was once published nothing is
 *   changed but its theme and what it fits: what is new is a new card, and one that is replaced is
 *   `retired`, which takes it from what can be asked and leaves it where it was.
 * - `depth` is how near it goes ({@link DEPTHS}), `theme` one of {@link THEMES_OF_CARDS}.
 * - `fits` names what it takes for granted, out of {@link FITS}: it appears only to who says so. Left
 *   out, it is for everybody. A line of a list can have its own.
 * - `form` of a list is one of {@link LIST_FORMS}; the lines of common ground, and no others, have an
 *   `area`, one of boundaries' (`AREAS`), under which they stand.
 *
 * Words are said to both at once: no exclamation marks, nothing at their ends, and no words twice.
 */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(isNormalised, "not normalised")
    .refine((said) => !said.includes("!"), "an exclamation mark");
const number = z.number().int().min(1).max(MAX_CARD);

/** How near it goes: 1 is easy to answer, 3 goes deep. */
export const DEPTHS = [1, 2, 3] as const;
export type Depth = (typeof DEPTHS)[number];
export const depth = z.literal(DEPTHS);

/** What a card may take for granted: that there are children, a shared home, romance. */
export const FITS = ["children", "home", "romance"] as const;
export type Fit = (typeof FITS)[number];
export const fit = z.enum(FITS);
const fits = z.array(fit).refine(isEachOnce, "the same twice").default([]);

/** What a card is about, in the order in which the themes are shown. */
export const THEMES_OF_CARDS = [
  "everyday",
  "memories",
  "feelings",
  "needs",
  "hurt",
  "trust",
  "growing",
  "closeness",
  "family",
  "home",
  "future",
  "endings",
] as const;
export type CardTheme = (typeof THEMES_OF_CARDS)[number];
export const cardTheme = z.enum(THEMES_OF_CARDS);

const about = {
  card: number,
  depth,
  fits,
  words: words(160),
  /** It can be read where it was asked, and not asked any more. */
  retired: z.boolean().default(false),
};

/** A question that both answer, each alone. */
const question = z.strictObject({ is: z.literal("question"), theme: cardTheme, ...about });

/**
 * Something that both lived through, which each tells from both sides: what I think that you felt,
 * needed, feared, and what it was like for me.
 */
const swap = z.strictObject({ is: z.literal("swap"), theme: cardTheme, ...about });

/** What lines are marked for: what each hopes for, what each would like, what each would keep to. */
export const LIST_FORMS = ["hopes", "quiet-yes", "common-ground"] as const;
export type ListForm = (typeof LIST_FORMS)[number];

const line = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  area: area.optional(),
  fits,
  words: words(160),
});

/** Lines that each marks alone, in rounds: only what both marked is ever shown. */
const list = z
  .strictObject({
    is: z.literal("list"),
    form: z.enum(LIST_FORMS),
    ...about,
    /** What a mark says. */
    mark: words(160),
    lines: z
      .array(line)
      .min(2)
      .max(MAX_ROUND_LINES)
      .refine((lines) => isEachOnce(lines.map(({ name }) => name)), "a name twice")
      .refine((lines) => isEachOnce(lines.map((one) => plain(one.words))), "words twice"),
  })
  .superRefine(({ form, lines }, context) => {
    for (const [i, { area }] of lines.entries()) {
      if ((area !== undefined) === (form === "common-ground")) continue;
      const message = area ? "an area, and not common ground" : "common ground without an area";
      context.addIssue({ code: "custom", message, path: ["lines", i, "area"] });
    }
  });

const deck = z.array(z.discriminatedUnion("is", [question, swap, list])).min(1);

export type Card = z.output<typeof deck>[number];
export type Question = Extract<Card, { is: "question" }>;
export type Swap = Extract<Card, { is: "swap" }>;
/** What both answer, each alone. */
export type Asked = Question | Swap;
export type MarkList = Extract<Card, { is: "list" }>;
export type MarkLine = MarkList["lines"][number];

/**
 * Reads decks by path, in the order of their numbers. Throws for anything that is not as it must be,
 * naming the file and the field.
 */
export function readDecks(files: Readonly<Record<string, unknown>>): readonly Card[] {
  const cards = Object.entries(files).flatMap(([path, content]) => {
    const read = deck.safeParse(content);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    return read.data.map((card) => ({ path, card }));
  });
  const numbers = new Map<number, string>();
  const said = new Map<string, string>();
  for (const { path, card } of cards) {
    const before = numbers.get(card.card);
    if (before !== undefined) {
      throw new Error(`${path}: card: ${before} has a card ${card.card} already`);
    }
    numbers.set(card.card, path);
    const same = said.get(plain(card.words));
    if (same !== undefined) {
      throw new Error(`${path}: words: card ${card.card} says what is said by ${same}`);
    }
    // What is retired may have handed its words on.
    if (!card.retired) {
      said.set(plain(card.words), `card ${card.card} in ${path}`);
    }
  }
  return cards.map(({ card }) => card).sort((a, b) => a.card - b.card);
}

/** What is the same to a reader, whatever its case and signs. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
