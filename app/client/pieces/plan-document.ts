import * as Y from "yjs";
import { idOf, ID_BYTES, lineId, personId, type LineId, type PersonId } from "#domain/ids.ts";
import { day } from "#domain/pieces/days.ts";
import {
  MAX_COMMITMENTS,
  PARTS,
  RHYTHMS,
  type Draft,
  type Part,
  type Rhythm,
} from "#domain/pieces/plan.ts";
import type { Day } from "#domain/statement-view.ts";
import { isText, TYPED } from "./line-document.ts";
import { STEP_MS, undoOf, type Undo } from "./undo.ts";

/**
 * The document of a commitment plan, which two people write at once: `title` (Y.Text), `commitments`
 * (Y.Array of Y.Map `{ id, owner, goal, obstacle, when, act: Y.Text, rhythm, start, review?, gone? }`)
 * and `meta` (`format`).
 *
 * It holds what is being written and no more. What stands under whose name is said by signatures in the
 * ledger, so nothing that one of the two does here makes a duty for the other, or takes one away.
 * Nothing is ever deleted from the array: `gone` hides it, and it can be brought back.
 */

/** The format that this version writes. A document of another one is shown, and not written in. */
const FORMAT = 1;

/** The origin of what has to happen and is not taken back: the making of a container. */
const MADE = Symbol("made");

/** What can be chosen of a commitment besides its words. */
export type Choices = {
  readonly rhythm: Rhythm;
  readonly start: Day;
  readonly review: Day | null;
};

/** A commitment as it is being written: for whom, and in which words. */
export type Written = Choices &
  Readonly<Record<Part, Y.Text>> & {
    readonly id: LineId;
    /** Whom it is for. It is theirs only once they have signed it. */
    readonly owner: PersonId;
    readonly gone: boolean;
  };

export type PlanDocument = {
  readonly doc: Y.Doc;
  readonly title: Y.Text;
  /** The array itself, for undo. */
  readonly commitments: Y.Array<Y.Map<unknown>>;
  /** It was written by a newer version of this page. */
  readonly isNewer: () => boolean;
  /** What shows, in order. The same array as before while nothing but words has changed. */
  readonly shown: () => readonly Written[];
  /** Every text in which a caret can stand. */
  readonly texts: () => readonly Y.Text[];
  /** What was taken away and says something. */
  readonly gone: () => readonly Written[];
  /** Adds an empty commitment for this person. `null` when there are too many already. */
  readonly add: (owner: PersonId, start: Day) => LineId | null;
  readonly choose: (id: LineId, choices: Partial<Choices>) => void;
  readonly takeAway: (id: LineId) => void;
  readonly bringBack: (id: LineId) => void;
  /** Calls back when anything but words may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

const newLineId = (): LineId => idOf<LineId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

/** Writes nothing by itself: looking at a piece is not a change of it. */
export function planDocument(doc: Y.Doc, newId: () => LineId = newLineId): PlanDocument {
  const title = doc.getText("title");
  const commitments = doc.getArray<Y.Map<unknown>>("commitments");
  const meta = doc.getMap<unknown>("meta");
  const find = (id: LineId) => commitments.toArray().find((map) => writtenIn(map)?.id === id);
  const change = (id: LineId, act: (map: Y.Map<unknown>) => void) => {
    const map = find(id);
    if (map) doc.transact(() => act(map), TYPED);
  };
  const shown = steady(() => all(commitments).filter(({ gone }) => !gone));
  return {
    doc,
    title,
    commitments,
    isNewer: () => {
      const format = meta.get("format");
      return format !== undefined && format !== FORMAT;
    },
    shown,
    texts: () => [title, ...shown().flatMap((one) => PARTS.map((part) => one[part]))],
    gone: steady(() => all(commitments).filter((one) => one.gone && saysSomething(one))),
    add(owner, start) {
      if (shown().length >= MAX_COMMITMENTS) return null;
      const id = newId();
      // Two steps, so that undo hides it again and never deletes what the other may write in.
      doc.transact(() => {
        if (!meta.has("format")) meta.set("format", FORMAT);
        commitments.push([empty(id, owner, start)]);
      }, MADE);
      change(id, (map) => map.delete("gone"));
      return id;
    },
    choose: (id, choices) =>
      change(id, (map) => {
        for (const [key, value] of Object.entries(choices)) {
          if (value === null) map.delete(key);
          else map.set(key, value);
        }
      }),
    takeAway: (id) => change(id, (map) => map.set("gone", true)),
    bringBack: (id) => change(id, (map) => map.delete("gone")),
    subscribe(changed) {
      commitments.observeDeep(changed);
      meta.observe(changed);
      return () => {
        commitments.unobserveDeep(changed);
        meta.unobserve(changed);
      };
    },
  };
}

/** What stands in a commitment now, to be signed or compared with what was. */
export function draftOf({ owner, rhythm, start, review, ...texts }: Written): Draft {
  const words = Object.fromEntries(PARTS.map((part) => [part, texts[part].toString()]));
  return { ...(words as Record<Part, string>), owner, rhythm, start, review };
}

function empty(id: LineId, owner: PersonId, start: Day): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ["id", id],
    ["owner", owner],
    ["rhythm", "daily" satisfies Rhythm],
    ["start", start],
    ["gone", true],
    ...PARTS.map((part): [string, unknown] => [part, new Y.Text()]),
  ]);
}

