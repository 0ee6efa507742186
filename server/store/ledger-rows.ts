import { toBase64Url } from "#domain/bytes.ts";
import {
  consentEvent,
  scope,
  subject,
  type Entry,
  type NewEntry,
  type Recorded,
} from "#domain/consent/events.ts";
import { recordOf } from "#domain/consent/record.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import type { Client } from "./database.ts";

/**
 * How an entry lies in its two tables: a statement stands once, in its own row; the event's `data`
 * holds its hash and whatever else the event says.
 */

type Rows<Model extends "event" | "statement"> = Awaited<
  ReturnType<Client[Model]["findMany"]>
>[number];

export function eventRow(room: RoomId, entry: NewEntry, seq: number) {
  const { type, ...rest } = entry.event;
  const data =
    "recorded" in rest ? { ...rest, recorded: rest.recorded.statement.hash } : { ...rest };
  return {
    roomId: room,
    subject: entry.subject,
    scope: entry.scope,
    seq,
    byId: entry.by,
    type,
    at: BigInt(entry.at),
    data: JSON.stringify(data),
  };
}

export function statementRow(room: RoomId, person: PersonId, { n, statement }: Recorded) {
  return {
    roomId: room,
    personId: person,
    hash: decoded(statement.hash),
    n: n === 0 ? null : n,
    body: decoded(statement.body),
    signature: decoded(statement.signature),
  };
}

/** Throws for rows that {@link eventRow} and {@link statementRow} did not make. */
export function entriesFrom(
  events: readonly Rows<"event">[],
  statements: readonly Rows<"statement">[],
): Entry[] {
  const records = new Map<Encoded, Recorded>(
    statements.map((row) => {
      const hash = toBase64Url(row.hash);
      const [body, signature] = [toBase64Url(row.body), toBase64Url(row.signature)];
      return [hash, recordOf({ hash, body, signature })];
    }),
  );
  return events.map((row) => {
    const data: unknown = JSON.parse(row.data);
    if (typeof data !== "object" || data === null) throw new Error("an event is not an object");
    const recorded = "recorded" in data ? records.get(String(data.recorded)) : undefined;
    return {
      subject: subject.parse(row.subject),
      scope: scope.parse(row.scope),
      seq: row.seq,
      by: row.byId as PersonId,
      at: Number(row.at),
      event: consentEvent.parse({ type: row.type, ...data, ...(recorded && { recorded }) }),
    };
  });
}
