import type { PersonId, VersionId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { GateCode } from "../rooms.ts";
import type { PieceCommand } from "./commands.ts";
import { hasLapsed, type Acting, type Reading, type Told } from "./door.ts";
import type { OwnEvent, Recorded } from "./events.ts";

/** An own piece, as far as one of the two may know it: one writes, and offers versions of it. */
export type OwnPiece = {
  readonly mode: "own";
  readonly owner: PersonId;
  /** In the order of offering. */
  readonly versions: readonly Version[];
  readonly discarded: boolean;
};

export type Version = {
  readonly version: VersionId;
  readonly offeredAt: number;
  readonly envelope: string;
  readonly offered: Recorded;
  readonly takenBack: Recorded | null;
  /** Moved by the reader's own journal alone: to the author it is always `unread`. */
  readonly reading: Reading;
  readonly told: Told | null;
  readonly answer: { readonly sealed: string; readonly recorded: Recorded } | null;
};

export type OwnCommand = Extract<
  PieceCommand,
  { kind: "offer" | "take-back" | "open" | "not-now" | "no" | "tell-opened" | "answer" }
>;

export const newOwnPiece = (owner: PersonId): OwnPiece => ({
  mode: "own",
  owner,
  versions: [],
  discarded: false,
});

/** The newest version, if it is still offered; the ones before it cannot be opened any more. */
export function standingVersion(piece: OwnPiece): Version | null {
  const newest = piece.versions.at(-1);
  return newest && newest.takenBack === null ? newest : null;
}

/** The version that waits for its reader's answer, whether or not it is its turn at their door. */
export function waitingVersion(piece: OwnPiece, now: number): Version | null {
  const version = standingVersion(piece);
  if (!version || hasLapsed(version.offeredAt, now)) return null;
  return version.reading === "unread" || version.reading === "put-off" ? version : null;
}

export function evolveOwn(piece: OwnPiece, event: OwnEvent, at: number): OwnPiece {
  switch (event.type) {
    case "version-offered": {
      const { version, envelope, recorded } = event;
      const offered: Version = {
        version,
        offeredAt: at,
        envelope,
        offered: recorded,
        takenBack: null,
        reading: "unread",
        told: null,
        answer: null,
      };
      return { ...piece, versions: [...piece.versions, offered] };
    }
    case "versions-taken-back":
      return change(piece, event.versions, { takenBack: event.recorded });
    case "opened":
      return change(piece, [event.version], { reading: "opened" });
    case "put-off":
      return change(piece, [event.version], { reading: "put-off" });
    case "declined":
      return change(piece, [event.version], { reading: "declined" });
    case "opening-told":
      return change(piece, [event.version], {
        told: { what: "opened", recorded: event.recorded },
      });
    case "decline-told":
      return change(piece, [event.version], { told: { what: "no", recorded: event.recorded } });
    case "version-answered":
      return change(piece, [event.version], {
        answer: { sealed: event.answer, recorded: event.recorded },
      });
    case "piece-discarded":
      return { ...piece, discarded: true };
    default:
      return unreachable(event);
  }
}

function change(
  piece: OwnPiece,
  which: readonly (VersionId | undefined)[],
  to: Partial<Version>,
): OwnPiece {
  const versions = piece.versions.map((version) =>
    which.includes(version.version) ? { ...version, ...to } : version,
  );
  return { ...piece, versions };
}

export function decideOwn(
  piece: OwnPiece,
  command: OwnCommand,
  acting: Acting,
): Result<readonly OwnEvent[], GateCode> {
  return piece.owner === acting.me
    ? decideAsAuthor(piece, command, acting)
    : decideAsReader(piece, command, acting);
}

function decideAsAuthor(
  piece: OwnPiece,
  command: OwnCommand,
  { record, paired }: Acting,
): Result<readonly OwnEvent[], GateCode> {
  switch (command.kind) {
    case "offer": {
      const { version, envelope } = command;
      if (!paired) return refuse("alone");
      if (piece.versions.some((offered) => offered.version === version)) {
        return refuse("already-done");
      }
      const recorded = record(command.statement);
      return ok([{ type: "version-offered", version, envelope, recorded }]);
    }
    case "take-back": {
      const named = piece.versions.find((offered) => offered.version === command.version);
      if (!named) return refuse("not-here");
      if (named.takenBack) return refuse("already-done");
      if (named !== standingVersion(piece)) return refuse("moved-on");
      const versions = piece.versions
        .filter((offered) => offered.takenBack === null)
        .map((offered) => offered.version);
      return ok([{ type: "versions-taken-back", versions, recorded: record(command.statement) }]);
    }
    case "open":
    case "not-now":
    case "no":
    case "tell-opened":
    case "answer":
      return refuse("not-here");
    default:
      return unreachable(command);
  }
}

function decideAsReader(
  piece: OwnPiece,
  command: OwnCommand,
  acting: Acting,
): Result<readonly OwnEvent[], GateCode> {
  switch (command.kind) {
    case "offer":
    case "take-back":
      return refuse("not-here");
    case "open":
    case "not-now":
    case "no":
      return decideAtDoor(piece, command, acting);
    case "tell-opened": {
      const { version } = command;
      const held = heldVersion(piece, version);
      if (!held.ok) return held;
      if (held.value.told) return refuse("already-done");
      return ok([{ type: "opening-told", version, recorded: acting.record(command.statement) }]);
    }
    case "answer": {
      const { version, answer } = command;
      const held = heldVersion(piece, version);
      if (!held.ok) return held;
      const recorded = acting.record(command.statement);
      return ok([{ type: "version-answered", version, answer, recorded }]);
    }
    default:
      return unreachable(command);
  }
}

/** Repeating what one did already changes nothing: an answer may have been lost on its way. */
function decideAtDoor(
  piece: OwnPiece,
  command: Extract<OwnCommand, { kind: "open" | "not-now" | "no" }>,
  { waiting, record }: Acting,
): Result<readonly OwnEvent[], GateCode> {
  const { version } = command;
  if (version === undefined) return refuse("not-here");
  if (command.kind === "open" && heldVersion(piece, version).ok) return ok([]);
  if (waiting?.version !== version) return refuse("not-here");
  switch (command.kind) {
    case "open":
      return ok([{ type: "opened", version }]);
    case "not-now":
      return ok(waiting.putOff ? [] : [{ type: "put-off", version }]);
    case "no":
      return ok([
        { type: "declined", version },
        ...(command.tell
          ? [{ type: "decline-told" as const, version, recorded: record(command.tell) }]
          : []),
      ]);
    default:
      return unreachable(command);
  }
}

/** A version that this reader opened and that stands. */
function heldVersion(
  piece: OwnPiece,
  version: VersionId,
): Result<Version, "not-here" | "taken-back"> {
  const named = piece.versions.find((offered) => offered.version === version);
  if (named?.reading !== "opened") return refuse("not-here");
  return named.takenBack ? refuse("taken-back") : ok(named);
}
