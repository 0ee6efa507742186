import * as z from "zod";
import { pieceId } from "../ids.ts";
import { crossingForm } from "./forms.ts";
import { letterBody, pieceTitle, type LetterContent } from "./letter.ts";

/**
 * A forgiveness note as it crosses, asking or giving: a letter with a kind of its own. What its writer
 * has marked for themselves, and whether they are ready for anything, is in no part of it.
 */
export const forgivenessContent = z.strictObject({
  kind: z.literal("forgiveness"),
  form: crossingForm.optional(),
  replyTo: pieceId.optional(),
  title: pieceTitle,
  body: letterBody,
});

export type ForgivenessContent = z.infer<typeof forgivenessContent>;

/** What one person writes as running text, and offers as a whole. */
export type WrittenContent = LetterContent | ForgivenessContent;

export const isWritten = <C extends { readonly kind: string }>(
  content: C,
): content is Extract<C, { readonly kind: "letter" | "forgiveness" }> =>
  content.kind === "letter" || content.kind === "forgiveness";
