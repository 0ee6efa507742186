import * as z from "zod";
import { ok, refuse, type Result } from "../result.ts";
import type { Day } from "../statement-view.ts";
import { isDay } from "./days.ts";
import { isNormalised, normaliseWords } from "./words.ts";

/**
 * The words of an agreement. What two people sign is the *normalised* form of a line, so that two
 * screens that show the same words always sign the same bytes.
 */

/** In UTF-16 units of the normalised form, with the day of its review. */
export const MAX_LINE = 500;
/** More lines than this are not shown; nobody can add one. */
export const MAX_LINES = 200;
/** In UTF-16 units; of the remarks beside one line. */
export const MAX_MARGIN = 2_000;

/** Words that can be signed: {@link normaliseWords} would change nothing in them. */
export const lineWords = z.string().min(1).max(MAX_LINE).refine(isNormalised, "not normalised");

/** What both sign to retire a line: from then on nothing stands in its place. */
export const RETIRED = "This line is retired.";

/**
 * The words to sign in what stands in a line now, with the day after which they sleep; refused when
 * there are none, or too many. The day is a part of the words, so that it is signed with them, and
 * whoever checks a signature elsewhere reads it.
 */
export function wordsToSign(
  text: string,
  review: Day | null = null,
): Result<string, "no-words" | "too-long"> {
  const words = normaliseWords(text);
  if (words === "") return refuse("no-words");
  const signed = review === null ? words : `${words}${UNTIL}${review})`;
  return signed.length > MAX_LINE ? refuse("too-long") : ok(signed);
}

const UNTIL = " (to be signed again after ";
const WITH_DAY = /^(.+) \(to be signed again after (\d{4}-\d{2}-\d{2})\)$/u;

/** Signed words, read: what they say, and the last day on which they hold if there is one. */
export type Wording = { readonly words: string; readonly review: Day | null };

export function wordingOf(signed: string): Wording {
  const [, words, review] = WITH_DAY.exec(signed) ?? [];
  return words !== undefined && review !== undefined && isDay(review)
    ? { words, review }
    : { words: signed, review: null };
}

/** Agreed words sleep from the day after their review, until both have signed again. */
export const sleeps = ({ review }: Wording, today: Day): boolean =>
  review !== null && review < today;
