import * as Y from "yjs";
import type { Day } from "#domain/statement-view.ts";
import {
  area as areaSchema,
  boundaryDay,
  boundaryLine,
  MAX_BOUNDARIES,
  type Area,
  type BoundaryLine,
} from "#domain/pieces/boundaries.ts";
import { idOf, lineId, ID_BYTES, type LineId } from "#domain/ids.ts";
import { isOrderKey, keyAt, type OrderKey } from "#domain/pieces/order.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { TYPED } from "./line-document.ts";
import { STEP_MS, undoOf, type Undo } from "./undo.ts";

/**
 * The document of somebody's list of boundaries, theirs alone: `lines` (Y.Array of Y.Map `{ id, at,
 * statement, welcome, response: Y.Text, area, firm, until?, review?, gone?, offered?, takenBack? }`), `areas`
 * (Y.Map: the areas that do not fit the two) and `meta` (`format`).
 *
 * No line is ever deleted from the array, and none is moved in it: `gone` hides it, and `at` is its
 * place. So two devices that put the list in order at once lose nothing.
 */

/** The format that this version writes. It can read every one before, and shows a newer one read-only. */
const FORMAT = 1;

/** The origin of what has to happen and is not taken back: the making of a container. */
const MADE = Symbol("made");

export const BOUNDARY_TEXTS = ["statement", "welcome", "response"] as const;
export type BoundaryText = (typeof BOUNDARY_TEXTS)[number];

/** What can be set of a line besides its words. */
export type BoundarySettings = {
  readonly area: Area;
  readonly firm: boolean;
  readonly until: Day | undefined;
  readonly review: Day | undefined;
};

/** A line as it is being written. */
export type Boundary = BoundarySettings &
  Readonly<Record<BoundaryText, Y.Text>> & {
    readonly id: LineId;
    readonly at: OrderKey;
    readonly gone: boolean;
    /** It was offered at some time; whether it still is stands elsewhere. */
    readonly wasOffered: boolean;
    /** The day on which its writer last took it back by itself. */
    readonly takenBack: Day | undefined;
  };

export type BoundariesDocument = {
  readonly doc: Y.Doc;
  /** The array itself, for undo. */
  readonly lines: Y.Array<Y.Map<unknown>>;
  readonly areas: Y.Map<unknown>;
  /** It was written by a newer version: it is shown, and nothing may be changed in it here. */
  readonly isNewer: () => boolean;
  /** The lines in their order. The same array as before while nothing but words has changed. */
  readonly shown: () => readonly Boundary[];
  /** What was taken out of the list and says something. */
  readonly gone: () => readonly Boundary[];
  /** The areas that do not fit. */
  readonly hidden: () => readonly Area[];
  /** Adds an empty line behind this one, or at the end. `null` when there are too many already. */
  readonly add: (area: Area, after?: LineId) => LineId | null;
  readonly set: (id: LineId, settings: Partial<BoundarySettings>) => void;
  /** Puts a line at this place, from 0, among those that show. */
  readonly move: (id: LineId, place: number) => void;
  readonly takeOut: (id: LineId) => void;
  readonly bringBack: (id: LineId) => void;
  /** Notes that these lines were offered. */
  readonly noteOffered: (ids: readonly LineId[]) => void;
  /** Notes on which day these lines were taken back from the other. */
  readonly noteTakenBack: (ids: readonly LineId[], on: Day) => void;
  readonly hide: (area: Area, hidden: boolean) => void;
  /** Calls back when `shown`, `gone` or `hidden` may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

const newLineId = (): LineId => idOf<LineId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

/** Writes nothing by itself: looking at a piece is not a change of it. */
export function boundariesDocument(
  doc: Y.Doc,
  newId: () => LineId = newLineId,
): BoundariesDocument {
  const lines = doc.getArray<Y.Map<unknown>>("lines");
  const areas = doc.getMap<unknown>("areas");
  const meta = doc.getMap<unknown>("meta");
  const find = (id: LineId) => lines.toArray().find((map) => boundaryOf(map)?.id === id);
  const change = (id: LineId, act: (map: Y.Map<unknown>) => void) => {
    const map = find(id);
    if (map) doc.transact(() => act(map), TYPED);
  };
  const note = (ids: readonly LineId[], key: string, value: unknown) =>
    doc.transact(() => {
      for (const id of ids) find(id)?.set(key, value);
    }, MADE);
  const all = () => inOrder(lines);
  const shown = steady(() => all().filter((line) => !line.gone));
  const gone = steady(() => all().filter((line) => line.gone && hasWords(line)));
  const hidden = steadyAreas(areas);
  return {
    doc,
    lines,
    areas,
    isNewer: () => {
      const format = meta.get("format");
      return format !== undefined && format !== FORMAT;
    },
    shown,
    gone,
    hidden,
    add(area, after) {
      const others = shown();
      if (others.length >= MAX_BOUNDARIES) return null;
      const id = newId();
      const above = others.findIndex((line) => line.id === after);
      const at = keyAt(others, above < 0 ? others.length : above + 1);
      // Two steps, so that undo hides the line again and deletes no container.
      doc.transact(() => {
        if (!meta.has("format")) meta.set("format", FORMAT);
        lines.push([emptyLine(id, at, area)]);
      }, MADE);
      change(id, (map) => map.delete("gone"));
      return id;
    },
    set: (id, settings) =>
      change(id, (map) => {
        for (const [key, value] of Object.entries(settings)) {
          if (value === undefined) map.delete(key);
          else map.set(key, value);
        }
      }),
    move(id, place) {
      const others = shown().filter((line) => line.id !== id);
      change(id, (map) => map.set("at", keyAt(others, place)));
    },
    takeOut: (id) => change(id, (map) => map.set("gone", true)),
    bringBack: (id) => change(id, (map) => map.delete("gone")),
    noteOffered: (ids) => note(ids, "offered", true),
    noteTakenBack: (ids, on) => note(ids, "takenBack", on),
    hide: (area, isHidden) =>
      doc.transact(() => {
        if (isHidden) areas.set(area, "hidden");
        else areas.delete(area);
      }, TYPED),
    subscribe(changed) {
      lines.observeDeep(changed);
      areas.observe(changed);
      meta.observe(changed);
      return () => {
        lines.unobserveDeep(changed);
        areas.unobserve(changed);
        meta.unobserve(changed);
      };
    },
  };
}

/** What a line would say if it were offered as it stands; `null` as long as it says nothing. */
export function lineOf(boundary: Boundary): BoundaryLine | null {
  const { id, area, firm, until, review } = boundary;
  const read = boundaryLine.safeParse({
    id,
    area,
    statement: normaliseWords(boundary.statement.toString()),
    welcome: normaliseWords(boundary.welcome.toString()),
    response: normaliseWords(boundary.response.toString()),
    firm,
    ...(until !== undefined && { until }),
    ...(review !== undefined && { review }),
  });
  return read.success ? read.data : null;
}

function emptyLine(id: LineId, at: OrderKey, area: Area): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ["id", id],
    ["at", at],
    ["area", area],
    ["firm", true],
    ["gone", true],
    ...BOUNDARY_TEXTS.map((name): [string, unknown] => [name, new Y.Text()]),
  ]);
}

