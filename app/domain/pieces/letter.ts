import * as z from "zod";
import { pieceId } from "../ids.ts";
import { crossingForm, MAX_QUESTIONS, QUESTIONS } from "./forms.ts";
import { hasNoControls, isNormalised } from "./words.ts";

/**
 * What a letter may hold: the allow-list, strict, used for what is sealed and for what is opened.
 *
 * Every container takes any number (at least one) of one set of children, whatever their order. So no
 * merge of two devices can make a container that the editor's own schema refuses, unless it is empty:
 * the editor throws away what its schema refuses.
 */

/** Lengths are in UTF-16 units, as everywhere in JavaScript. */
export const MAX_TITLE = 120;
const MAX_RUN = 60_000;
const MAX_CHILDREN = 2_000;

/** The marks, in the one order in which they are written. */
export const MARKS = ["bold", "italic"] as const;
export type MarkName = (typeof MARKS)[number];

const many = <T extends z.ZodType>(child: T) => z.array(child).min(1).max(MAX_CHILDREN);

const mark = z.strictObject({ type: z.enum(MARKS) });
const text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).max(MAX_RUN).refine(hasNoControls, "control characters"),
  marks: many(mark).refine(inOrder, "marks stand once, in their order").optional(),
});
const hardBreak = z.strictObject({ type: z.literal("hardBreak") });
const inline = z.discriminatedUnion("type", [text, hardBreak]);

const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  content: many(inline).optional(),
});
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: many(inline).optional(),
});
const listItem = z.strictObject({ type: z.literal("listItem"), content: many(paragraph) });
const bulletList = z.strictObject({ type: z.literal("bulletList"), content: many(listItem) });
const orderedList = z.strictObject({ type: z.literal("orderedList"), content: many(listItem) });
const blockquote = z.strictObject({
  type: z.literal("blockquote"),
  content: many(z.discriminatedUnion("type", [paragraph, bulletList, orderedList])),
});
const block = z.discriminatedUnion("type", [
  paragraph,
  heading,
  bulletList,
  orderedList,
  blockquote,
]);

export const letterBody = z.strictObject({ type: z.literal("doc"), content: many(block) });

/** One line; it may be empty. */
export const pieceTitle = z.string().max(MAX_TITLE).refine(isNormalised, "not normalised");

/** A letter as it crosses. */
export const letterContent = z
  .strictObject({
    kind: z.literal("letter"),
    /** The guide that it was written with, if any. */
    form: crossingForm.optional(),
    /** The reader's own piece that this one answers, if its writer says so. */
    replyTo: pieceId.optional(),
    /** Its reader may ask about it, once. */
    window: z.literal(true).optional(),
    title: pieceTitle,
    body: letterBody,
  })
  .refine(
    ({ form, body }) => form !== QUESTIONS || questionsIn(body) <= MAX_QUESTIONS,
    "too many questions",
  );

export type LetterInline = z.infer<typeof inline>;
export type LetterParagraph = z.infer<typeof paragraph>;
export type LetterHeading = z.infer<typeof heading>;
export type LetterListItem = z.infer<typeof listItem>;
export type LetterBlock = z.infer<typeof block>;
export type LetterNode = LetterBlock | LetterListItem | LetterInline;
export type LetterBody = z.infer<typeof letterBody>;
export type LetterContent = z.infer<typeof letterContent>;
/** What is read of a piece under its title, whatever its kind. */
export type RunningText = Pick<LetterContent, "title" | "body">;

function inOrder(marks: readonly { readonly type: MarkName }[]): boolean {
  const places = marks.map((mark) => MARKS.indexOf(mark.type));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? place));
}

/** How many questions a letter of questions asks: the items of its lists. */
export function questionsIn({ content }: LetterBody): number {
  const items = (block: LetterBlock) => (block.type === "bulletList" ? block.content.length : 0);
  return content.reduce((sum, block) => sum + items(block), 0);
}

/** Every paragraph and heading in reading order, wherever it stands. */
function* textBlocks(
  node: LetterBody | LetterBlock | LetterListItem,
): Generator<LetterParagraph | LetterHeading> {
  if (node.type === "paragraph" || node.type === "heading") yield node;
  else for (const child of node.content) yield* textBlocks(child);
}

/** The words of one paragraph or heading; a break is a line feed. */
const plainText = (block: LetterParagraph | LetterHeading): string =>
  (block.content ?? []).map((part) => (part.type === "text" ? part.text : "\n")).join("");

/** The words of the whole body, a line for each paragraph or heading. */
export const bodyText = (body: LetterBody): string =>
  [...textBlocks(body)].map(plainText).join("\n");

/** Whether there is nothing to offer: no word in the body. */
export const isBlank = (body: LetterBody): boolean => bodyText(body).trim() === "";
