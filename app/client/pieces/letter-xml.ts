import * as Y from "yjs";
import {
  MARKS,
  letterBody,
  type LetterBlock,
  type LetterBody,
  type LetterInline,
  type LetterListItem,
  type MarkName,
} from "#domain/pieces/letter.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { withoutControls } from "#domain/pieces/words.ts";

/**
 * A letter's body between Yjs and plain content, in the shape that Tiptap writes: an element for each
 * node, an XmlText for each run of text, marks as its formatting. Nothing here needs an editor.
 */

/** What the allow-list knows, with the attributes that it lets through. */
const NODES: ReadonlyMap<string, readonly string[]> = new Map([
  ["paragraph", []],
  ["heading", ["level"]],
  ["bulletList", []],
  ["orderedList", []],
  ["listItem", []],
  ["blockquote", []],
  ["hardBreak", []],
]);

/** These are nothing without something in them; an empty paragraph or heading is a blank line. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
]);

type Node = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly (Node | LetterInline)[];
};

export type UnreadableBody = "unknown-content" | "too-long";

/**
 * What the allow-list lets through of a live body: hidden attributes, unknown marks, embedded things
 * and empty containers fall away. `unknown-content` for a node that this version of the app does not
 * know, because leaving it out would silently lose words.
 */
export function readBody(fragment: Y.XmlFragment): Result<LetterBody, UnreadableBody> {
  const content: Node[] = [];
  for (const child of fragment.toArray()) {
    const node = child instanceof Y.XmlElement ? readElement(child) : "unknown";
    if (node === "unknown") return refuse("unknown-content");
    if (node) content.push(node);
  }
  if (content.length === 0) content.push({ type: "paragraph" });
  const body = letterBody.safeParse({ type: "doc", content });
  if (body.success) return ok(body.data);
  return refuse(
    body.error.issues.some(({ code }) => code === "too_big") ? "too-long" : "unknown-content",
  );
}

/** `null` for an empty container. */
function readElement(element: Y.XmlElement): Node | null | "unknown" {
  const type = element.nodeName;
  const allowed = NODES.get(type);
  if (!allowed) return "unknown";
  const content: (Node | LetterInline)[] = [];
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) addText(content, child);
    else {
      const node = child instanceof Y.XmlElement ? readElement(child) : "unknown";
      if (node === "unknown") return node;
      if (node) content.push(node);
    }
  }
  if (content.length === 0 && CONTAINERS.has(type)) return null;
  const all: Readonly<Record<string, unknown>> = element.getAttributes();
  const kept = allowed.filter((name) => all[name] !== undefined);
  return {
    type,
    ...(kept.length > 0 && { attrs: Object.fromEntries(kept.map((name) => [name, all[name]])) }),
    ...(content.length > 0 && { content }),
  };
}

type Run = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> };

function addText(content: (Node | LetterInline)[], text: Y.XmlText): void {
  for (const { insert, attributes = {} } of text.toDelta() as readonly Run[]) {
    if (typeof insert !== "string") continue;
    const words = withoutControls(insert);
    const marks = MARKS.filter((name) => (attributes[name] ?? null) !== null);
    const last = content.at(-1);
    if (last && "text" in last && sameMarks(last.marks ?? [], marks)) {
      content[content.length - 1] = { ...last, text: last.text + words };
    } else if (words !== "") {
      content.push({
        type: "text",
        text: words,
        ...(marks.length > 0 && { marks: marks.map((name) => ({ type: name })) }),
      });
    }
  }
}

const sameMarks = (a: readonly { readonly type: MarkName }[], b: readonly MarkName[]) =>
  a.length === b.length && a.every((mark, i) => mark.type === b[i]);

/**
 * Whether an editor may be shown: y-tiptap deletes from the document every node and text that the
 * editor's schema does not know, as a newer version of this app may have written.
 */
export function isWritable(node: Y.XmlFragment | Y.XmlElement): boolean {
  return node.toArray().every((child) => {
    if (child instanceof Y.XmlText) return (child.toDelta() as readonly Run[]).every(isKnown);
    return child instanceof Y.XmlElement && NODES.has(child.nodeName) && isWritable(child);
  });
}

const isKnown = ({ insert, attributes = {} }: Run) =>
  typeof insert === "string" &&
  Object.keys(attributes).every((name) => (MARKS as readonly string[]).includes(name));

/** Adds the body at the end of the fragment. */
export function writeBody(fragment: Y.XmlFragment, body: LetterBody): void {
  fragment.push(body.content.map(element));
}

/** Makes the fragment say this body. Blocks that it has already, at both ends, are not touched. */
export function replaceBody(fragment: Y.XmlFragment, { content }: LetterBody): void {
  const now = fragment
    .toArray()
    .map((child) => JSON.stringify(child instanceof Y.XmlElement ? readElement(child) : null));
  const next = content.map((block) => JSON.stringify(block));
  const shorter = Math.min(now.length, next.length);
  let start = 0;
  while (start < shorter && now[start] === next[start]) start++;
  let end = 0;
  while (end < shorter - start && now.at(-1 - end) === next.at(-1 - end)) end++;
  const gone = now.length - start - end;
  if (gone > 0) fragment.delete(start, gone);
  const come = content.slice(start, next.length - end).map(element);
  if (come.length > 0) fragment.insert(start, come);
}

function element(node: LetterBlock | LetterListItem): Y.XmlElement {
  if (node.type === "paragraph") return filled(node.type, inline(node.content ?? []));
  if (node.type === "heading") {
    const heading = filled(node.type, inline(node.content ?? []));
    // Tiptap writes the level as a number; the type of Yjs allows for text alone.
    (heading as Y.XmlElement<{ level: number }>).setAttribute("level", node.attrs.level);
    return heading;
  }
  return filled(node.type, node.content.map(element));
}

function filled(name: string, content: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const out = new Y.XmlElement(name);
  // Not `push`: it asks a type that is in no document for its length, and Yjs complains.
  if (content.length > 0) out.insert(0, content);
  return out;
}

/** One XmlText for each run of text between two breaks, whatever its marks. */
function inline(content: readonly LetterInline[]): (Y.XmlElement | Y.XmlText)[] {
  const out: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Run[] = [];
  const flush = () => {
    if (runs.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(runs);
    out.push(text);
    runs = [];
  };
  for (const part of content) {
    if (part.type === "text") runs.push({ insert: part.text, attributes: formatting(part.marks) });
    else {
      flush();
      out.push(new Y.XmlElement(part.type));
    }
  }
  flush();
  return out;
}

const formatting = (marks: readonly { readonly type: MarkName }[] = []) =>
  Object.fromEntries(marks.map(({ type }) => [type, {}]));
