import type { Encoded } from "../encoded.ts";
import type { PersonId, PieceId, RoomId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { GateCode } from "../rooms.ts";
import type { GateRequest, PieceRequest, SignedStatement } from "./commands.ts";
import type { Waiting } from "./door.ts";
import {
  scopeOf,
  type ConsentEvent,
  type Entry,
  type NewEntry,
  type OwnEvent,
  type Recorded,
  type TogetherEvent,
} from "./events.ts";
import { decideOwn, evolveOwn, newOwnPiece, waitingVersion, type OwnPiece } from "./own.ts";
import { decideRoom, evolveRoom, isPaused, NEW_ROOM, type RoomState } from "./room.ts";
import {
  decideTogether,
  evolveTogether,
  newTogetherPiece,
  proposalWaits,
  type TogetherPiece,
} from "./together.ts";

/**
 * The gate: one state machine for browser and server. It is folded for one person, from what that
 * person may know: the shared journals and their own quiet one. So neither a view nor a refusal can
 * tell what the other did quietly.
 */
export type Known = {
  readonly me: PersonId;
  readonly other: PersonId | null;
  readonly room: RoomState;
  readonly pieces: ReadonlyMap<PieceId, Piece>;
};

export type Piece = OwnPiece | TogetherPiece;

/** A piece as it stands in the store, whether or not anything happened to it yet. */
export type PieceRow = {
  readonly piece: PieceId;
  readonly owner: PersonId;
  readonly mode: "own" | "together";
  /** Wrapped keys, by epoch from 1. Of an own piece, nobody but its owner gets it. */
  readonly keys: readonly Encoded[];
};

/** What of a room one person may know. */
export type Holdings = {
  readonly room: RoomId;
  readonly me: PersonId;
  readonly other: PersonId | null;
  /** My own pieces, and those of which something stands in a shared journal. */
  readonly pieces: readonly PieceRow[];
  /** The shared journals and my own, each in the order of `seq`. */
  readonly entries: readonly Entry[];
};

export function know({ room, me, other, pieces, entries }: Holdings): Known {
  const states = new Map<PieceId, Piece>();
  for (const { piece, owner, mode } of pieces) {
    if (mode === "own" && owner === me) states.set(piece, newOwnPiece(owner));
  }
  const stored = new Map<string, PieceRow>(pieces.map((row) => [row.piece, row]));
  let state = NEW_ROOM;
  // Quiet acts come last: each only says what became of something that a shared journal began.
  for (const scope of ["shared", me] as const) {
    for (const { subject, scope: in_, by, at, event } of entries) {
      if (in_ !== scope) continue;
      if (subject === room) {
        if (event.type === "room-paused" || event.type === "room-resumed") {
          state = evolveRoom(state, event, by);
        }
        continue;
      }
      const row = stored.get(subject);
      if (!row) continue; // deleted since
      const piece = evolvePiece(states.get(row.piece) ?? newOwnPiece(row.owner), event, by, at);
      states.set(row.piece, piece);
    }
  }
  return { me, other, room: state, pieces: states };
}

function evolvePiece(piece: Piece, event: ConsentEvent, by: PersonId, at: number): Piece {
  switch (event.type) {
    case "room-paused":
    case "room-resumed":
      return piece;
    case "piece-proposed":
      return newTogetherPiece(by, event, at);
    case "version-offered":
    case "versions-taken-back":
    case "opening-told":
    case "version-answered":
    case "piece-discarded":
    case "opened":
      return piece.mode === "own" ? evolveOwn(piece, event, at) : piece;
    case "put-off":
    case "declined":
    case "decline-told":
      return piece.mode === "own" ? evolveOwn(piece, event, at) : evolveTogether(piece, event, by);
    case "proposal-withdrawn":
    case "proposal-accepted":
    case "line-signed":
    case "signature-taken-back":
    case "piece-closed":
    case "reopening-asked":
    case "piece-reopened":
      return piece.mode === "together" ? evolveTogether(piece, event, by) : piece;
    default:
      return unreachable(event);
  }
}

/**
 * What shows at my door now: everything that I put off, and of the rest only what has waited longest,
 * so that nobody stands before a heap. While the room is paused, nothing.
 */
export function door(known: Known, now: number): ReadonlyMap<PieceId, Waiting> {
  if (isPaused(known.room, now)) return new Map();
  const waiting = [...known.pieces]
    .map(([id, piece]) => waitingOf(id, piece, known.me, now))
    .filter((item) => item !== null)
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  const next = waiting.find(({ putOff }) => !putOff);
  const shown = waiting.filter((item) => item.putOff || item === next);
  return new Map(shown.map(({ id, version, putOff }) => [id, { version, putOff }]));
}

function waitingOf(id: PieceId, piece: Piece, me: PersonId, now: number) {
  if (piece.mode === "together") {
    if (piece.by === me || !proposalWaits(piece, now)) return null;
    return { id, version: null, since: piece.proposedAt, putOff: piece.reading === "put-off" };
  }
  const version = piece.owner === me ? null : waitingVersion(piece, now);
  if (!version) return null;
  const { offeredAt: since, reading } = version;
  return { id, version: version.version, since, putOff: reading === "put-off" };
}

/** How a statement that was checked goes into the record. */
export type Recording = (statement: SignedStatement) => Recorded;

/** What a request of this person leads to: events, each in its journal, or a refusal. */
export function decide(
  known: Known,
  request: GateRequest,
  now: number,
  record: Recording,
): Result<readonly NewEntry[], GateCode> {
  const { me, room } = known;
  if (!("piece" in request)) {
    const events = decideRoom(room, request.command, me, now);
    return ok(events.map((event) => entry(request.room, event, me, now)));
  }
  const events = decidePiece(known, request, now, record);
  return events.ok ? ok(events.value.map((event) => entry(request.piece, event, me, now))) : events;
}

const entry = (
  subject: NewEntry["subject"],
  event: ConsentEvent,
  by: PersonId,
  at: number,
): NewEntry => ({ subject, scope: scopeOf(event, by), by, at, event });

/** Removals succeed in every state; what is offered in a pause waits for its end. */
const IN_A_PAUSE: ReadonlySet<PieceRequest["command"]["kind"]> = new Set([
  "offer",
  "propose",
  "take-back",
  "withdraw",
  "take-signature-back",
  "close",
]);

function decidePiece(
  known: Known,
  { piece: id, command }: PieceRequest,
  now: number,
  record: Recording,
): Result<readonly (OwnEvent | TogetherEvent)[], GateCode> {
  // Before the piece is looked at: in a pause, what is there and what is not are refused alike.
  if (isPaused(known.room, now) && !IN_A_PAUSE.has(command.kind)) return refuse("paused");
  const piece = known.pieces.get(id);
  const paired = known.other !== null;
  if (command.kind === "propose") {
    if (!paired) return refuse("alone");
    if (piece) return refuse("already-done");
    const { envelope, statement } = command;
    return ok([{ type: "piece-proposed", envelope, recorded: record(statement) }]);
  }
  if (!piece) return refuse("not-here");
  const waiting = door(known, now).get(id) ?? null;
  const acting = { me: known.me, now, paired, waiting, record };
  switch (command.kind) {
    case "not-now":
    case "no":
      return piece.mode === "own"
        ? decideOwn(piece, command, acting)
        : decideTogether(piece, command, acting);
    case "offer":
    case "take-back":
    case "open":
    case "tell-opened":
    case "answer":
      return piece.mode === "own" && !piece.discarded
        ? decideOwn(piece, command, acting)
        : refuse("not-here");
    case "withdraw":
    case "accept":
    case "sign-line":
    case "take-signature-back":
    case "close":
    case "ask-reopen":
    case "reopen":
      return piece.mode === "together"
        ? decideTogether(piece, command, acting)
        : refuse("not-here");
    default:
      return unreachable(command);
  }
}
