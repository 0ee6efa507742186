import type { Entry } from "#domain/consent/events.ts";
import type { PersonId } from "#domain/ids.ts";
import type { ActView } from "#domain/record-view.ts";
import { ok } from "#domain/result.ts";
import type { Consent } from "#domain/rooms.ts";
import { loading, type Bug } from "./consent-bug.ts";

/** Another record than there is. */
const recording =
  (change: (acts: readonly ActView[]) => readonly ActView[]) =>
  (consent: Consent): Consent => ({
    ...consent,
    record: async (person, room) => {
      const record = await consent.record(person, room);
      return record.ok ? ok({ ...record.value, acts: change(record.value.acts) }) : record;
    },
  });

/** Mistakes in what is told afterwards: in the record, and in the file of everything. */
export const RECORD_BUGS: Readonly<Record<string, Bug>> = {
  "the file of everything tells of what was taken back unopened": {
    among: ["offer", "take-back"],
    exported:
      (consent, { ledger }) =>
      async (person, room) => {
        const record = await consent.record(person, room);
        const loaded = await ledger.load(person, room);
        const offered = loaded?.holdings.entries.flatMap(({ event }) =>
          event.type === "version-offered" ? [event.version] : [],
        );
        return { record, offered };
      },
  },

  "a signature stands under other words than were signed": {
    among: ["sign"],
    ledger: loading((loaded) => {
      const signed = new Map<PersonId, { readonly body: string; readonly signature: string }>();
      const entries = loaded.holdings.entries.map((entry) => {
        const { by, event } = entry;
        if (event.type !== "line-signed") return entry;
        const { body, signature } = signed.get(by) ?? event.recorded.statement;
        signed.set(by, { body, signature });
        const statement = { ...event.recorded.statement, body, signature };
        return { ...entry, event: { ...event, recorded: { ...event.recorded, statement } } };
      });
      return { ...loaded, holdings: { ...loaded.holdings, entries } };
    }),
  },

  "a signed act is missing in the record": {
    consent: recording((acts) => {
      const closed = acts.find(({ what }) => what === "closed");
      return acts.filter((act) => act !== closed);
    }),
  },

  "a taking back names a version that its reader never saw": {
    among: ["offer", "open", "take-back"],
    ledger: loading((loaded) => {
      const { entries } = loaded.holdings;
      const goesWith = ({ seq, subject, at }: Entry) =>
        entries.flatMap((one) => {
          const isIts = one.subject === subject && one.at === at && one.seq >= seq;
          return isIts && one.event.type === "versions-taken-back" ? [one.event] : [];
        });
      const named = entries.map((entry): Entry => {
        if (entry.event.type !== "versions-taken-back") return entry;
        const gone = goesWith(entry);
        const versions = gone.flatMap((event) => event.versions);
        return { ...entry, event: { ...(gone.at(-1) ?? entry.event), versions } };
      });
      return { ...loaded, holdings: { ...loaded.holdings, entries: named } };
    }),
  },
};
