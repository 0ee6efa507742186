import type { PersonId, StreamId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import type { DevicePiece, HeadRow, OwnerRow, Step, StreamRow } from "./device-store.ts";
import { clientIdsOf, deletionsOf, endsOf } from "./yjs-update.ts";

/** What is known of a piece's log at a cursor. */
export type LogView = {
  readonly stream: (sn: number) => StreamRow | undefined;
  readonly owner: (clientId: number) => PersonId | undefined;
  /** The last frame of a stream; counter 0 before its first. */
  readonly head: (sn: number) => HeadRow;
  /** The clock up to which the log holds what was written under a client id. */
  readonly end: (clientId: number) => number;
};

/**
 * Whether every id that an update writes under is this person's, and what it takes away of anybody else's is
 * there. Yjs would remember the rest, and take it away as soon as it is written.
 */
export function belongsTo(person: PersonId, update: Uint8Array, log: LogView): boolean {
  return (
    clientIdsOf(update).every((clientId) => log.owner(clientId) === person) &&
    deletionsOf(update).every(
      ({ clientId, end }) => log.owner(clientId) === person || end <= log.end(clientId),
    )
  );
}

/** Client ids, and the clock up to which each was written under. */
export type Ends = ReadonlyMap<number, number>;

function extendEnds(ends: Map<number, number>, by: Ends): void {
  for (const [clientId, end] of by) ends.set(clientId, Math.max(end, ends.get(clientId) ?? 0));
}

/** The log as this tab has taken it in. */
export class LogState implements LogView {
  #cursor: number;
  readonly #streams: Map<number, StreamRow>;
  readonly #owners: Map<number, PersonId>;
  readonly #heads: Map<number, HeadRow>;
  readonly #ends = new Map<number, number>();

  constructor(kept: Pick<DevicePiece, "cursor" | "streams" | "owners" | "heads">) {
    this.#cursor = kept.cursor;
    this.#streams = new Map(kept.streams.map((row) => [row.sn, row]));
    this.#owners = new Map(kept.owners.map((row) => [row.clientId, row.person]));
    this.#heads = new Map(kept.heads.map((row) => [row.sn, row]));
  }

  get cursor(): number {
    return this.#cursor;
  }

  stream(sn: number): StreamRow | undefined {
    return this.#streams.get(sn);
  }

  owner(clientId: number): PersonId | undefined {
    return this.#owners.get(clientId);
  }

  head(sn: number): HeadRow {
    return this.#heads.get(sn) ?? { sn, counter: 0, hash: NO_PREVIOUS };
  }

  end(clientId: number): number {
    return this.#ends.get(clientId) ?? 0;
  }

  /** What the device keeps of the log says this. */
  holds(update: Uint8Array): void {
    extendEnds(this.#ends, endsOf(update));
  }

  /** The last frame that the log holds of a stream; counter 0 for one without frames. */
  headOf(stream: StreamId): Omit<HeadRow, "sn"> {
    const known = [...this.#streams.values()].find((row) => row.stream === stream);
    return known ? this.head(known.sn) : { counter: 0, hash: NO_PREVIOUS };
  }

  accept(step: Step, ends: Ends): void {
    for (const row of step.streams) this.#streams.set(row.sn, row);
    for (const row of step.owners) {
      if (!this.#owners.has(row.clientId)) this.#owners.set(row.clientId, row.person);
    }
    for (const row of step.heads) this.#heads.set(row.sn, row);
    extendEnds(this.#ends, ends);
    this.#cursor = Math.max(this.#cursor, step.last);
  }
}

/** The log as it will be once a step has been taken in: a layer over {@link LogState}. */
export class LogDraft implements LogView {
  readonly streams = new Map<number, StreamRow>();
  readonly owners = new Map<number, OwnerRow>();
  readonly heads = new Map<number, HeadRow>();
  readonly ends = new Map<number, number>();
  readonly #base: LogView;

  constructor(base: LogView) {
    this.#base = base;
  }

  stream(sn: number): StreamRow | undefined {
    return this.streams.get(sn) ?? this.#base.stream(sn);
  }

  owner(clientId: number): PersonId | undefined {
    return this.#base.owner(clientId) ?? this.owners.get(clientId)?.person;
  }

  head(sn: number): HeadRow {
    return this.heads.get(sn) ?? this.#base.head(sn);
  }

  end(clientId: number): number {
    return Math.max(this.ends.get(clientId) ?? 0, this.#base.end(clientId));
  }

  /** This update is let in. */
  holds(update: Uint8Array): void {
    extendEnds(this.ends, endsOf(update));
  }

  announce(row: StreamRow, clientId: number): void {
    this.streams.set(row.sn, row);
    if (!this.owners.has(clientId)) this.owners.set(clientId, { clientId, person: row.person });
  }

  /** Heads only move forward: a repeat is not news. */
  extend(head: HeadRow): void {
    if (head.counter > this.head(head.sn).counter) this.heads.set(head.sn, head);
  }
}
