import * as z from "zod";
import { lineId, type LineId, type PersonId } from "../ids.ts";
import type { Day } from "../statement-view.ts";
import { isDay } from "./days.ts";

/**
 * Marks: what somebody says of a day or week of a commitment, in fixed words. They live in a piece of
 * one's own and cross only at a check-in. The order of both lists is part of the format: a word is only
 * ever added at the end.
 */

/** Of one's own commitment. */
export const MARKS = ["done", "partly", "not", "could-not"] as const;
/** Of the other's: what one has noticed oneself, apart from what the other says. */
export const NOTICED = ["noticed", "in-part", "not-noticed"] as const;

export type Mark = (typeof MARKS)[number];
export type Noticed = (typeof NOTICED)[number];

/** `first` is the day, or the Monday of the week, that is marked. */
export type Marked<M> = { readonly line: LineId; readonly first: Day; readonly mark: M };

/** What one person has marked; each day of a line once, in the order of lines and days. */
export type Marks = {
  readonly own: readonly Marked<Mark>[];
  readonly noticed: readonly Marked<Noticed>[];
};

export const NO_MARKS: Marks = { own: [], noticed: [] };

const placeIn = { line: lineId, first: z.string().refine(isDay) };

/** One mark as it is made, or taken away: of my own commitment, or what I noticed of the other's. */
export const making = z.discriminatedUnion("of", [
  z.strictObject({ ...placeIn, of: z.literal("own"), mark: z.enum(MARKS).nullable() }),
  z.strictObject({ ...placeIn, of: z.literal("noticed"), mark: z.enum(NOTICED).nullable() }),
]);
export type Making = Readonly<z.infer<typeof making>>;

/** The most marks of each sort that somebody can have in one piece, or bring to a check-in. */
export const MAX_MARKS = 4000;

export const isMark = (text: unknown): text is Mark => MARKS.some((mark) => mark === text);
export const isNoticed = (text: unknown): text is Noticed =>
  NOTICED.some((noticed) => noticed === text);

const place = ({ line, first }: Marked<unknown>) => `${line} ${first}`;

/** In the one order, each place once: of two marks at one place the later one in the list counts. */
export function inOrder<M>(marked: readonly Marked<M>[]): readonly Marked<M>[] {
  const last = new Map(marked.filter(({ first }) => isDay(first)).map((one) => [place(one), one]));
  return [...last]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .slice(0, MAX_MARKS);
}

/** The marks as they are once this one is made. */
export const after = ({ own, noticed }: Marks, made: Making): Marks =>
  made.of === "own" ? { own: placed(own, made), noticed } : { own, noticed: placed(noticed, made) };

function placed<M>(
  marked: readonly Marked<M>[],
  { line, first, mark }: { readonly line: LineId; readonly first: Day; readonly mark: M | null },
): readonly Marked<M>[] {
  const others = marked.filter((one) => one.line !== line || one.first !== first);
  return mark === null ? others : inOrder([...others, { line, first, mark }]);
}

/** Under whose name a line stands, if it does. */
export type OwnerOf = (line: LineId) => readonly PersonId[];

/**
 * What counts of what this person brings: marks of what stands under their own name, and what they
 * noticed of what stands under the other's. Nobody can mark what the other has done.
 */
export function countedOf({ own, noticed }: Marks, by: PersonId, ownersOf: OwnerOf): Marks {
  return {
    own: inOrder(own.filter(({ line }) => ownersOf(line).includes(by))),
    noticed: inOrder(noticed.filter(({ line }) => ownersOf(line).some((owner) => owner !== by))),
  };
}

/** What was brought to several check-ins, the later one in the list before the earlier. */
export const together = (all: readonly Marks[]): Marks => ({
  own: inOrder(all.flatMap(({ own }) => own)),
  noticed: inOrder(all.flatMap(({ noticed }) => noticed)),
});
