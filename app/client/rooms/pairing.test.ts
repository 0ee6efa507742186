import { beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "#client/account.ts";
import type { Api } from "#client/api.ts";
import { makeLinkSecret, sealInvitation, tokenHashOf, tokenOf } from "#client/crypto/pairing.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import type { InvitationId, RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { refuse, type Result } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import { createConsent } from "#server/consent.ts";
import { createRooms } from "#server/rooms.ts";
import { createMemoryRooms } from "#server/store/rooms-memory.ts";
import { accountWorld, LIGHT, PASSWORD } from "#tests/support/account-world.ts";
import { newId } from "#tests/support/keys.ts";
import { routedApi } from "#tests/support/routed-api.ts";
import type { Hand } from "./acts.ts";
import { beginRoom, comeIn, invite, pinnedOther } from "./pairing.ts";

let newcomer: () => Promise<Hand>;
beforeEach(async () => {
  const { accounts, sessions, store } = await accountWorld();
  const { ledger, rooms: roomStore } = createMemoryRooms(store);
  const clock = { now: () => Date.now() };
  const announce = () => undefined;
  const relay = { reconsider: async () => undefined, erase: async () => undefined };
  const logger = { error: () => undefined };
  const consent = createConsent({ ledger, relay, announce, clock, logger });
  const rooms = createRooms({ rooms: roomStore, ledger, announce, clock });
  newcomer = async () => {
    const api = routedApi({ accounts, sessions, consent, rooms });
    const secrets = inProcessSecrets(LIGHT);
    const account = createAccount({ api, secrets, vault: memoryVault(), clock });
    held(await account.signUp({ word: "heron", password: PASSWORD, remember: false }));
    const keyring = account.keyring.current();
    if (!keyring) throw new Error("signed up without keys");
    return { api, keyring };
  };
});

function held<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusal.code);
}

const entryOf = ({ keyring }: Hand, room: RoomId) => keyring.index.current().rooms[room];

/** The secret of the link that this person would hand over now. */
function secretOf(hand: Hand, room: RoomId): Bytes {
  const secret = known(entryOf(hand, room))?.invitation?.secret;
  if (!secret) throw new Error("there is no link");
  return secret;
}

const whoIsThere = async (hand: Hand, room: RoomId) =>
  pinnedOther(hand.keyring, held(await hand.api.get(`/api/rooms/${room}`)) as RoomView);

async function inARoom() {
  const [ada, bo] = [await newcomer(), await newcomer()];
  const room = held(await beginRoom(ada, "Bo"));
  held(await invite(ada, room));
  held(await comeIn(bo, secretOf(ada, room), "Ada"));
  held(await whoIsThere(ada, room));
  return { ada, bo, room };
}

/** A link into a room of one's own, with a packet that names another room. */
async function linkThatNames(named: RoomId, maker: Hand): Promise<Bytes> {
  const room = held(await beginRoom(maker, ""));
  const secret = makeLinkSecret();
  const made = await maker.api.post(`/api/rooms/${room}/invitation`, {
    id: newId<InvitationId>(),
    tokenHash: toBase64Url(tokenHashOf(await tokenOf(secret))),
    packet: toBase64Url(await sealInvitation(secret, maker.keyring, named)),
  });
  held(made);
  return secret;
}

describe("coming in", () => {
  it("K19 leaves a room that one is in as it is, whatever a link says", async () => {
    const { ada, bo, room } = await inARoom();
    const eve = await newcomer();
    const before = entryOf(ada, room);
    for (const maker of [bo, eve]) {
      const secret = await linkThatNames(room, maker);
      expect(await comeIn(ada, secret, "Somebody")).toEqual(refuse("no-invitation"));
      expect(entryOf(ada, room)).toEqual(before);
    }
    expect((await whoIsThere(ada, room)).ok).toBe(true);
  });

  it("K19 leaves a room that one has made, and where nobody is yet, as it is", async () => {
    const [ada, eve] = [await newcomer(), await newcomer()];
    const room = held(await beginRoom(ada, "Bo"));
    held(await invite(ada, room));
    const before = entryOf(ada, room);
    const secret = await linkThatNames(room, eve);
    expect(await comeIn(ada, secret, "Somebody")).toEqual(refuse("no-invitation"));
    expect(entryOf(ada, room)).toEqual(before);
  });

  it("K19 does not take the word of the server for it that one is not in a room", async () => {
    const { ada, room } = await inARoom();
    const eve = await newcomer();
    const before = entryOf(ada, room);
    const forgetful: Api = {
      ...ada.api,
      get: async (path) =>
        path === "/api/rooms" ? { ok: true, value: { rooms: [] } } : ada.api.get(path),
    };
    const secret = await linkThatNames(room, eve);
    const came = await comeIn({ ...ada, api: forgetful }, secret, "Somebody");
    expect(came).toEqual(refuse("no-invitation"));
    expect(entryOf(ada, room)).toEqual(before);
  });

  it("O1 asks for the pause in the claim itself, and for nothing after it", async () => {
    const [ada, bo] = [await newcomer(), await newcomer()];
    const room = held(await beginRoom(ada, "Bo"));
    held(await invite(ada, room));
    const asked: string[] = [];
    const heard: Api = {
      ...bo.api,
      post: (path, body) => {
        asked.push(path);
        return bo.api.post(path, body);
      },
    };
    held(await comeIn({ ...bo, api: heard }, secretOf(ada, room), "Ada", { paused: true }));
    expect(asked.at(-1)).toBe("/api/invitation/claim");
    const view = held(await ada.api.get(`/api/rooms/${room}`)) as RoomView;
    expect(view).toMatchObject({ other: {}, pause: { paused: true, mine: null } });
  });

  it("can be tried again when the claim did not arrive", async () => {
    const [ada, bo] = [await newcomer(), await newcomer()];
    const room = held(await beginRoom(ada, "Bo"));
    held(await invite(ada, room));
    const secret = secretOf(ada, room);
    const lossy: Api = {
      ...bo.api,
      post: async (path, body) =>
        path === "/api/invitation/claim" ? refuse("offline") : bo.api.post(path, body),
    };
    expect(await comeIn({ ...bo, api: lossy }, secret, "Ada")).toEqual(refuse("offline"));
    expect(await comeIn(bo, secret, "Ada")).toEqual({ ok: true, value: room });
    expect((await whoIsThere(ada, room)).ok).toBe(true);
  });
});

describe("inviting", () => {
  it("K19 keeps the secret of a link that stands when another is refused", async () => {
    const [ada, bo] = [await newcomer(), await newcomer()];
    const room = held(await beginRoom(ada, "Bo"));
    held(await invite(ada, room));
    const handedOver = secretOf(ada, room);
    expect(await invite(ada, room)).toEqual(refuse("invitation-open"));
    held(await comeIn(bo, handedOver, "Ada"));
    expect((await whoIsThere(ada, room)).ok).toBe(true);
  });
});
