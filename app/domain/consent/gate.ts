import type { Encoded } from "../encoded.ts";
import type { PersonId, PieceId, RoomId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { GateCode } from "../rooms.ts";
import type { GateRequest, PieceRequest, SignedStatement } from "./commands.ts";
import { door } from "./at-the-door.ts";
import type { Acting } from "./door.ts";
import {
  scopeOf,
  type ConsentEvent,
  type Entry,
  type NewEntry,
  type OwnEvent,
  type PairedEvent,
  type Recorded,
  type RoomEvent,
  type TogetherEvent,
} from "./events.ts";
import { shown } from "./keys.ts";
import { mayPress } from "./limits.ts";
import {
  afterKeys,
  decideGoodbye,
  decideOwn,
  evolveOwn,
  heldVersion,
  newOwnPiece,
  type OwnPiece,
} from "./own.ts";
import {
  decidePaired,
  evolvePaired,
  newPairedPiece,
  pairedAfterKeys,
  type PairedPiece,
} from "./paired.ts";
import { decideRoom, evolveRoom, isPaused, NEW_ROOM, type RoomState } from "./room.ts";
import {
  decideTogether,
  evolveTogether,
  newTogetherPiece,
  type TogetherPiece,
} from "./together.ts";
import { usesAgain } from "./used-versions.ts";

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
  /** What I did myself, in the order of each journal. */
  readonly acts: readonly Entry[];
};

export type Piece = OwnPiece | TogetherPiece | PairedPiece;

/** A piece as it stands in the store, whether or not anything happened to it yet. */
export type PieceRow = {
  readonly piece: PieceId;
  readonly owner: PersonId;
  readonly mode: "own" | "together" | "paired";
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
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
        if (isOfRoom(event)) state = evolveRoom(state, event, by, at);
        continue;
      }
      const row = stored.get(subject);
      if (!row || isOfRoom(event)) continue; // deleted since
      const piece = evolvePiece(states.get(row.piece) ?? newOwnPiece(row.owner), event, by, at);
      states.set(row.piece, piece);
    }
  }
  const { length } = state.keyChanges;
  if (length > 0) for (const [id, piece] of states) states.set(id, afterChanges(piece, length));
  const acts = entries.filter(({ by }) => by === me);
  return { me, other, room: state, pieces: states, acts };
}

/** What one may know at a time: see `shown` in keys.ts. */
export const knowAt = (holdings: Holdings, now: number): Known => know(shown(holdings, now));

/** Whatever waits for an answer under keys that have changed since is void. */
function afterChanges(piece: Piece, changes: number): Piece {
  switch (piece.mode) {
    case "own":
      return afterKeys(piece, changes);
    case "together":
      return { ...piece, isVoid: piece.keys < changes };
    case "paired":
      return pairedAfterKeys(piece, changes);
  }
}

function isOfRoom(event: ConsentEvent): event is RoomEvent {
  switch (event.type) {
    case "room-paused":
    case "room-resumed":
    case "room-left":
    case "keys-changed":
    case "side-closed":
    case "quiet-hours-set":
    case "pace-set":
    case "changes-seen":
      return true;
    default:
      return false;
  }
}

function evolvePiece(
  piece: Piece,
  event: Exclude<ConsentEvent, RoomEvent>,
  by: PersonId,
  at: number,
): Piece {
  switch (event.type) {
    case "piece-proposed":
      return newTogetherPiece(by, event, at);
    case "pair-begun":
      return newPairedPiece(by, event, at);
    case "version-offered":
    case "offer-set":
    case "offer-unset":
    case "versions-taken-back":
    case "opening-told":
    case "piece-discarded":
    case "opened":
      return piece.mode === "own" ? evolveOwn(piece, event, at) : piece;
    case "version-answered":
      if (piece.mode === "own") return evolveOwn(piece, event, at);
      return piece.mode === "paired" ? evolvePaired(piece, event, by) : piece;
    case "put-off":
    case "declined":
    case "decline-told":
      if (piece.mode === "own") return evolveOwn(piece, event, at);
      return piece.mode === "together" ? evolveTogether(piece, event, by, at) : piece;
    case "proposal-withdrawn":
    case "proposal-accepted":
    case "line-signed":
    case "signature-taken-back":
    case "piece-closed":
    case "reopening-asked":
    case "piece-reopened":
      return piece.mode === "together" ? evolveTogether(piece, event, by, at) : piece;
    case "pair-withdrawn":
    case "answer-put-in":
    case "answer-taken-out":
    case "answer-opened":
    case "round-asked":
    case "round-dropped":
    case "round-begun":
    case "round-submitted":
    case "round-over":
      return piece.mode === "paired" ? evolvePaired(piece, event, by) : piece;
    default:
      return unreachable(event);
  }
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
  const entries = (subject: NewEntry["subject"], events: readonly ConsentEvent[]) =>
    events.map((event) => entry(subject, event, known.me, now));
  if ("piece" in request) {
    const events = decidePiece(known, request, now, record);
    if (!events.ok) return events;
    if (usesAgain(known, request.piece, events.value)) return refuse("taken");
    const may = events.value.length > 0 ? mayPress(known, request, now) : ok(null);
    return may.ok ? ok(entries(request.piece, events.value)) : may;
  }
  const { room, command } = request;
  const events = decideRoom(known.room, command, known.me, now);
  if (!events.ok) return events;
  const goodbye = command.kind === "leave" ? command.goodbye : undefined;
  if (!goodbye) return ok(entries(room, events.value));
  const piece = known.pieces.get(goodbye.piece);
  if (piece?.mode !== "own" || piece.owner !== known.me || piece.discarded) {
    return refuse("not-here");
  }
  const last = decideGoodbye(piece, goodbye.offer, actingOn(known, goodbye.piece, now, record));
  if (!last.ok) return last;
  if (usesAgain(known, goodbye.piece, last.value)) return refuse("taken");
  return ok([...entries(goodbye.piece, last.value), ...entries(room, events.value)]);
}

