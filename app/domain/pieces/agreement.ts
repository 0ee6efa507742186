import * as z from "zod";
import { ok, refuse, type Result } from "../result.ts";
import { isNormalised, normaliseWords } from "./words.ts";

/**
 * The words of an agreement. What two people sign is the *normalised* form of a line, so that two
 * screens that show the same words always sign the same bytes.
 */

/** In UTF-16 units of the normalised form. */
export const MAX_LINE = 500;
/** More lines than this are not shown; nobody can add one. */
export const MAX_LINES = 200;

/** Words that can be signed: {@link normaliseWords} would change nothing in them. */
export const lineWords = z.string().min(1).max(MAX_LINE).refine(isNormalised, "not normalised");

/** The words to sign in what stands in a line now; refused when there are none, or too many. */
export function wordsToSign(text: string): Result<string, "no-words" | "too-long"> {
  const words = normaliseWords(text);
  if (words === "") return refuse("no-words");
  return words.length > MAX_LINE ? refuse("too-long") : ok(words);
}
