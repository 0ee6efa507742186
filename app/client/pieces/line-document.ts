import * as Y from "yjs";
import { MAX_LINES } from "#domain/pieces/agreement.ts";
import { idOf, lineId, ID_BYTES, type LineId } from "#domain/ids.ts";

/**
 * The document of a piece made of lines that two people write at once: `title` (Y.Text) and `lines`
 * (Y.Array of Y.Map `{ id, text: Y.Text, gone? }`).
 *
 * No line is ever deleted from the array, because the other may be typing in it at that moment:
 * `gone` hides it. A line that was taken away while it was *empty* shows again as soon as there are
 * words in it; a *retired* one stays apart until somebody brings it back.
 */

/** The origin of what a person does here; what undo takes back has this origin and no other. */
export const TYPED = Symbol("typed");
/** The origin of what has to happen and is not taken back: the making of a container. */
const MADE = Symbol("made");

export type Line = { readonly id: LineId; readonly text: Y.Text };

type LineMap = Y.Map<unknown>;
type Gone = "empty" | "retired";

export type LineDocument = {
  readonly doc: Y.Doc;
  readonly title: Y.Text;
  /** The array itself, for undo. */
  readonly lines: Y.Array<LineMap>;
  /** The lines to show, in order. The same array as before while nothing but words has changed. */
  readonly shown: () => readonly Line[];
  /** Retired lines that hold words, in order. */
  readonly retired: () => readonly Line[];
  /** Adds an empty line after this one, or at the end. `null` when there are too many already. */
  readonly add: (after?: LineId) => LineId | null;
  /** Takes the line away if it holds nothing; tells whether it did. */
  readonly removeEmpty: (id: LineId) => boolean;
  readonly retire: (id: LineId) => void;
  readonly bringBack: (id: LineId) => void;
  /** Calls back when `shown` or `retired` may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

const newLineId = (): LineId => idOf<LineId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

/** Writes nothing by itself: looking at a piece is not a change of it. */
export function lineDocument(doc: Y.Doc, newId: () => LineId = newLineId): LineDocument {
  const title = doc.getText("title");
  const lines = doc.getArray<LineMap>("lines");
  const find = (id: LineId) => lines.toArray().find((map) => entry(map)?.id === id);
  const mark = (id: LineId, gone: Gone | null, origin: symbol) => {
    const map = find(id);
    if (!map) return;
    doc.transact(() => (gone ? map.set("gone", gone) : map.delete("gone")), origin);
  };
  const shown = steady(() => entries(lines).filter(isShown));
  const retired = steady(() => entries(lines).filter(isRetired));
  return {
    doc,
    title,
    lines,
    shown,
    retired,
    add(after) {
      if (shown().length >= MAX_LINES) return null;
      const id = newId();
      const at = after === undefined ? -1 : lines.toArray().findIndex((map) => map === find(after));
      // Two steps, so that undo hides the line again and never deletes what the other may write in.
      doc.transact(() => lines.insert(at < 0 ? lines.length : at + 1, [emptyLine(id)]), MADE);
      mark(id, null, TYPED);
      return id;
    },
    removeEmpty(id) {
      const map = find(id);
      if (!map || (entry(map)?.text.length ?? 0) > 0) return false;
      mark(id, "empty", TYPED);
      return true;
    },
    retire: (id) => mark(id, "retired", TYPED),
    bringBack: (id) => mark(id, null, TYPED),
    subscribe(changed) {
      lines.observeDeep(changed);
      return () => lines.unobserveDeep(changed);
    },
  };
}

function emptyLine(id: LineId): LineMap {
  return new Y.Map<unknown>([
    ["id", id],
    ["text", new Y.Text()],
    ["gone", "empty" satisfies Gone],
  ]);
}

type Entry = Line & { readonly gone: unknown };

/** `null` for what is not a line: the other's device may have put anything there. */
function entry(map: unknown): Entry | null {
  if (!(map instanceof Y.Map)) return null;
  const id = lineId.safeParse(map.get("id"));
  const text: unknown = map.get("text");
  return id.success && text instanceof Y.Text ? { id: id.data, text, gone: map.get("gone") } : null;
}

/** Of two lines under one id only the first counts; both people see the same first. */
function entries(lines: Y.Array<LineMap>): Entry[] {
  const seen = new Set<LineId>();
  const out: Entry[] = [];
  for (const map of lines) {
    const found = entry(map);
    if (!found || seen.has(found.id)) continue;
    seen.add(found.id);
    out.push(found);
  }
  return out;
}

const isShown = ({ gone, text }: Entry): boolean =>
  gone === "retired" ? false : gone !== "empty" || text.length > 0;

const isRetired = ({ gone, text }: Entry): boolean => gone === "retired" && text.length > 0;

/** Gives the same array again while it holds the same lines, as React asks of a snapshot. */
function steady(read: () => readonly Line[]): () => readonly Line[] {
  let last: readonly Line[] = [];
  return () => {
    const next = read();
    const same =
      next.length === last.length && next.every((line, i) => line.text === last[i]?.text);
    if (!same) last = next;
    return last;
  };
}
