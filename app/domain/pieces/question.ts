import * as z from "zod";
import { letterBody } from "./letter.ts";

/**
 * An answer to a question for two, as it crosses: what a letter's body may hold, under no title of its
 * own. It stands beneath the question.
 */
export const answerContent = z.strictObject({
  kind: z.literal("question"),
  title: z.literal(""),
  body: letterBody,
});

export type AnswerContent = z.infer<typeof answerContent>;
