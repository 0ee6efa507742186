import type { ConsentEvent, NewEntry } from "#domain/consent/events.ts";
import type { PieceView } from "#domain/piece-view.ts";
import type { Loaded } from "#domain/ports.ts";
import { ok } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Consent } from "#domain/rooms.ts";
import type { Stores } from "#tests/support/room-world.ts";
import { loading, viewing, type Bug } from "./consent-bug.ts";
import { RECORD_BUGS } from "./consent-bugs-record.ts";

const eventsIn = ({ holdings }: Loaded, type: ConsentEvent["type"]) =>
  holdings.entries.filter(({ event }) => event.type === type).length;

const DAY = 24 * 60 * 60 * 1000;

export const BUGS: Readonly<Record<string, Bug>> = {
  ...RECORD_BUGS,

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
    among: ["offer", "no"],
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

  "an envelope stays at the door when it was taken back unopened": {
    among: ["offer", "take-back"],
    consent: (consent, { ledger }) => {
      const stood = new Map<string, readonly PieceView[]>();
      return viewing(async (view, person) => {
        const loaded = await ledger.load(person, view.room);
        const taken = new Set(
          loaded?.holdings.entries.flatMap(({ event }) =>
            event.type === "versions-taken-back" ? event.versions : [],
          ),
        );
        const stays = (stood.get(person) ?? []).filter(
          (one) =>
            one.mode === "own" &&
            one.role === "reader" &&
            one.door &&
            taken.has(one.door.version) &&
            view.pieces.every(({ piece }) => piece !== one.piece),
        );
        const pieces = [...view.pieces, ...stays];
        stood.set(person, pieces);
        return { ...view, pieces };
      })(consent, { ledger } as Stores);
    },
  },

  "an offer in a pause is told to its reader": {
    tellsInPause: true,
    among: ["offer", "pause"],
  },

  "the newest words are given for every version": {
    among: ["offer", "open"],
    consent: (consent, { ledger }) => ({
      ...consent,
      version: async (person, id) => {
        const answer = await consent.version(person, id);
        const room = answer.ok ? await ledger.roomOf(answer.value.piece) : null;
        const loaded = room && (await ledger.load(person, room));
        if (!answer.ok || !loaded || answer.value.role !== "reader") return answer;
        const newest = loaded.holdings.entries.findLast(
          ({ event, subject }) =>
            event.type === "version-offered" && subject === answer.value.piece,
        )?.event;
        const stored =
          newest?.type === "version-offered" ? await ledger.version(newest.version) : null;
        if (!stored) return answer;
        const { ciphertext, wrappedKey: key } = stored;
        return ok({ ...answer.value, ciphertext, key });
      },
    }),
  },

  "a frame that was queued is sent after a pause has begun": {
    sendsLate: true,
    among: ["connect", "push", "pause", "resume", "close", "ask-reopen", "reopen"],
  },

  "what nobody opened outlives its author's account": {
    among: ["offer", "wait", "open", "delete-account"],
    ledger: (ledger) => ({
      ...ledger,
      depart: (departing) => ledger.depart({ ...departing, versions: [] }),
    }),
  },
};
