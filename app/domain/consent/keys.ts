import { fromBase64Url, sameBytes } from "../bytes.ts";
import { decoded, type Encoded } from "../encoded.ts";
import type { PersonId, RoomId } from "../ids.ts";
import type { SignedStatement } from "./commands.ts";
import type { Entry } from "./events.ts";
import type { Holdings } from "./gate.ts";
import { readStatement } from "./read-statement.ts";
import {
  keysProofInput,
  writeStatement,
  type ChangeOfKeys,
  type NewKeys,
  type Sha256,
  type StatementHead,
} from "./record.ts";
import { evolveRoom, isPaused, NEW_ROOM, type RoomState } from "./room.ts";

/**
 * Keys that a person has given up in a room. Each signed up to the statement that names the next, at
 * place `upTo` in their chain, on the day `on`.
 */
export type FormerKey = {
  readonly signingKey: Encoded;
  readonly upTo: number;
  readonly on: string;
};

/** A signing key, and those before it, the oldest first; in whatever form. */
export type Keys<Key> = {
  readonly signingKey: Key;
  readonly before: readonly (Omit<FormerKey, "signingKey"> & { readonly signingKey: Key })[];
};

/**
 * The keys by which this person may have signed a statement with this head: by its place in the chain
 * one; of a loose one, that has no place, each that was still theirs on its day, or may have been
 * anywhere on Earth: who offers in Auckland and renews keys in Los Angeles does the one on Tuesday, and
 * the other, later, on Monday.
 */
export function keysFor<Key>(
  { signingKey, before }: Keys<Key>,
  { link, day }: Pick<StatementHead, "link" | "day">,
): readonly Key[] {
  if (link.n > 0) return [before.find(({ upTo }) => link.n <= upTo)?.signingKey ?? signingKey];
  const then = before.filter(({ on }) => day <= on || daysFrom(on, day) <= MOST_DAYS_AHEAD);
  return [...then.map((key) => key.signingKey), signingKey];
}

/** Between the westernmost zone and the easternmost are 26 hours, and so up to two dates. */
const MOST_DAYS_AHEAD = 2;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `NaN` for what is no date. */
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The keys that a person had before, by what a room's journal says. */
export const formerKeys = (room: RoomState, person: string): readonly FormerKey[] =>
  room.keyChanges
    .filter(({ by }) => by === person)
    .map(({ from, recorded }) => ({
      signingKey: from.signingKey,
      upTo: recorded.n,
      on: recorded.on,
    }));

/**
 * What this person may know now: in a pause they do not hear that the other's keys have changed, nor
 * does anything of theirs become void by it, until the pause is over. A removal that the new keys have
 * signed brings it to light before.
 */
export function shown(holdings: Holdings, now: number): Holdings {
  const { room, me, entries } = holdings;
  const hidden = new Map<Entry, number>();
  let state = NEW_ROOM;
  for (const entry of entries) {
    const { subject, scope, by, at, event } = entry;
    if (subject !== room || scope !== "shared" || !isOfRoomItself(event)) continue;
    if (event.type === "keys-changed" && by !== me && state.pausedSince !== null) {
      if (isPaused(state, at)) hidden.set(entry, state.pausedSince);
    }
    state = evolveRoom(state, event, by, at);
  }
  if (!isPaused(state, now)) return holdings;
  for (const [entry, since] of hidden) {
    if (since !== state.pausedSince || isNeeded(entry, holdings)) hidden.delete(entry);
  }
  return hidden.size === 0
    ? holdings
    : { ...holdings, entries: entries.filter((entry) => !hidden.has(entry)) };
}

function isOfRoomItself(event: Entry["event"]) {
  return (
    event.type === "keys-changed" ||
    event.type === "room-paused" ||
    event.type === "room-resumed" ||
    event.type === "room-left"
  );
}

/** Whether something that I see rests on it: what came later in their chain, or what they took away. */
function isNeeded(change: Entry, { me, entries }: Holdings): boolean {
  if (change.event.type !== "keys-changed") return false;
  const { n } = change.event.recorded;
  const opened = new Set(
    entries.flatMap(({ scope, event }) =>
      scope === me && event.type === "opened" ? [event.version] : [],
    ),
  );
  return entries.some(({ by, scope, at, event }) => {
    if (by !== change.by || scope !== "shared" || !("recorded" in event)) return false;
    if (event.recorded.n > n && event.type !== "keys-changed") return true;
    return (
      event.type === "versions-taken-back" &&
      at >= change.at &&
      event.versions.some((version) => opened.has(version))
    );
  });
}

/** Strict Ed25519 (RFC 8032), nothing of small order. Never throws. */
export type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/**
 * The keys that follow on `signingKey`, if whoever had it signed just that, in this room, and whoever has
 * the new one signed it too. Where in the chain it stands is for the caller.
 */
export function keysAfter(
  { body, signature }: SignedStatement,
  { room, person, signingKey }: { room: RoomId; person: PersonId; signingKey: Encoded },
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: Verify },
): { readonly head: StatementHead; readonly act: ChangeOfKeys; readonly keys: NewKeys } | null {
  const [bytes, signed] = [fromBase64Url(body), fromBase64Url(signature)];
  const read = bytes && readStatement(bytes);
  if (
    !bytes ||
    !signed ||
    read?.said.kind !== "change-keys" ||
    read.room !== room ||
    read.person !== person
  ) {
    return null;
  }
  const { said: act, link, day } = read;
  const says = writeStatement({ room, person, piece: room, link, day, act }, sha256);
  const proven =
    sameBytes(says, bytes) &&
    verify(decoded(signingKey), bytes, signed) &&
    verify(
      decoded(act.signingKey),
      keysProofInput({ room, person, link }, act),
      decoded(act.proof),
    );
  const { signingKey: next, boxKey } = act;
  return proven ? { head: read, act, keys: { signingKey: next, boxKey } } : null;
}
