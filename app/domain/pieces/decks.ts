import * as z from "zod";
import { MAX_ROUND_LINES } from "../consent/commands.ts";
import { MAX_CARD } from "./envelope.ts";
import { isNormalised } from "./words.ts";

/**
 * Decks: what can be asked of two people in fixed words of our own. A card is known by its number, in
 * sealed bytes, and a line of a list by its name, in the tokens of a round. So a card that was once
 * published is never changed, and its number never given to another one: what is new is added.
 */
const words = (most: number) => z.string().min(1).max(most).refine(isNormalised, "not normalised");
const number = z.number().int().min(1).max(MAX_CARD);

/** How near it goes: 1 is easy to answer, 3 goes deep. */
export const DEPTHS = [1, 2, 3] as const;
export type Depth = (typeof DEPTHS)[number];

/** A question that both answer, each alone. */
const question = z.strictObject({
  is: z.literal("question"),
  card: number,
  depth: z.literal(DEPTHS),
  words: words(160),
});

/** Lines that each marks alone, in rounds: only what both marked is ever shown. */
const list = z.strictObject({
  is: z.literal("list"),
  card: number,
  depth: z.literal(DEPTHS),
  words: words(160),
  /** What a mark says. */
  mark: words(160),
  lines: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z][a-z-]{0,40}$/), words: words(160) }))
    .min(2)
    .max(MAX_ROUND_LINES)
    .refine(
      (lines) => new Set(lines.map(({ name }) => name)).size === lines.length,
      "a name twice",
    ),
});

const deck = z.array(z.discriminatedUnion("is", [question, list])).min(1);

export type Card = z.output<typeof deck>[number];
export type Question = Extract<Card, { is: "question" }>;
export type MarkList = Extract<Card, { is: "list" }>;

/** Reads decks by path. Throws, with the path, for one that is not as it must be. */
export function readDecks(files: Readonly<Record<string, unknown>>): readonly Card[] {
  const cards = Object.entries(files).flatMap(([path, content]) => {
    const read = deck.safeParse(content);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
  const numbers = new Set<number>();
  for (const { card } of cards) {
    if (numbers.has(card)) throw new Error(`two cards have the number ${card}`);
    numbers.add(card);
  }
  return cards.sort((a, b) => a.card - b.card);
}
