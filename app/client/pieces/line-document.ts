import * as Y from "yjs";
import { idOf, lineId, ID_BYTES, type LineId } from "#domain/ids.ts";
import { MAX_LINES } from "#domain/pieces/agreement.ts";
import { day } from "#domain/pieces/days.ts";
import { isOrderKey, keyAt, type OrderKey } from "#domain/pieces/order.ts";
import { isTemplateLine, type TemplateLine } from "#domain/pieces/templates.ts";
import type { Day } from "#domain/statement-view.ts";

/**
 * The document of a piece made of lines that two people write at once: `title` (Y.Text), `lines`
 * (Y.Array of Y.Map `{ id, at, text: Y.Text, heading?, prompt?, review?, gone? }`), `meta` (Y.Map
 * `{ format }`), and for each line a Y.Text `margin <id>`, which is there for both without being made.
 *
 * No line is ever deleted from the array, and none is moved in it, because the other may be typing in
 * it at that moment: `gone` hides it, and `at` is its place. A line that was taken away while it was
 * *empty* shows again as soon as there are words in it; a *retired* one stays apart until somebody
 * brings it back.
 */

/** The origin of what a person does here; what undo takes back has this origin and no other. */
export const TYPED = Symbol("typed");
/** The origin of what has to happen and is not taken back: the making of a container. */
const MADE = Symbol("made");

export type Line = {
  readonly id: LineId;
  readonly text: Y.Text;
  readonly at: OrderKey | "";
  /** It parts the lines, and is not signed. */
  readonly heading: boolean;
  /** Of a template: what this line is for. */
  readonly prompt: TemplateLine | null;
  /** What is signed of it sleeps after this day. */
  readonly review: Day | null;
};

/** The shape of the documents that this version writes. */
const FORMAT = 1;

type LineMap = Y.Map<unknown>;
type Gone = "empty" | "retired";

