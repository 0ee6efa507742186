import type { PersonId, RoomId } from "#domain/ids.ts";
import type { Ledger, Loaded } from "#domain/ports.ts";
import { ok } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Consent } from "#domain/rooms.ts";
import type { Stores } from "#tests/support/room-world.ts";

/**
 * Mistakes that somebody could make, put around the real parts: the model has to find each. Nothing of
 * this is known to what is built.
 */
export type Bug = {
  readonly ledger?: (ledger: Ledger) => Ledger;
  readonly consent?: (consent: Consent, stores: Stores) => Consent;
  /** Open sockets are not asked again when something changed. */
  readonly onlyOnJoin?: true;
  /** Quiet acts are told to the other's pages too. */
  readonly tellsBoth?: true;
  /** In a pause, an offer is told to who is not to see it yet. */
  readonly tellsInPause?: true;
  /** What was queued for a socket is sent when a pause or a closing has been written. */
  readonly sendsLate?: true;
  /** What the file of everything is made of. */
  readonly exported?: (
    consent: Consent,
    stores: Stores,
  ) => (person: PersonId, room: RoomId) => Promise<unknown>;
  /** Where it shows seldom: the acts among which it is looked for. */
  readonly among?: readonly string[];
};

/** Another view than there is. */
export const viewing =
  (change: (view: RoomView, person: PersonId, stores: Stores) => Promise<RoomView>) =>
  (consent: Consent, stores: Stores): Consent => ({
    ...consent,
    view: async (person, room) => {
      const view = await consent.view(person, room);
      return view.ok ? ok(await change(view.value, person, stores)) : view;
    },
  });

/** Other things are loaded than there are. */
export const loading =
  (change: (loaded: Loaded) => Loaded) =>
  (ledger: Ledger): Ledger => ({
    ...ledger,
    load: async (person, room) => {
      const loaded = await ledger.load(person, room);
      return loaded && change(loaded);
    },
  });
