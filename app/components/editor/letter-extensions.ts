import { wrappingInputRule, type Extensions } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import type { LetterDocument } from "#client/pieces/letter-document.ts";
import type { LetterUndo } from "./letter-undo.ts";
import { MirrorMarks } from "./mirror-marks.ts";

/**
 * The editor's schema, the same as the allow-list of `#domain/pieces/letter.ts`. Every container takes
 * any number of one set of children: what a merge of two devices could break, y-tiptap would delete.
 */
const nodes: Extensions = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  Heading.configure({ levels: [2, 3] }),
  HardBreak,
  Blockquote.extend({ content: "(paragraph | bulletList | orderedList)+" }),
  BulletList,
  // Numbers begin with one and have no style of their own: the screen shows what would cross.
  OrderedList.extend({
    addAttributes: () => ({}),
    addInputRules() {
      return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })];
    },
    renderHTML: () => ["ol", 0],
  }),
  // Lists are not nested. Tab is left to the browser: it leads out of the field.
  ListItem.extend({
    content: "paragraph+",
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.splitListItem(this.name) };
    },
  }),
  ListKeymap,
];

/** What an editor of this letter is made of. `undo` is the one of the whole letter, title included. */
export const letterExtensions = (letter: LetterDocument, undo: LetterUndo): Extensions => [
  ...nodes,
  Collaboration.configure({
    fragment: letter.body,
    yUndoOptions: { undoManager: undo.manager },
  }),
  MirrorMarks,
];
