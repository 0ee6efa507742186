import type { GateRequest, PieceRequest } from "#domain/consent/commands.ts";
import type { NewEntry, Scope, Subject } from "#domain/consent/events.ts";
import type { Holdings, Known } from "#domain/consent/gate.ts";
import type { OwnPiece } from "#domain/consent/own.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { Appending, JournalHead, Loaded } from "#domain/ports.ts";

/**
 * What a decision writes: its entries, the sealed things that came with the command, and the journals
 * that it rests on. The other's quiet journal is never among them, so that a quiet act can neither
 * hinder what the other does nor be noticed by it.
 */
export function appendingFor(
  request: GateRequest,
  { holdings }: Loaded,
  known: Known,
  entries: readonly NewEntry[],
): Appending {
  const { room } = request;
  const head = headsOf(holdings);
  if (!("piece" in request)) return { room, expected: [head(room, "shared")], entries };
  const { piece } = request;
  return {
    room,
    expected: [head(room, "shared"), head(piece, "shared"), head(piece, known.me)],
    entries,
    ...sealedThings(request, known, entries),
  };
}

/** Its words and keys go for good; what is on record of a piece that was once offered stays. */
export function discardingOf(
  piece: PieceId,
  state: OwnPiece,
  { holdings }: Loaded,
  at: number,
): Appending {
  const { room, me } = holdings;
  const head = headsOf(holdings);
  const entry: NewEntry = {
    subject: piece,
    scope: me,
    by: me,
    at,
    event: { type: "piece-discarded" },
  };
  return {
    room,
    expected: [head(piece, "shared"), head(piece, me)],
    entries: state.versions.length > 0 ? [entry] : [],
    discarded: piece,
  };
}

const headsOf =
  ({ entries }: Holdings) =>
  (subject: Subject, scope: Scope): JournalHead => ({
    subject,
    scope,
    seq: entries
      .filter((entry) => entry.subject === subject && entry.scope === scope)
      .reduce((last, { seq }) => Math.max(last, seq), 0),
  });

function sealedThings(
  { room, piece, command }: PieceRequest,
  known: Known,
  entries: readonly NewEntry[],
): Omit<Appending, "room" | "expected" | "entries"> {
  switch (command.kind) {
    case "offer": {
      const { version, sealedVersion: ciphertext, wrappedKey, ownerKey } = command;
      return { version: { version, piece, ciphertext, wrappedKey, ownerKey } };
    }
    case "take-back":
      return { emptied: entries.flatMap(({ event }) => takenBackBy(event)) };
    case "propose": {
      const at = entries[0]?.at ?? 0;
      const { sealedKey } = command;
      return { begun: { piece, room, owner: known.me, mode: "together", sealedKey, at } };
    }
    case "ask-reopen":
      return { epochKey: { piece, epoch: epochOf(known, piece) + 1, sealed: command.sealedKey } };
    default:
      return {};
  }
}

const takenBackBy = (event: NewEntry["event"]): readonly VersionId[] =>
  event.type === "versions-taken-back" ? event.versions : [];

function epochOf(known: Known, id: PieceId): number {
  const piece = known.pieces.get(id);
  if (piece?.mode !== "together" || piece.stage.is !== "closed") {
    throw new Error("only a closed piece has a next epoch");
  }
  return piece.stage.epoch;
}
