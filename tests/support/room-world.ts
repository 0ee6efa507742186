import { ed25519 } from "@noble/curves/ed25519.js";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Ledger, RoomStore } from "#domain/ports.ts";
import type { Rooms } from "#domain/rooms.ts";
import { createConsent, type ConsentService } from "#server/consent.ts";
import { createDeparture } from "#server/departure.ts";
import { createRooms } from "#server/rooms.ts";
import { sha256 } from "#server/statements.ts";
import { createMemoryAccounts } from "#server/store/accounts-memory.ts";
import type { AccountStore } from "#server/store/accounts.ts";
import { createMemoryNewKeys } from "#server/store/new-keys-memory.ts";
import type { NewKeysStore } from "#server/store/new-keys.ts";
import { createMemoryRooms } from "#server/store/rooms-memory.ts";
import { RoomActs, type Somebody } from "./room-acts.ts";
import { newId, random, some } from "./some.ts";

export { offering, type Somebody } from "./room-acts.ts";
export { newId, random, some } from "./some.ts";

export type Stores = {
  readonly accounts: AccountStore;
  readonly ledger: Ledger;
  readonly rooms: RoomStore;
};

export function memoryStores(): Stores & { readonly newKeys: NewKeysStore } {
  const accounts = createMemoryAccounts();
  const memory = createMemoryRooms(accounts);
  const { ledger, rooms } = memory;
  return { accounts, ledger, rooms, newKeys: createMemoryNewKeys(accounts, memory) };
}

/** A new account, and a session of it that this token opens, as if the password had been given at `at`. */
export async function somebody(
  accounts: AccountStore,
  { token = random(32), at = 0 }: { readonly token?: Uint8Array; readonly at?: number } = {},
): Promise<Somebody> {
  const person = newId<PersonId>();
  const { secretKey, publicKey } = ed25519.keygen();
  const session = { id: some(16), person, createdAt: at, seenAt: at, confirmedAt: at };
  await accounts.create(
    {
      person,
      nameHash: random(32),
      opaqueRecord: some(192),
      signingKey: new Uint8Array(publicKey),
      boxKey: random(32),
      identity: random(92),
      recoveryHash: random(32),
      byPassword: random(60),
      byWords: random(60),
      index: { version: 0, sealed: random(64) },
    },
    { tokenHash: sha256(token), ...session, remember: true, arrival: null },
  );
  return { person, secretKey };
}

/** An invitation that can be used once; the token is what its link would give. */
export function someInvitation() {
  const secret = random(32);
  return {
    token: toBase64Url(secret),
    made: { id: newId(), tokenHash: toBase64Url(sha256(secret)), packet: some(124) } as Parameters<
      Rooms["invite"]
    >[2],
  };
}

export const someClaim = (token: string) => ({
  token,
  packet: some(156),
  roomKeyForMe: some(80),
  roomKeyForThem: some(80),
});

/** Two people in a room, through the real services, on any stores. */
export class RoomWorld extends RoomActs {
  readonly consent: ConsentService;
  readonly rooms: Rooms;
  /** What a deleted account takes with it. */
  readonly depart: (person: PersonId) => Promise<void>;
  readonly stores: Stores;
  /** Whom anything was announced to, in order. */
  readonly announced: PersonId[] = [];
  readonly reconsidered: PieceId[] = [];
  readonly erased: PieceId[] = [];
  readonly faults: string[] = [];
  readonly ada: Somebody;
  readonly bo: Somebody;
  readonly room: RoomId;
  now: number;

  /** What a real relay would do; nothing unless a test sets it. */
  reconsider: (piece: PieceId) => Promise<void> = async () => {};
  erase: (piece: PieceId) => Promise<void> = async () => {};

  private constructor(stores: Stores, ada: Somebody, bo: Somebody, room: RoomId, now: number) {
    super();
    this.ada = ada;
    this.bo = bo;
    this.room = room;
    this.now = now;
    this.stores = stores;
    const { ledger, rooms } = stores;
    const clock = { now: () => this.now };
    const announce = (person: PersonId) => void this.announced.push(person);
    const relay = {
      reconsider: async (piece: PieceId) => {
        this.reconsidered.push(piece);
        await this.reconsider(piece);
      },
      erase: async (piece: PieceId) => {
        this.erased.push(piece);
        await this.erase(piece);
      },
    };
    this.depart = createDeparture({ ledger, rooms, relay, announce, clock });
    this.consent = createConsent({
      ledger,
      relay,
      announce,
      clock,
      logger: { error: (_details, message) => void this.faults.push(message) },
    });
    this.rooms = createRooms({ rooms, ledger, announce, clock });
  }

  static async open(
    stores: Stores = memoryStores(),
    now: number = Date.UTC(2025, 10, 3, 12),
    room: RoomId = newId<RoomId>(),
  ): Promise<RoomWorld> {
    const ada = await somebody(stores.accounts);
    const bo = await somebody(stores.accounts);
    const world = new RoomWorld(stores, ada, bo, room, now);
    await world.rooms.make(ada.person, room);
    return world;
  }

  /** The same people and stores behind another server, as after a restart; the clock goes on. */
  restarted(): RoomWorld {
    this.consent.close();
    const next = new RoomWorld(this.stores, this.ada, this.bo, this.room, this.now);
    next.reconsider = this.reconsider;
    next.erase = this.erase;
    return next;
  }

  static async paired(stores?: Stores, now?: number, room?: RoomId): Promise<RoomWorld> {
    const world = await RoomWorld.open(stores, now, room);
    const { token, made } = someInvitation();
    await world.rooms.invite(world.ada.person, world.room, made);
    await world.rooms.claim(world.bo.person, someClaim(token));
    world.announced.length = 0;
    return world;
  }
}
