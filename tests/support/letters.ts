import * as fc from "fast-check";
import { hasNoControls } from "#domain/pieces/words.ts";
import type {
  LetterBlock,
  LetterContent,
  LetterInline,
  LetterParagraph,
  MarkName,
} from "#domain/pieces/letter.ts";
import { MAX_TITLE } from "#domain/pieces/letter.ts";
import { normaliseWords } from "#domain/pieces/words.ts";

/** Letters of every shape that a letter may have, in the one form in which it is written. */

const words = fc
  .oneof(
    fc.lorem({ maxCount: 5 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.constantFrom("<script>", "👩‍👧", " ", "ÄÖ ü", "--bold", "שלום"),
  )
  .filter((text) => text !== "" && hasNoControls(text));

const marks = fc.constantFrom<MarkName[]>([], ["bold"], ["italic"], ["bold", "italic"]);

const text = fc
  .record({ text: words, marks })
  .map(({ text: written, marks: names }): LetterInline => ({
    type: "text",
    text: written,
    ...(names.length > 0 && { marks: names.map((type) => ({ type })) }),
  }));

const styleOf = (part: LetterInline) => (part.type === "text" ? JSON.stringify(part.marks) : null);

/** Two runs in the same emphasis are one run. */
const inline = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: text }, fc.constant<LetterInline>({ type: "hardBreak" })),
    {
      maxLength: 5,
    },
  )
  .map((parts) =>
    parts.filter(
      (part, i) =>
        i === 0 || part.type !== "text" || styleOf(part) !== styleOf(parts[i - 1] ?? part),
    ),
  );

const filled = (content: LetterInline[]) => (content.length > 0 ? { content } : {});

const paragraph = inline.map((content): LetterParagraph => ({
  type: "paragraph",
  ...filled(content),
}));

const heading = fc
  .record({ level: fc.constantFrom<2 | 3>(2, 3), content: inline })
  .map(({ level, content }): LetterBlock => ({
    type: "heading",
    attrs: { level },
    ...filled(content),
  }));

const some = <T>(child: fc.Arbitrary<T>) => fc.array(child, { minLength: 1, maxLength: 3 });

const item = some(paragraph).map((content) => ({ type: "listItem" as const, content }));
const list = fc.record({
  type: fc.constantFrom<"bulletList" | "orderedList">("bulletList", "orderedList"),
  content: some(item),
});
const quote = fc.record({
  type: fc.constant<"blockquote">("blockquote"),
  content: some(fc.oneof(paragraph, list)),
});

export const letters: fc.Arbitrary<LetterContent> = fc.record({
  kind: fc.constant<"letter">("letter"),
  title: fc
    .oneof(fc.lorem({ maxCount: 4 }), fc.string({ unit: "grapheme", maxLength: 20 }))
    .map((title) => normaliseWords(title).slice(0, MAX_TITLE).trim())
    .filter((title) => hasNoControls(title)),
  body: fc.record({
    type: fc.constant<"doc">("doc"),
    content: fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, heading, list, quote), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
});

/** A letter of plain paragraphs. */
export const letterOf = (title: string, ...paragraphs: string[]): LetterContent => ({
  kind: "letter",
  title,
  body: {
    type: "doc",
    content: paragraphs.map((words) => ({
      type: "paragraph",
      ...(words !== "" && { content: [{ type: "text", text: words }] }),
    })),
  },
});