/** `null` for what is no line. */
function boundaryOf(map: unknown): Boundary | null {
  if (!(map instanceof Y.Map)) return null;
  const id = lineId.safeParse(map.get("id"));
  const [statement, welcome, response] = BOUNDARY_TEXTS.map((name): unknown => map.get(name));
  if (!id.success || !(statement instanceof Y.Text)) return null;
  if (!(welcome instanceof Y.Text) || !(response instanceof Y.Text)) return null;
  const at: unknown = map.get("at");
  return {
    id: id.data,
    at: isOrderKey(at) ? at : "",
    statement,
    welcome,
    response,
    area: areaSchema.catch("open").parse(map.get("area")),
    firm: map.get("firm") !== false,
    until: dayOf(map.get("until")),
    review: dayOf(map.get("review")),
    wasOffered: map.get("offered") === true,
    takenBack: dayOf(map.get("takenBack")),
    gone: map.get("gone") === true,
  };
}

const dayOf = (value: unknown): Day | undefined => boundaryDay.safeParse(value).data;

const hasWords = (line: Boundary): boolean => BOUNDARY_TEXTS.some((name) => line[name].length > 0);

/** Lines with one key stand in the order of their ids: the same on every device. */
function inOrder(lines: Y.Array<Y.Map<unknown>>): Boundary[] {
  const seen = new Map<LineId, Boundary>();
  for (const map of lines) {
    const line = boundaryOf(map);
    if (line && !seen.has(line.id)) seen.set(line.id, line);
  }
  return [...seen.values()].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/** By code unit, as the keys are made; not as people sort names. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Gives the same array again while it says the same, as React asks of a snapshot. */
function steady(read: () => readonly Boundary[]): () => readonly Boundary[] {
  let last: readonly Boundary[] = [];
  return () => {
    const next = read();
    const same =
      next.length === last.length &&
      next.every((line, i) => {
        const other = last[i];
        return other !== undefined && isSame(line, other);
      });
    if (!same) last = next;
    return last;
  };
}

const isSame = (a: Boundary, b: Boundary): boolean =>
  (Object.keys(a) as (keyof Boundary)[]).every((key) => a[key] === b[key]);

function steadyAreas(areas: Y.Map<unknown>): () => readonly Area[] {
  let last: readonly Area[] = [];
  return () => {
    const next = areaSchema.options.filter((name) => areas.get(name) === "hidden");
    if (next.join() !== last.join()) last = next;
    return last;
  };
}

const kept = new WeakMap<Y.Doc, Undo>();

/** The one undo for the whole list of this opening; it ends with the document. */
export function boundariesUndo({ doc, lines, areas }: BoundariesDocument): Undo {
  const undo =
    kept.get(doc) ??
    undoOf(
      new Y.UndoManager([lines, areas], {
        trackedOrigins: new Set([TYPED]),
        captureTimeout: STEP_MS,
        deleteFilter: (item) => !(item.content instanceof Y.ContentType),
      }),
    );
  kept.set(doc, undo);
  return undo;
}
