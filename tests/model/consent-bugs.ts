import type { ConsentEvent, NewEntry } from "#domain/consent/events.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Ledger, Loaded } from "#domain/ports.ts";
import { ok } from "#domain/result.ts";
import type { PieceView } from "#domain/piece-view.ts";
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
  /** Where it shows seldom: the acts among which it is looked for. */
  readonly among?: readonly string[];
};

const viewing =
  (change: (view: RoomView, person: PersonId, stores: Stores) => Promise<RoomView>) =>
  (consent: Consent, stores: Stores): Consent => ({
    ...consent,
    view: async (person, room) => {
      const view = await consent.view(person, room);
      return view.ok ? ok(await change(view.value, person, stores)) : view;
    },
  });

const loading =
  (change: (loaded: Loaded) => Loaded) =>
  (ledger: Ledger): Ledger => ({
    ...ledger,
    load: async (person, room) => {
      const loaded = await ledger.load(person, room);
      return loaded && change(loaded);
    },
  });

const eventsIn = ({ holdings }: Loaded, type: ConsentEvent["type"]) =>
  holdings.entries.filter(({ event }) => event.type === type).length;

const DAY = 24 * 60 * 60 * 1000;

export const BUGS: Readonly<Record<string, Bug>> = {
  "consent is checked only when a socket joins": {
    onlyOnJoin: true,
    among: ["connect", "push", "pause", "resume", "close", "sleep"],
  },

  "the key is handed out with the envelope": {
    consent: (consent, { ledger }) => ({
      ...consent,
      version: async (person, id) => {
        const answer = await consent.version(person, id);
        const stored = answer.ok ? null : await ledger.version(id);
        if (!stored?.wrappedKey) return answer;
        const { piece, ciphertext, wrappedKey: key } = stored;
        return ok({ version: id, piece, role: "reader", ciphertext, key });
      },
    }),
  },

  "a count includes what was quietly refused": {
    consent: viewing(async (view, _person, { ledger }) => {
      const theirs = view.other && (await ledger.load(view.other.person, view.room));
      const refused = theirs ? eventsIn(theirs, "declined") : 0;
      return { ...view, waiting: view.pieces.length - refused } as RoomView;
    }),
  },

  "what was opened once is answered from a cache after it was taken back": {
    among: ["offer", "open", "take-back"],
    consent: (consent) => {
      const kept = new Map<string, Awaited<ReturnType<Consent["version"]>>>();
      return {
        ...consent,
        version: async (person, id) => {
          const cached = kept.get(`${person} ${id}`);
          if (cached) return cached;
          const answer = await consent.version(person, id);
          if (answer.ok) kept.set(`${person} ${id}`, answer);
          return answer;
        },
      };
    },
  },

  "a version conflict tells of a quiet act": {
    ledger: (ledger) => {
      const quiet = new Set<string>();
      const isQuiet = ({ scope }: NewEntry) => scope !== "shared";
      return {
        ...ledger,
        append: async (appending) => {
          const { entries } = appending;
          const [first] = entries;
          const disturbed = entries.some(
            ({ subject, by, scope }) =>
              scope === "shared" && [...quiet].some((one) => one === `${subject} not ${by}`),
          );
          quiet.clear();
          if (disturbed) return "chain-moved";
          if (first && isQuiet(first)) {
            const loaded = await ledger.load(first.by, appending.room);
            if (loaded?.holdings.other) quiet.add(`${first.subject} not ${loaded.holdings.other}`);
          }
          return ledger.append(appending);
        },
      };
    },
  },

  "an offer that waits is released too early": {
    ledger: (ledger) => ({
      ...loading((loaded) => ({
        ...loaded,
        holdings: {
          ...loaded.holdings,
          entries: loaded.holdings.entries.map((entry) =>
            entry.event.type === "offer-set"
              ? { ...entry, event: { ...entry.event, notBefore: entry.event.notBefore - DAY } }
              : entry,
          ),
        },
      }))(ledger),
      due: (which) =>
        ledger.due(which.upto === undefined ? which : { ...which, upto: which.upto + DAY }),
    }),
  },

  "leaving looks other than a pause": {
    consent: viewing(async (view, person, { ledger }) => {
      const loaded = await ledger.load(person, view.room);
      const theirs = loaded?.holdings.entries.some(
        ({ event, by }) => event.type === "room-left" && by !== person,
      );
      return theirs ? { ...view, pause: { ...view.pause, mayClose: true } } : view;
    }),
  },

  "the words stay on the server when they are taken back": {
    ledger: (ledger) => ({
      ...ledger,
      append: ({ emptied: _emptied, ...appending }) => ledger.append(appending),
    }),
  },

  "a quiet act is announced to both": { tellsBoth: true },

  "a draft shows in the other's room": {
    consent: viewing(async (view, _person, { ledger }) => {
      const theirs = view.other && (await ledger.load(view.other.person, view.room));
      const own = theirs?.holdings.pieces.filter(({ owner }) => owner === view.other?.person) ?? [];
      return { ...view, drafts: own.map(({ piece }) => piece) } as RoomView & {
        readonly pieces: readonly PieceView[];
      };
    }),
  },

  "an answer that is in is given out before both are": {
    consent: (consent, { ledger }) => ({
      ...consent,
      version: async (person, id) => {
        const answer = await consent.version(person, id);
        const stored = answer.ok ? null : await ledger.version(id);
        const room = stored && (await ledger.roomOf(stored.piece));
        const loaded = room && (await ledger.load(person, room));
        const rows = loaded ? loaded.holdings.pieces : [];
        const paired = rows.some(({ piece, mode }) => piece === stored?.piece && mode === "paired");
        if (!stored || !paired) return answer;
        const { piece, ciphertext, wrappedKey: key } = stored;
        return ok({ version: id, piece, role: "reader", ciphertext, key });
      },
    }),
  },

  "that an answer is in shows to the other": {
    consent: viewing(async (view, _person, { ledger }) => {
      const theirs = view.other && (await ledger.load(view.other.person, view.room));
      const isIn = theirs ? eventsIn(theirs, "answer-put-in") > 0 : false;
      return { ...view, theirsIsIn: isIn } as RoomView;
    }),
  },

  "a round tells apart that nothing is in common and that one did not finish": {
    among: ["ask-round", "begin-round", "submit-round", "sleep"],
    consent: viewing(async (view, _person, { ledger }) => {
      const theirs = view.other && (await ledger.load(view.other.person, view.room));
      const finished = theirs ? eventsIn(theirs, "round-submitted") > 0 : false;
      const pieces = view.pieces.map((piece) =>
        piece.mode === "paired" && piece.round?.is === "over"
          ? { ...piece, round: { ...piece.round, finished } }
          : piece,
      );
      return { ...view, pieces };
    }),
  },

  "a goodbye comes twice": {
    among: ["offer", "goodbye", "open"],
    consent: viewing(async (view, person, { ledger }) => {
      const loaded = await ledger.load(person, view.room);
      const goodbyes = new Set(
        loaded?.holdings.entries.flatMap(({ event }) =>
          event.type === "version-offered" && event.goodbye ? [event.version] : [],
        ),
      );
      const pieces = view.pieces.map((piece) => {
        if (piece.mode !== "own" || piece.role !== "reader" || piece.door) return piece;
        const again = piece.opened.find(({ version }) => goodbyes.has(version));
        return again ? { ...piece, door: { ...again, putOff: false } } : piece;
      });
      return { ...view, pieces };
    }),
  },

  "what nobody opened outlives its author's account": {
    among: ["offer", "wait", "open", "delete-account"],
    ledger: (ledger) => ({
      ...ledger,
      depart: (departing) => ledger.depart({ ...departing, versions: [] }),
    }),
  },
};
