import { toBase64Url } from "#domain/bytes.ts";
import { scopeOf, type NewEntry } from "#domain/consent/events.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { INVITATION_LASTS, mayInvite } from "#domain/invitation.ts";
import type { Clock, Ledger, RoomStore } from "#domain/ports.ts";
import { MOST_ROOMS } from "#domain/requests.ts";
import { ok, refuse } from "#domain/result.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import type { Rooms } from "#domain/rooms.ts";
import { roomSummary } from "./room-view.ts";
import { sha256 } from "./statements.ts";

export type RoomsOptions = {
  readonly rooms: RoomStore;
  readonly ledger: Ledger;
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly clock: Clock;
};

/** Rooms, and links into them. The server never has the secret of a link, only a hash of its token. */
export function createRooms({ rooms, ledger, announce, clock }: RoomsOptions): Rooms {
  return {
    make: async (person, room) => {
      const mine = await rooms.roomsOf(person);
      if (mine.length >= MOST_ROOMS && !mine.includes(room)) return refuse("too-many");
      const made = await rooms.make(room, person, clock.now());
      return made === "done" ? ok(null) : refuse("taken");
    },

    list: async (person) => {
      const summaries: RoomSummary[] = [];
      for (const room of await rooms.roomsOf(person)) {
        const loaded = await ledger.load(person, room);
        if (loaded) summaries.push(roomSummary(loaded, clock.now()));
      }
      return summaries;
    },

    invite: async (person, room, { id, tokenHash, packet }) => {
      const createdAt = clock.now();
      const expiresAt = createdAt + INVITATION_LASTS;
      const invitation = { invitation: id, room, by: person, tokenHash, packet };
      const invited = await rooms.invite({ ...invitation, createdAt, expiresAt }, (facts) =>
        mayInvite(person, facts),
      );
      if (!invited.ok) return invited;
      announce(person, room);
      return ok({ invitation: id, expiresAt });
    },

    withdraw: async (person, room, invitation) => {
      if (!(await rooms.withdraw(person, room, invitation, clock.now()))) return refuse("not-here");
      announce(person, room);
      return ok(null);
    },

    look: async (token, person) => {
      const packet = await rooms.look(hashOf(token), clock.now(), person);
      return packet === null ? refuse("no-invitation") : ok({ packet });
    },

    claim: async (person, { token, packet, roomKeyForMe, roomKeyForThem, paused }) => {
      const at = clock.now();
      const claimed = await rooms.claim({
        person,
        tokenHash: hashOf(token),
        packet,
        roomKeyForMe,
        roomKeyForThem,
        at,
        alongside: (room) => (paused ? [openEndedPause(room, person, at)] : []),
      });
      if (!claimed) return refuse("no-invitation");
      announce(claimed.by, claimed.room);
      announce(person, claimed.room);
      return ok({ room: claimed.room });
    },
  };
}

const openEndedPause = (room: RoomId, person: PersonId, at: number): NewEntry => {
  const event = { type: "room-paused", until: null } as const;
  return { subject: room, scope: scopeOf(event, person), by: person, at, event };
};

const hashOf = (token: Encoded): Encoded => toBase64Url(sha256(decoded(token)));
