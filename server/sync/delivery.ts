import type { LogRow } from "#domain/ports.ts";
import type { Entry } from "#domain/sync/frame.ts";
import type { Connection } from "./connection.ts";
import type { Queued } from "./group-commit.ts";
import type { OpenPiece } from "./open-piece.ts";

/**
 * Tells everybody at the head of a piece what has just become durable: one message a connection, others'
 * frames and acknowledgements of its own together, in the order of the log.
 */
export function deliver(piece: OpenPiece, group: readonly Queued[]): void {
  const previous = piece.log.head;
  piece.log.committed(group.map(({ row }) => row));
  const last = piece.log.head;
  for (const connection of piece.connections) {
    if (!connection.isLive) continue;
    connection.send({ type: "updates", previous, last, entries: entriesFor(connection, group) });
  }
}

function entriesFor(connection: Connection, group: readonly Queued[]): Entry[] {
  const entries: Entry[] = [];
  for (const { row, from } of group) {
    if (row.kind === "stream" || from !== connection) {
      entries.push(entryOf(row));
      continue;
    }
    const before = entries.at(-1);
    const continues =
      before?.type === "ack" &&
      before.sn === row.sn &&
      before.counter + before.count === row.counter &&
      before.seq + before.count === row.seq;
    if (continues) entries[entries.length - 1] = { ...before, count: before.count + 1 };
    else {
      entries.push({ type: "ack", sn: row.sn, counter: row.counter, count: 1, seq: row.seq });
    }
  }
  return entries;
}

/** A row as everybody but its writer sees it. */
export function entryOf(row: LogRow): Entry {
  if (row.kind === "frame") {
    const { seq, sn, counter, sealed } = row;
    return { type: "frame", seq, sn, counter, sealed };
  }
  const { sn, stream, person, epoch, clientId } = row;
  return { type: "stream", sn, stream, person, epoch, clientId };
}