export type LineDocument = {
  readonly doc: Y.Doc;
  readonly title: Y.Text;
  /** The array itself, for undo. */
  readonly lines: Y.Array<LineMap>;
  /** The lines to show, in order. The same array as before while nothing but words has changed. */
  readonly shown: () => readonly Line[];
  /** Every text in which a caret can stand. */
  readonly texts: () => readonly Y.Text[];
  /** Retired lines that hold words, in order. */
  readonly retired: () => readonly Line[];
  /** A newer version of this page has written in it: this one must not. */
  readonly isNewer: () => boolean;
  /** Adds an empty line after this one, or at the end. `null` when there are too many already. */
  readonly add: (after?: LineId, as?: NewLine) => LineId | null;
  /** Puts a line at this place, from 0, among those that show. */
  readonly move: (id: LineId, place: number) => void;
  readonly setReview: (id: LineId, review: Day | null) => void;
  /** What both remark beside a line. */
  readonly margin: (id: LineId) => Y.Text;
  /** Takes the line away if it holds nothing; tells whether it did. */
  readonly removeEmpty: (id: LineId) => boolean;
  readonly retire: (id: LineId) => void;
  readonly bringBack: (id: LineId) => void;
  /** Calls back when `shown` or `retired` may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

export type NewLine = { readonly heading?: true; readonly prompt?: TemplateLine };

const newLineId = (): LineId => idOf<LineId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

/** Writes nothing by itself: looking at a piece is not a change of it. */
export function lineDocument(doc: Y.Doc, newId: () => LineId = newLineId): LineDocument {
  const title = doc.getText("title");
  const lines = doc.getArray<LineMap>("lines");
  const meta = doc.getMap<unknown>("meta");
  const find = (id: LineId) => lines.toArray().find((map) => entry(map)?.id === id);
  const mark = (id: LineId, key: "gone" | "at" | "review", value: string | null) => {
    const map = find(id);
    if (!map) return;
    doc.transact(() => (value === null ? map.delete(key) : map.set(key, value)), TYPED);
  };
  const shown = steady(() => entries(lines).filter(isShown));
  const retired = steady(() => entries(lines).filter(isRetired));
  return {
    doc,
    title,
    lines,
    shown,
    texts: () => [title, ...shown().map(({ text }) => text)],
    retired,
    isNewer() {
      const format = meta.get("format");
      return format !== undefined && format !== FORMAT;
    },
    add(after, as = {}) {
      const others = shown();
      if (others.length >= MAX_LINES) return null;
      const id = newId();
      const above = others.findIndex((line) => line.id === after);
      const at = keyAt(others, above < 0 ? others.length : above + 1);
      // Two steps, so that undo hides the line again and never deletes what the other may write in.
      doc.transact(() => {
        if (!meta.has("format")) meta.set("format", FORMAT);
        lines.push([emptyLine(id, at, as)]);
      }, MADE);
      mark(id, "gone", null);
      return id;
    },
    move(id, place) {
      const others = shown().filter((line) => line.id !== id);
      mark(id, "at", keyAt(others, place));
    },
    setReview: (id, review) => mark(id, "review", review),
    margin: (id) => doc.getText(`margin ${id}`),
    removeEmpty(id) {
      const map = find(id);
      if (!map || (entry(map)?.text.length ?? 0) > 0) return false;
      mark(id, "gone", "empty" satisfies Gone);
      return true;
    },
    retire: (id) => mark(id, "gone", "retired" satisfies Gone),
    bringBack: (id) => mark(id, "gone", null),
    subscribe(changed) {
      lines.observeDeep(changed);
      meta.observe(changed);
      return () => {
        lines.unobserveDeep(changed);
        meta.unobserve(changed);
      };
    },
  };
}

function emptyLine(id: LineId, at: OrderKey, { heading, prompt }: NewLine): LineMap {
  return new Y.Map<unknown>([
    ["id", id],
    ["at", at],
    ["text", new Y.Text()],
    ["gone", "empty" satisfies Gone],
    ...(heading ? [["heading", true] as [string, unknown]] : []),
    ...(prompt ? [["prompt", prompt] as [string, unknown]] : []),
  ]);
}

type Entry = Line & { readonly gone: unknown };

/**
 * Whether this is a text of ours. Yjs's text of XML is one by its class too, but says something else than it
 * is long, so that nothing could be written in it.
 */
export const isText = (value: unknown): value is Y.Text =>
  value instanceof Y.Text && value.constructor === Y.Text;

/** `null` for what is not a line: the other's device may have put anything there. */
function entry(map: unknown): Entry | null {
  if (!(map instanceof Y.Map)) return null;
  const id = lineId.safeParse(map.get("id"));
  const [text, at, prompt]: unknown[] = [map.get("text"), map.get("at"), map.get("prompt")];
  if (!id.success || !isText(text)) return null;
  return {
    id: id.data,
    text,
    at: isOrderKey(at) ? at : "",
    heading: map.get("heading") === true,
    prompt: isTemplateLine(prompt) ? prompt : null,
    review: day.safeParse(map.get("review")).data ?? null,
    gone: map.get("gone"),
  };
}

/**
 * Of two lines under one id only the first counts; both people see the same first. Lines with one key
 * stand as they were added.
 */
function entries(lines: Y.Array<LineMap>): Entry[] {
  const seen = new Map<LineId, Entry>();
  for (const map of lines) {
    const found = entry(map);
    if (found && !seen.has(found.id)) seen.set(found.id, found);
  }
  return [...seen.values()].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

const isShown = ({ gone, text }: Entry): boolean =>
  gone === "retired" ? false : gone !== "empty" || text.length > 0;

const isRetired = ({ gone, text }: Entry): boolean => gone === "retired" && text.length > 0;

/** Gives the same array again while it holds the same lines, as React asks of a snapshot. */
function steady(read: () => readonly Line[]): () => readonly Line[] {
  let last: readonly Line[] = [];
  return () => {
    const next = read();
    const same = next.length === last.length && next.every((line, i) => isSame(line, last[i]));
    if (!same) last = next;
    return last;
  };
}

const isSame = (a: Line, b: Line | undefined): boolean =>
  b !== undefined && (Object.keys(a) as (keyof Line)[]).every((key) => a[key] === b[key]);