const entry = (
  subject: NewEntry["subject"],
  event: ConsentEvent,
  by: PersonId,
  at: number,
): NewEntry => ({ subject, scope: scopeOf(event, by), by, at, event });

const actingOn = (known: Known, id: PieceId, now: number, record: Recording): Acting => ({
  me: known.me,
  now,
  paired: known.other !== null,
  left: known.room.left.has(known.me),
  waiting: door(known, now).get(id) ?? null,
  record,
});

/** Removals succeed in every state; what is offered in a pause waits for its end. */
const IN_A_PAUSE: ReadonlySet<PieceRequest["command"]["kind"]> = new Set([
  "offer",
  "wait",
  "dont-send",
  "propose",
  "take-back",
  "withdraw",
  "take-signature-back",
  "close",
  "take-out",
  "drop-round",
]);

/** A goodbye can be opened, or put off, or refused, though the room is paused for good. */
function isOfGoodbye(known: Known, { piece: id, command }: PieceRequest, now: number): boolean {
  if (command.kind !== "open" && command.kind !== "not-now" && command.kind !== "no") return false;
  if (command.kind === "no" && command.tell) return false;
  const { version } = command;
  const piece = known.pieces.get(id);
  if (piece?.mode !== "own" || version === undefined) return false;
  return (
    door(known, now).get(id)?.version === version ||
    (command.kind === "open" && heldVersion(piece, version).ok)
  );
}

function decidePiece(
  known: Known,
  request: PieceRequest,
  now: number,
  record: Recording,
): Result<readonly (OwnEvent | TogetherEvent | PairedEvent)[], GateCode> {
  const { piece: id, command } = request;
  // Before the piece is looked at: in a pause, what is there and what is not are refused alike.
  const mayGo = IN_A_PAUSE.has(command.kind) || isOfGoodbye(known, request, now);
  if (isPaused(known.room, now) && !mayGo) return refuse("paused");
  const piece = known.pieces.get(id);
  const acting = actingOn(known, id, now, record);
  if (command.kind === "propose" || command.kind === "begin-pair") {
    if (!acting.paired) return refuse("alone");
    if (acting.left) return refuse("left");
    if (piece) return refuse("already-done");
    const { envelope, statement } = command;
    const recorded = record(statement);
    if (command.kind === "begin-pair") return ok([{ type: "pair-begun", envelope, recorded }]);
    return ok([{ type: "piece-proposed", envelope, recorded, keys: command.keys }]);
  }
  if (!piece) return refuse("not-here");
  switch (command.kind) {
    case "not-now":
    case "no":
      if (piece.mode === "own") return decideOwn(piece, command, acting);
      return piece.mode === "together"
        ? decideTogether(piece, command, acting)
        : refuse("not-here");
    case "offer":
    case "wait":
    case "dont-send":
    case "take-back":
    case "open":
    case "tell-opened":
      return piece.mode === "own" && !piece.discarded
        ? decideOwn(piece, command, acting)
        : refuse("not-here");
    case "answer":
      if (piece.mode === "paired") return decidePaired(piece, command, acting);
      return piece.mode === "own" && !piece.discarded
        ? decideOwn(piece, command, acting)
        : refuse("not-here");
    case "withdraw":
      if (piece.mode === "paired") return decidePaired(piece, command, acting);
      return piece.mode === "together"
        ? decideTogether(piece, command, acting)
        : refuse("not-here");
    case "accept":
    case "sign-line":
    case "take-signature-back":
    case "close":
    case "ask-reopen":
    case "reopen":
      return piece.mode === "together"
        ? decideTogether(piece, command, acting)
        : refuse("not-here");
    case "put-in":
    case "take-out":
    case "ask-round":
    case "drop-round":
    case "begin-round":
    case "submit-round":
      return piece.mode === "paired" ? decidePaired(piece, command, acting) : refuse("not-here");
    default:
      return unreachable(command);
  }
}
