import * as z from "zod";
import { lineId, personId } from "../ids.ts";
import { area, boundaryDay } from "./boundaries.ts";
import { bodyText, letterBody } from "./letter.ts";

/**
 * What somebody had in a piece at an earlier moment. It is kept on the device where it was written,
 * sealed, so that it can be brought back after the page was left: into a piece of their own as it was,
 * into one that both write as words that they add.
 */

/** So many are kept of a piece; the oldest goes first. */
export const MAX_EARLIER = 20;
/** In ms: who writes again after this long may have had something else in mind. */
export const PAUSE = 5 * 60_000;
/** In UTF-16 units: what takes away so much at once may be regretted. */
export const MUCH = 60;
/** The same where people write in lines: a line is soon gone. */
export const MUCH_OF_LINES = 20;

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

/** The lines, or the commitments, of a piece that both write, in their order. */
const hadTogether = z.strictObject({
  is: z.literal("together"),
  title: z.string(),
  parts: z.array(
    z.strictObject({
      id: lineId,
      heading: z.boolean().optional(),
      /** Of a commitment: for whom it was written. */
      owner: personId.optional(),
      /** Of a line one text, of a commitment one for each of its parts. */
      texts: z.array(z.string()),
    }),
  ),
});

export const had = z.discriminatedUnion("is", [hadWritten, hadBoundaries, hadTogether]);

export type HadWritten = z.infer<typeof hadWritten>;
export type HadBoundaries = z.infer<typeof hadBoundaries>;
export type HadTogether = z.infer<typeof hadTogether>;
export type HadPart = HadTogether["parts"][number];
export type Had = z.infer<typeof had>;

/** What is sealed of an earlier moment. */
export const earlierState = z.strictObject({ v: z.literal(1), at: z.number(), had });

/** All words of it, for counting them and for showing the first ones. */
export function hadText(one: Had): string {
  if (one.is === "together") {
    return [one.title, ...one.parts.map(partText)]
      .filter((words) => words.trim() !== "")
      .join("\n");
  }
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

/** The words of a line or a commitment, one part below the other. */
export const partText = ({ texts }: Pick<HadPart, "texts">): string =>
  texts.filter((words) => words.trim() !== "").join("\n");

/** What became of a line since: it says the same, something else, or is not there. */
export type Since =
  | { readonly is: "same" | "gone"; readonly part: HadPart }
  | { readonly is: "changed"; readonly part: HadPart; readonly now: string };

/** What became of each line of then, as the piece says now. */
export function sinceThen(then: HadTogether, now: HadTogether | null): readonly Since[] {
  const parts = new Map(now?.parts.map((part) => [part.id, part]));
  return then.parts.map((part): Since => {
    const there = parts.get(part.id);
    if (!there) return { is: "gone", part };
    const words = partText(there);
    return words === partText(part) ? { is: "same", part } : { is: "changed", part, now: words };
  });
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
  /** From how much on that is worth it. */
  readonly much: number;
}): boolean =>
  change.last === null || change.now - change.last >= PAUSE || change.taken >= change.much;
