import type { PersonId, PieceId, VersionId } from "../ids.ts";
import { hasLapsed, type Waiting } from "./door.ts";
import type { Known, Piece } from "./gate.ts";
import { lastArrival, quietSince } from "./hours.ts";
import { waitingVersion } from "./own.ts";
import { isOpenToGoodbye, isPaused, type RoomState } from "./room.ts";
import { proposalWaits } from "./together.ts";

/**
 * What shows at my door now: everything that I put off, and of the rest one alone, so that nobody
 * stands before a heap: the one that had waited longest when envelopes last came to me. Has it gone
 * since, the next one comes when they come again. While the room is paused, nothing but a goodbye.
 */
export function door(known: Known, now: number): ReadonlyMap<PieceId, Waiting> {
  const { room, me } = known;
  const paused = isPaused(room, now);
  if (paused && !isOpenToGoodbye(room, me, now)) return new Map();
  const envelopes = [...known.pieces]
    .flatMap(([id, piece]) => envelopesOf(id, piece, me))
    .filter(({ goodbye }) => goodbye || !paused);
  const came = lastCame(room, now);
  const stood = (one: Envelope) =>
    came < now
      ? one.since <= came && !hasLapsed(one.since, came) && one.unreadUntil > came
      : one.waits(now) && !one.putOff;
  const next = envelopes
    .filter(stood)
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))[0];
  const shown = envelopes.filter((one) => one.waits(now) && (one.putOff || one === next));
  return new Map(shown.map(({ id, version, putOff }) => [id, { version, putOff }]));
}

/** When envelopes last came to this person, by their own hours and pace; what was there then stays. */
export function lastCame({ own }: RoomState, now: number): number {
  const came = lastArrival(own.pace, quietSince(own.quietHours, now));
  return Math.min(now, Math.max(came, own.setAt));
}

/** An envelope that came to my door, or is on its way to it. */
type Envelope = {
  readonly id: PieceId;
  readonly version: VersionId | null;
  readonly since: number;
  /** When it was taken up, or gone; it may have lapsed before. */
  readonly unreadUntil: number;
  readonly putOff: boolean;
  readonly goodbye: boolean;
  readonly waits: (now: number) => boolean;
};

function envelopesOf(id: PieceId, piece: Piece, me: PersonId): readonly Envelope[] {
  switch (piece.mode) {
    case "paired":
      return [];
    case "together": {
      if (piece.by === me) return [];
      const ends = [piece.readAt, piece.settledAt].filter((at) => at !== null);
      return [
        {
          id,
          version: null,
          since: piece.proposedAt,
          unreadUntil: Math.min(Infinity, ...ends),
          putOff: piece.reading === "put-off",
          goodbye: false,
          waits: (now) => proposalWaits(piece, now),
        },
      ];
    }
    case "own":
      if (piece.owner === me) return [];
      return piece.versions.map((version, i) => {
        const replacedAt = piece.versions[i + 1]?.offeredAt ?? null;
        const ends = [version.readAt, version.takenBackAt, replacedAt].filter((at) => at !== null);
        return {
          id,
          version: version.version,
          since: version.offeredAt,
          unreadUntil: Math.min(Infinity, ...ends),
          putOff: version.reading === "put-off",
          goodbye: version.goodbye,
          waits: (now) => version === waitingVersion(piece, now),
        };
      });
  }
}
