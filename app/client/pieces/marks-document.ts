import type * as Y from "yjs";
import { lineId, type LineId } from "#domain/ids.ts";
import { isDay } from "#domain/pieces/days.ts";
import {
  inOrder,
  isMark,
  isNoticed,
  type Mark,
  type Marked,
  type Marks,
  type Noticed,
} from "#domain/pieces/marks.ts";
import type { Day } from "#domain/statement-view.ts";
import { TYPED } from "./line-document.ts";

/**
 * The document of what I have marked in one plan, mine alone: `own` and `noticed` (Y.Map of line and
 * day to a mark) and `meta` (`format`). There is no place in it for words.
 */

/** The format that this version writes. A document of another one is shown, and not written in. */
const FORMAT = 1;

export type MarksDocument = {
  readonly doc: Y.Doc;
  /** It was written by a newer version of this page. */
  readonly isNewer: () => boolean;
  /** Everything that is marked. The same object as before while nothing has changed. */
  readonly marks: () => Marks;
  /** Marks a day, or a week by its Monday, of my own commitment; `null` takes the mark away. */
  readonly mark: (line: LineId, first: Day, mark: Mark | null) => void;
  /** The same of what I have noticed of the other's. */
  readonly notice: (line: LineId, first: Day, noticed: Noticed | null) => void;
  /** Calls back when `marks` may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

/** Writes nothing by itself: looking at a piece is not a change of it. */
export function marksDocument(doc: Y.Doc): MarksDocument {
  const meta = doc.getMap<unknown>("meta");
  const own = doc.getMap<unknown>("own");
  const noticed = doc.getMap<unknown>("noticed");
  const put = (map: Y.Map<unknown>, line: LineId, first: Day, mark: Mark | Noticed | null) =>
    doc.transact(() => {
      if (!meta.has("format")) meta.set("format", FORMAT);
      if (mark === null) map.delete(`${line} ${first}`);
      else map.set(`${line} ${first}`, mark);
    }, TYPED);
  let last: Marks | null = null;
  const forget = () => {
    last = null;
  };
  own.observe(forget);
  noticed.observe(forget);
  return {
    doc,
    isNewer: () => {
      const format = meta.get("format");
      return format !== undefined && format !== FORMAT;
    },
    marks: () => (last ??= { own: read(own, isMark), noticed: read(noticed, isNoticed) }),
    mark: (line, first, mark) => put(own, line, first, mark),
    notice: (line, first, mark) => put(noticed, line, first, mark),
    subscribe(changed) {
      for (const map of [own, noticed, meta]) map.observe(changed);
      return () => {
        for (const map of [own, noticed, meta]) map.unobserve(changed);
      };
    },
  };
}

function read<M>(map: Y.Map<unknown>, is: (value: unknown) => value is M): readonly Marked<M>[] {
  const marked: Marked<M>[] = [];
  for (const [key, mark] of map) {
    const [id = "", first = ""] = key.split(" ");
    const line = lineId.safeParse(id);
    if (line.success && isDay(first) && is(mark)) marked.push({ line: line.data, first, mark });
  }
  return inOrder(marked);
}
