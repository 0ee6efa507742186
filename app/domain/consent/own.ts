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
  /** An offer that waits for its time. It stands in its author's journal alone. */
  readonly waiting: WaitingOffer | null;
  readonly discarded: boolean;
};

export type WaitingOffer = {
  readonly version: VersionId;
  readonly envelope: string;
  readonly notBefore: number;
  readonly recorded: Recorded;
  readonly keys: number;
  readonly isVoid: boolean;
};

export type Version = {
  readonly version: VersionId;
  readonly offeredAt: number;
  readonly envelope: string;
  readonly offered: Recorded;
  /** How many changes of keys its author knew of; after another it is void. */
  readonly keys: number;
  readonly isVoid: boolean;
  /** Somebody's last one: see `isOpenToGoodbye` in room.ts. */
  readonly goodbye: boolean;
  readonly takenBack: Recorded | null;
  readonly takenBackAt: number | null;
  /** Moved by the reader's own journal alone: to the author it is always `unread`. */
  readonly reading: Reading;
  /** When it ceased to be `unread`. */
  readonly readAt: number | null;
  readonly told: Told | null;
  readonly answer: { readonly sealed: string; readonly recorded: Recorded } | null;
};

export type OwnCommand = Extract<
  PieceCommand,
  {
    kind:
      | "offer"
      | "wait"
      | "dont-send"
      | "take-back"
      | "open"
      | "not-now"
      | "no"
      | "tell-opened"
      | "answer";
  }
>;

/** An offer waits at most so long, in milliseconds: 366 days. */
const LONGEST_WAIT = 366 * 24 * 60 * 60 * 1000;

export const newOwnPiece = (owner: PersonId): OwnPiece => ({
  mode: "own",
  owner,
  versions: [],
  waiting: null,
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
  if (!version || version.isVoid || hasLapsed(version.offeredAt, now)) return null;
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
        keys: event.keys ?? 0,
        isVoid: false,
        goodbye: event.goodbye === true,
        takenBack: null,
        takenBackAt: null,
        reading: "unread",
        readAt: null,
        told: null,
        answer: null,
      };
      return { ...piece, versions: [...piece.versions, offered] };
    }
    case "offer-set": {
      // Folded after the shared journal: what has been offered since does not wait any more.
      const { version, envelope, notBefore, recorded, keys = 0 } = event;
      return piece.versions.some((offered) => offered.version === version)
        ? piece
        : { ...piece, waiting: { version, envelope, notBefore, recorded, keys, isVoid: false } };
    }
    case "offer-unset":
      return piece.waiting?.version === event.version ? { ...piece, waiting: null } : piece;
    case "versions-taken-back":
      return change(piece, event.versions, { takenBack: event.recorded, takenBackAt: at });
    case "opened":
      return read(piece, event.version, "opened", at);
    case "put-off":
      return read(piece, event.version, "put-off", at);
    case "declined":
      return read(piece, event.version, "declined", at);
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

/** After so many changes of keys what was offered before the last is void; what was opened stays so. */
export const afterKeys = (piece: OwnPiece, changes: number): OwnPiece => ({
  ...piece,
  versions: piece.versions.map((one) => ({ ...one, isVoid: one.keys < changes })),
  waiting: piece.waiting && { ...piece.waiting, isVoid: piece.waiting.keys < changes },
});

function read(
  piece: OwnPiece,
  version: VersionId | undefined,
  reading: Reading,
  at: number,
): OwnPiece {
  const first = piece.versions.find((one) => one.version === version)?.readAt ?? at;
  return change(piece, [version], { reading, readAt: first });
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
  { record, paired, left, now }: Acting,
): Result<readonly OwnEvent[], GateCode> {
  switch (command.kind) {
    case "offer":
    case "wait": {
      const { version, envelope, keys } = command;
      if (!paired) return refuse("alone");
      if (left) return refuse("left");
      const known = [...piece.versions, ...(piece.waiting ? [piece.waiting] : [])];
      if (known.some((one) => one.version === version)) return refuse("already-done");
      const recorded = record(command.statement);
      const replaced = unsetting(piece);
      if (command.kind === "offer" || command.notBefore <= now) {
        const offered = { type: "version-offered", version, envelope, recorded, keys } as const;
        return ok([...replaced, offered]);
      }
      const { notBefore } = command;
      if (notBefore > now + LONGEST_WAIT) return refuse("bad-time");
      const set = { type: "offer-set", version, envelope, notBefore, recorded, keys } as const;
      return ok([...replaced, set]);
    }
    case "dont-send":
      if (piece.waiting?.version === command.version) return ok(unsetting(piece));
      return refuse(
        piece.versions.some(({ version }) => version === command.version) ? "moved-on" : "not-here",
      );
    case "take-back": {
      const named = piece.versions.find((offered) => offered.version === command.version);
      if (!named) return refuse("not-here");
      if (named.takenBack) return refuse("already-done");
      if (named !== standingVersion(piece)) return refuse("moved-on");
      // Another device may have offered or taken back meanwhile: it would go unsigned.
      const standing = piece.versions.filter((offered) => offered.takenBack === null);
      const taken = [...(command.before ?? []), command];
      const isAll = standing.length === taken.length;
      if (!isAll || standing.some(({ version }, i) => taken[i]?.version !== version)) {
        return refuse("moved-on");
      }
      return ok(
        taken.map(({ version, statement }) => ({
          type: "versions-taken-back",
          versions: [version],
          recorded: record(statement),
        })),
      );
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

const unsetting = ({ waiting }: OwnPiece): readonly OwnEvent[] =>
  waiting ? [{ type: "offer-unset", version: waiting.version }] : [];

/** The last one of who leaves. It goes out in the same step, whatever the room's state. */
export function decideGoodbye(
  piece: OwnPiece,
  command: Extract<OwnCommand, { kind: "offer" }>,
  acting: Acting,
): Result<readonly OwnEvent[], GateCode> {
  const offered = decideAsAuthor(piece, command, acting);
  if (!offered.ok) return offered;
  return ok(
    offered.value.map((event) =>
      event.type === "version-offered" ? { ...event, goodbye: true } : event,
    ),
  );
}

/** Its time has come: what waited is offered, as if its author had done it at that moment. */
export const releaseOf = (
  { owner, waiting }: OwnPiece,
  now: number,
): { readonly by: PersonId; readonly at: number; readonly event: OwnEvent } | null =>
  waiting && !waiting.isVoid && waiting.notBefore <= now
    ? {
        by: owner,
        at: waiting.notBefore,
        event: {
          type: "version-offered",
          version: waiting.version,
          envelope: waiting.envelope,
          recorded: waiting.recorded,
          keys: waiting.keys,
        },
      }
    : null;

function decideAsReader(
  piece: OwnPiece,
  command: OwnCommand,
  acting: Acting,
): Result<readonly OwnEvent[], GateCode> {
  switch (command.kind) {
    case "offer":
    case "wait":
    case "dont-send":
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
export function heldVersion(
  piece: OwnPiece,
  version: VersionId,
): Result<Version, "not-here" | "taken-back"> {
  const named = piece.versions.find((offered) => offered.version === version);
  if (named?.reading !== "opened") return refuse("not-here");
  return named.takenBack ? refuse("taken-back") : ok(named);
}
