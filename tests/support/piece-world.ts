import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import { nodeTransport } from "#client/sync/node-transport.ts";
import type { Transport } from "#client/sync/transport.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { cipherFor } from "./piece-cipher.ts";
import {
  newPerson,
  newPiece,
  openRelayWorld,
  type RelayWorld,
  type RelayWorldOptions,
} from "./relay-world.ts";
import { TestDevice } from "./test-device.ts";
import { TestTab, type TestTabOptions } from "./test-tab.ts";

type More = Partial<TestTabOptions> & { readonly offline?: boolean };

export type PieceWorld = RelayWorld & {
  readonly ada: PersonId;
  readonly ben: PersonId;
  readonly piece: PieceId;
  readonly cipher: FrameCipher;
  /** How this person's tabs reach the relay. */
  readonly dial: (person: PersonId) => Transport;
  /** A tab of this person, on a new device unless one is given. */
  readonly tab: (person: PersonId, more?: More) => TestTab;
};

/** Two people, a piece of theirs, and the real relay with its log. Close it last. */
export async function openPieceWorld(options: RelayWorldOptions = {}): Promise<PieceWorld> {
  const world = await openRelayWorld(options);
  const [ada, ben, piece] = [newPerson(), newPerson(), newPiece()];
  const cipher = await cipherFor(piece, 2);
  const tabs = new Set<TestTab>();
  const dial = (person: PersonId): Transport => {
    const transport = nodeTransport({ origin: "http://127.0.0.1", cookie: () => "" });
    return (_url, events) => transport(world.url(person, piece), events);
  };
  world.allow(ada, piece);
  world.allow(ben, piece);
  return {
    ...world,
    ada,
    ben,
    piece,
    cipher,
    dial,
    tab: (person, more = {}) => {
      const tab = new TestTab({
        device: new TestDevice(),
        person,
        piece,
        cipher,
        transport: dial(person),
        ...more,
      });
      tabs.add(tab);
      return tab;
    },
    close: async () => {
      for (const tab of tabs) tab.kill();
      await world.close();
    },
  };
}