/** `null` for what is no commitment: the other's device may have put anything there. */
function writtenIn(map: unknown): Written | null {
  if (!(map instanceof Y.Map)) return null;
  const id = lineId.safeParse(map.get("id"));
  const owner = personId.safeParse(map.get("owner"));
  const start = day.safeParse(map.get("start"));
  const texts = textsOf(map);
  if (!id.success || !owner.success || !start.success || !texts) return null;
  return {
    id: id.data,
    owner: owner.data,
    ...texts,
    rhythm: RHYTHMS.find((one) => one === map.get("rhythm")) ?? "daily",
    start: start.data,
    review: day.safeParse(map.get("review")).data ?? null,
    gone: map.get("gone") === true,
  };
}

function textsOf(map: Y.Map<unknown>): Readonly<Record<Part, Y.Text>> | null {
  const [goal, obstacle, when, act] = PARTS.map((part): unknown => map.get(part));
  if (!isText(goal) || !isText(obstacle) || !isText(when) || !isText(act)) return null;
  return { goal, obstacle, when, act };
}

const saysSomething = (one: Written): boolean => PARTS.some((part) => one[part].length > 0);

/** Of two under one id only the first counts; both people see the same first. */
function all(commitments: Y.Array<Y.Map<unknown>>): Written[] {
  const seen = new Map<LineId, Written>();
  for (const map of commitments) {
    const found = writtenIn(map);
    if (found && !seen.has(found.id)) seen.set(found.id, found);
  }
  return [...seen.values()];
}

/** Gives the same array again while it says the same, as React asks of a snapshot. */
function steady(read: () => readonly Written[]): () => readonly Written[] {
  let last: readonly Written[] = [];
  return () => {
    const next = read();
    const same =
      next.length === last.length && next.every((one, i) => isSame(one, last[i] ?? null));
    if (!same) last = next;
    return last;
  };
}

const isSame = (a: Written, b: Written | null): boolean =>
  b !== null && (Object.keys(a) as (keyof Written)[]).every((key) => a[key] === b[key]);

const kept = new WeakMap<Y.Doc, Undo>();

/** The one undo for the title and all commitments of this opening; it ends with the document. */
export function planUndo({ doc, title, commitments }: PlanDocument): Undo {
  const undo =
    kept.get(doc) ??
    undoOf(
      new Y.UndoManager([title, commitments], {
        trackedOrigins: new Set([TYPED]),
        captureTimeout: STEP_MS,
        deleteFilter: isWordsOrChoice,
      }),
    );
  kept.set(doc, undo);
  return undo;
}

const CHOICES: ReadonlySet<string> = new Set(["rhythm", "start", "review", "gone"]);

/** Undo deletes what was inserted: words and choices, never a container that the other may write in. */
const isWordsOrChoice = (item: Y.Item): boolean =>
  !(item.content instanceof Y.ContentType) &&
  (item.parentSub === null || CHOICES.has(item.parentSub));
