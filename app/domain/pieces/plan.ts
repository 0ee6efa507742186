import * as z from "zod";
import { personId, type PersonId } from "../ids.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { Day } from "../statement-view.ts";
import { addDays, day, later, earlier, mondayOf, daysFrom, weekdayOf } from "./days.ts";
import { isNormalised, normaliseWords } from "./words.ts";

/**
 * A commitment plan: what each of two people says that they will do. Both write in it, and either can
 * suggest something to the other; but a commitment stands under a person's name only once that person
 * has signed words that name them.
 */

/** When something is due: on one day, on each, from Monday to Friday, or once in each week. */
export const RHYTHMS = ["once", "daily", "weekdays", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What is written in words, and how long each may be, in UTF-16 units of the normalised form. */
export const MAX_PART = { goal: 200, obstacle: 300, when: 200, act: 300 } as const;
export type Part = keyof typeof MAX_PART;
export const PARTS = Object.keys(MAX_PART) as readonly Part[];

/** More commitments than this are not shown; nobody can add one. */
export const MAX_COMMITMENTS = 50;

const words = (least: number, most: number) =>
  z.string().min(least).max(most).refine(isNormalised, "not normalised");

/** A commitment that can be signed. The obstacle may stay empty, and no day for a review be set. */
export const commitment = z.strictObject({
  owner: personId,
  goal: words(1, MAX_PART.goal),
  obstacle: words(0, MAX_PART.obstacle),
  when: words(1, MAX_PART.when),
  act: words(1, MAX_PART.act),
  rhythm: z.enum(RHYTHMS),
  /** The first day; of a weekly one the week counts in which it lies. */
  start: day,
  review: day.nullable(),
});
export type Commitment = z.output<typeof commitment>;

/** What stands in the document now, as it was typed. */
export type Draft = Readonly<Record<Part, string>> & {
  readonly owner: PersonId;
  readonly rhythm: Rhythm;
  readonly start: Day;
  readonly review: Day | null;
};

/** The number of this way of writing a commitment; another one gets another number. */
const FORM = 1;

/**
 * The canonical words of a commitment, which is what people sign: JSON in one order of keys. Normalising
 * changes nothing in them, and two commitments that differ in anything differ in their words.
 */
export function wordsOf(its: Commitment): string {
  const { owner, goal, obstacle, when, act, rhythm, start, review } = commitment.parse(its);
  const parts = { commitment: FORM, owner, goal, obstacle, when, act, rhythm, start, review };
  return JSON.stringify(parts);
}

/** `null` for anything that {@link wordsOf} would not have written, to the letter. */
export function commitmentFrom(text: string): Commitment | null {
  const read = signedForm.safeParse(parsed(text));
  if (!read.success) return null;
  const { commitment: _form, ...its } = read.data;
  return wordsOf(its) === text ? its : null;
}

const signedForm = commitment.extend({ commitment: z.literal(FORM) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is still to be written, or too long, before these words can be signed. */
export type Unready = "no-goal" | "no-when" | "no-act" | "too-long" | "bad-day";

/** What a draft would be signed as. */
export function ready(draft: Draft): Result<Commitment, Unready> {
  const { owner, rhythm, start, review } = draft;
  const its = Object.fromEntries(
    PARTS.map((part) => [part, normaliseWords(draft[part])]),
  ) as Record<Part, string>;
  if (PARTS.some((part) => its[part].length > MAX_PART[part])) return refuse("too-long");
  if (its.goal === "") return refuse("no-goal");
  if (its.when === "") return refuse("no-when");
  if (its.act === "") return refuse("no-act");
  const read = commitment.safeParse({ owner, ...its, rhythm, start, review });
  return read.success ? ok(read.data) : refuse("bad-day");
}

// ---- whose it is

/** A signature of one wording. `n`: its place in the chain of what its signer has signed. */
export type PlanSignature = { readonly by: PersonId; readonly n: number; readonly on: Day };

/** Words that somebody has signed, as a commitment or not. */
export type SignedWords = {
  readonly words: string | null;
  readonly signatures: readonly PlanSignature[];
};

export type Standing<W extends SignedWords = SignedWords> = {
  readonly commitment: Commitment;
  readonly wording: W;
  /** The owner's signature. */
  readonly signed: PlanSignature;
  /** The other's, of the same words: that they have read it. */
  readonly read: PlanSignature | null;
};

/**
 * What stands under whose name of one line: for each of the two the words that they signed last, if
 * these name themselves. Nothing that anybody else signs or types is of any account.
 */
export function standingOf<W extends SignedWords>(wordings: readonly W[]): readonly Standing<W>[] {
  const last = new Map<PersonId, Standing<W>>();
  for (const wording of wordings) {
    const its = wording.words === null ? null : commitmentFrom(wording.words);
    const signed = its && wording.signatures.find(({ by }) => by === its.owner);
    if (!signed || (last.get(its.owner)?.signed.n ?? -1) > signed.n) continue;
    const read = wording.signatures.find(({ by }) => by !== its.owner) ?? null;
    last.set(its.owner, { commitment: its, wording, signed, read });
  }
  return [...last.values()];
}

// ---- when it is due

/** From a first to a last day, both counted; a single day, or a week from Monday to Sunday. */
export type Period = { readonly first: Day; readonly last: Day };

type Due = Pick<Commitment, "rhythm" | "start">;

/** Each day or week of it that has a day between these two, which count too. */
export function dueWithin({ rhythm, start }: Due, from: Day, to: Day): readonly Period[] {
  const since = rhythm === "weekly" ? mondayOf(start) : start;
  if (to < since) return [];
  const begin = later(from, since);
  switch (rhythm) {
    case "once":
      return from <= start ? [{ first: start, last: start }] : [];
    case "daily":
      return daysFrom(begin, to).map(oneDay);
    case "weekdays":
      return daysFrom(begin, to)
        .filter((each) => weekdayOf(each) <= 5)
        .map(oneDay);
    case "weekly":
      return daysFrom(mondayOf(begin), to)
        .filter((each) => weekdayOf(each) === 1)
        .map((first) => ({ first, last: addDays(first, 6) }));
  }
}

export const oneDay = (each: Day): Period => ({ first: each, last: each });

/** Whether something is due that begins on this day. */
export const isDue = (its: Due, first: Day): boolean =>
  dueWithin(its, first, first).some((period) => period.first === first);

/** The day or week in which it is due on this day; `null` if it is not. */
export const dueOn = (its: Due, on: Day): Period | null => dueWithin(its, on, on)[0] ?? null;

/** Whether the day has passed on which it was to be looked at again. */
export const isReviewDue = ({ review }: Pick<Commitment, "review">, today: Day): boolean =>
  review !== null && earlier(review, today) === review;
