import * as z from "zod";
import { lineId } from "../ids.ts";
import { area, boundaryDay } from "./boundaries.ts";
import { bodyText, letterBody } from "./letter.ts";

/**
 * What somebody had in a piece of their own at an earlier moment. It is kept on the device where it was
 * written, sealed, so that it can be brought back after the page was left.
 */

/** So many are kept of a piece; the oldest goes first. */
export const MAX_EARLIER = 20;
/** In ms: who writes again after this long may have had something else in mind. */
export const PAUSE = 5 * 60_000;
/** In UTF-16 units: what takes away so much at once may be regretted. */
export const MUCH = 60;

/** What is written as running text: freely, or with the questions of a guide. */
const hadWritten = z.strictObject({
  is: z.literal("written"),
  title: z.string(),
  /** As it read. */
  body: letterBody,
  /** It was edited as a letter; otherwise the body was made of the answers. */
  asLetter: z.boolean(),
  answers: z.record(z.string(), z.string()),
  chosen: z.array(z.string()),
});

const hadBoundary = z.strictObject({
  id: lineId,
  area,
  statement: z.string(),
  welcome: z.string(),
  response: z.string(),
  firm: z.boolean(),
  until: boundaryDay.optional(),
  review: boundaryDay.optional(),
});

/** The lines of a list of boundaries, in their order. */
const hadBoundaries = z.strictObject({
  is: z.literal("boundaries"),
  lines: z.array(hadBoundary),
  hidden: z.array(area),
});

export const had = z.discriminatedUnion("is", [hadWritten, hadBoundaries]);

export type HadWritten = z.infer<typeof hadWritten>;
export type HadBoundaries = z.infer<typeof hadBoundaries>;
export type Had = z.infer<typeof had>;

/** What is sealed of an earlier moment. */
export const earlierState = z.strictObject({ v: z.literal(1), at: z.number(), had });

/** All words of it, for counting them and for showing the first ones. */
export function hadText(one: Had): string {
  if (one.is === "boundaries") {
    return one.lines
      .flatMap(({ statement, welcome, response }) => [statement, welcome, response])
      .filter((words) => words.trim() !== "")
      .join("\n");
  }
  const inBody = bodyText(one.body);
  const answers = one.asLetter || inBody.trim() === "" ? Object.values(one.answers) : [];
  return [one.title, inBody, ...answers].filter((words) => words.trim() !== "").join("\n");
}

/**
 * Whether what stands before a change is worth keeping: it is the first change of this opening, or after
 * a pause in writing, or it takes much away.
 */
export const isWorthKeeping = (change: {
  readonly now: number;
  /** When the change before it was made; `null` for the first of this opening. */
  readonly last: number | null;
  /** How much the change takes away, in UTF-16 units. */
  readonly taken: number;
}): boolean => change.last === null || change.now - change.last >= PAUSE || change.taken >= MUCH;
