import { createAccount } from "#client/account.ts";
import type { Api } from "#client/api.ts";
import { openRoomKey } from "#client/crypto/room-key.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import type { Hand } from "#client/rooms/acts.ts";
import { beginRoom, comeIn, invite, pinnedOther } from "#client/rooms/pairing.ts";
import type { Paired } from "#client/rooms/versions.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import { decoded } from "#domain/encoded.ts";
import type { RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import type { Result } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import { createConsent } from "#server/consent.ts";
import { createRooms } from "#server/rooms.ts";
import { createMemoryRooms } from "#server/store/rooms-memory.ts";
import { accountWorld, LIGHT, PASSWORD } from "./account-world.ts";
import { routedApi } from "./routed-api.ts";

/** The value; throws for a refusal, of which no test that asks this way wants to hear. */
export function held<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusal.code);
}

/** What a server that lies says instead. It may change `value`, which is a copy. */
export type Lie = (path: string, value: never) => unknown;

/** One of two people, on a device of theirs, over the real routes. */
export type TestHand = Hand & {
  readonly name: string;
  /** From now on every answer to a GET goes through this; `null` for the truth. */
  readonly lie: (lie: Lie | null) => void;
  /** Every path that was asked for. */
  readonly asked: string[];
};

export type TwoHands = {
  readonly room: RoomId;
  readonly ada: TestHand;
  readonly bo: TestHand;
  /** One more device of the same person. */
  readonly another: (hand: TestHand) => Promise<TestHand>;
};

/** Two people in one room, everything in memory, all of it the code of client and server. */
export async function twoHands(): Promise<TwoHands> {
  const { accounts, sessions, store } = await accountWorld();
  const { ledger, rooms: roomStore } = createMemoryRooms(store);
  // No two things happen in one instant.
  let now = Date.now();
  const clock = { now: () => ++now };
  const announce = () => undefined;
  const relay = { reconsider: async () => undefined, erase: async () => undefined };
  const logger = { error: () => undefined };
  const consent = createConsent({ ledger, relay, announce, clock, logger });
  const rooms = createRooms({ rooms: roomStore, ledger, announce, clock });

  async function device(name: string | null): Promise<TestHand> {
    const routed = routedApi({ accounts, sessions, consent, rooms });
    const asked: string[] = [];
    let told: Lie | null = null;
    const api: Api = {
      ...routed,
      get: async (path) => {
        asked.push(path);
        const answer = await routed.get(path);
        if (!answer.ok || !told) return answer;
        return { ok: true, value: told(path, structuredClone(answer.value) as never) };
      },
      post: (path, body) => {
        asked.push(path);
        return routed.post(path, body);
      },
    };
    const account = createAccount({
      api,
      secrets: inProcessSecrets(LIGHT),
      vault: memoryVault(),
      clock,
    });
    const signedIn = name
      ? await account.signIn({ name, password: PASSWORD, remember: false })
      : await account.signUp({ word: "heron", password: PASSWORD, remember: false });
    held<unknown>(signedIn);
    const keyring = account.keyring.current();
    if (!keyring) throw new Error("nobody is unlocked");
    return { api, keyring, name: keyring.name, asked, lie: (lie) => void (told = lie) };
  }

  const [ada, bo] = [await device(null), await device(null)];
  const room = held(await beginRoom(ada, "Bo"));
  held(await invite(ada, room));
  const secret = known(ada.keyring.index.current().rooms[room])?.invitation?.secret;
  if (!secret) throw new Error("a link has a secret");
  held(await comeIn(bo, secret, "Ada"));
  held(await pinnedOther(ada.keyring, await viewIn(ada, room)));
  ada.asked.length = 0;
  bo.asked.length = 0;
  return { room, ada, bo, another: ({ name }) => device(name) };
}

/** The room as the server shows it to this hand. */
export const viewIn = async ({ api }: Hand, room: RoomId): Promise<RoomView> =>
  held(await api.get(`/api/rooms/${room}`)) as RoomView;

/** What a page of the room holds. Throws if the room's key does not open. */
export async function pairedIn({ api, keyring }: Hand, room: RoomId): Promise<Paired> {
  const view = await viewIn({ api, keyring }, room);
  const other = held(await pinnedOther(keyring, view));
  if (!other || !view.key) throw new Error("nobody has come in");
  const key = held(await openRoomKey(keyring, room, decoded(view.key), other.roomKeyCheck));
  return { room, key, other };
}
