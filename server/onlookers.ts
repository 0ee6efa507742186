import type { PersonId } from "#domain/ids.ts";
import type { Ledger, Loaded } from "#domain/ports.ts";
import { roomView } from "./room-view.ts";

/** The views of both before something happens. */
export type Onlookers = {
  /** Those whose own view is another now: nobody else is to be told that anything moved. */
  readonly whoSees: (now: number) => Promise<readonly PersonId[]>;
};

export async function watch(ledger: Ledger, loaded: Loaded, now: number): Promise<Onlookers> {
  const { room, other } = loaded.holdings;
  const theirs = other && (await ledger.loadAside(other, room));
  const before = new Map(
    [loaded, theirs]
      .filter((one) => one !== null)
      .map((one) => [one.me.person, JSON.stringify(roomView(one, now))]),
  );
  return {
    whoSees: async (later) => {
      const seeing: PersonId[] = [];
      for (const [person, was] of before) {
        const isMe = person === loaded.me.person;
        const after = await (isMe ? ledger.load(person, room) : ledger.loadAside(person, room));
        if (after && JSON.stringify(roomView(after, later)) !== was) seeing.push(person);
      }
      return seeing;
    },
  };
}
