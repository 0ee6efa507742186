import type { GateRequest, PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import type { NewEntry, Scope, Subject } from "#domain/consent/events.ts";
import type { Holdings, Known } from "#domain/consent/gate.ts";
import type { OwnPiece } from "#domain/consent/own.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
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
  const both = (subject: Subject) => [head(subject, "shared"), head(subject, known.me)];
  if ("piece" in request) {
    const { piece, command } = request;
    return {
      room,
      expected: [head(room, "shared"), ...both(piece)],
      entries,
      ...sealedThings(room, piece, command, known, entries),
      ...emptying(entries, known),
    };
  }
  const { command } = request;
  if (!LEAVES.has(command.kind)) return { room, expected: both(room), entries };
  const goodbye = command.kind === "leave" ? command.goodbye : undefined;
  return {
    room,
    expected: [...both(room), ...(goodbye ? both(goodbye.piece) : [])],
    entries,
    ...(goodbye && sealedThings(room, goodbye.piece, goodbye.offer, known, entries)),
    // What waits to be offered never will be.
    emptied: waitingVersions(known),
    leaving: { person: known.me, blocks: command.kind === "block" ? known.other : null },
  };
}

const LEAVES: ReadonlySet<RoomCommand["kind"]> = new Set(["leave", "block", "close-side"]);

/** Versions of mine that wait for their time. */
export const waitingVersions = ({ pieces }: Known): readonly VersionId[] =>
  [...pieces.values()].flatMap((piece) =>
    piece.mode === "own" && piece.waiting ? [piece.waiting.version] : [],
  );

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
    // Of a piece on which nothing is recorded, not even that it was deleted.
    entries: holdings.entries.some(({ subject }) => subject === piece) ? [entry] : [],
    discarded: { piece, owner: me },
  };
}

/** The last `seq` of a journal that these holdings rest on. */
export const headsOf =
  ({ entries }: Holdings) =>
  (subject: Subject, scope: Scope): JournalHead => ({
    subject,
    scope,
    seq: entries
      .filter((entry) => entry.subject === subject && entry.scope === scope)
      .reduce((last, { seq }) => Math.max(last, seq), 0),
  });

function sealedThings(
  room: RoomId,
  piece: PieceId,
  command: PieceCommand,
  known: Known,
  entries: readonly NewEntry[],
): Partial<Appending> {
  const at = entries[0]?.at ?? 0;
  const owner = known.me;
  switch (command.kind) {
    case "offer":
    case "wait":
    case "put-in": {
      const { version, sealedVersion: ciphertext, wrappedKey, ownerKey } = command;
      const stored = { version: { version, piece, ciphertext, wrappedKey, ownerKey } };
      return command.kind === "put-in" ? stored : { ...stored, due: { piece, at: dueAt(entries) } };
    }
    case "dont-send":
      return { due: { piece, at: null } };
    case "propose":
      return {
        begun: { piece, room, owner, mode: "together", sealedKey: command.sealedKey, at },
      };
    case "begin-pair":
      return { begun: { piece, room, owner, mode: "paired", sealedKey: null, at } };
    case "ask-reopen":
      return { epochKey: { piece, epoch: epochOf(known, piece) + 1, sealed: command.sealedKey } };
    case "begin-round":
      return { due: { piece, at: roundEnd(known, piece) } };
    default:
      return {};
  }
}

/** When the offer that these entries set is due; `null` if they set none. */
function dueAt(entries: readonly NewEntry[]): number | null {
  const set = entries.map(({ event }) => event).find(({ type }) => type === "offer-set");
  return set?.type === "offer-set" ? set.notBefore : null;
}

/** What these entries take away: its words, and the key for the other. */
function emptying(entries: readonly NewEntry[], { pieces }: Known): Pick<Appending, "emptied"> {
  const emptied = entries.flatMap(({ subject, event }): readonly VersionId[] => {
    switch (event.type) {
      case "pair-withdrawn": {
        const piece = pieces.get(subject as PieceId);
        return piece?.mode === "paired" && piece.putIn ? [piece.putIn.version] : [];
      }
      case "versions-taken-back":
        return event.versions;
      case "offer-unset":
      case "answer-taken-out":
        return [event.version];
      default:
        return [];
    }
  });
  return emptied.length > 0 ? { emptied } : {};
}

function roundEnd(known: Known, id: PieceId): number | null {
  const piece = known.pieces.get(id);
  return piece?.mode === "paired" && piece.round?.is === "asked" ? piece.round.opensAt : null;
}

function epochOf(known: Known, id: PieceId): number {
  const piece = known.pieces.get(id);
  if (piece?.mode !== "together" || piece.stage.is !== "closed") {
    throw new Error("only a closed piece has a next epoch");
  }
  return piece.stage.epoch;
}
