import { randomBytes } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import { isLoose, LOOSE, nextLink, writeStatement, type Act } from "#domain/consent/record.ts";
import { idOf, type PersonId, type PieceId, type RoomId } from "#domain/ids.ts";
import type { VersionId } from "#domain/ids.ts";
import type { Ledger, RoomStore } from "#domain/ports.ts";
import type { Consent, Rooms } from "#domain/rooms.ts";
import { createConsent, type ConsentService } from "#server/consent.ts";
import { createDeparture } from "#server/departure.ts";
import { createRooms } from "#server/rooms.ts";
import { sha256 } from "#server/statements.ts";
import { createMemoryAccounts } from "#server/store/accounts-memory.ts";
import type { AccountStore } from "#server/store/accounts.ts";
import { createMemoryRooms } from "#server/store/rooms-memory.ts";

export const random = (length: number) => new Uint8Array(randomBytes(length));
export const some = (length: number) => toBase64Url(random(length));
export const newId = <T extends string>() => idOf<T>(random(16));

export type Stores = {
  readonly accounts: AccountStore;
  readonly ledger: Ledger;
  readonly rooms: RoomStore;
};

export function memoryStores(): Stores {
  const accounts = createMemoryAccounts();
  return { accounts, ...createMemoryRooms(accounts) };
}

/** Somebody with an account and a key to sign with. */
export type Somebody = { readonly person: PersonId; readonly secretKey: Uint8Array };

export async function somebody(accounts: AccountStore): Promise<Somebody> {
  const person = newId<PersonId>();
  const { secretKey, publicKey } = ed25519.keygen();
  const at = { createdAt: 0, seenAt: 0, confirmedAt: 0 };
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
    { tokenHash: random(32), id: some(16), person, ...at, remember: true },
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
export class RoomWorld {
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

  private constructor(stores: Stores, ada: Somebody, bo: Somebody, room: RoomId, now: number) {
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
      erase: async (piece: PieceId) => void this.erased.push(piece),
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
    return next;
  }

  static async paired(stores?: Stores, now?: number): Promise<RoomWorld> {
    const world = await RoomWorld.open(stores, now);
    const { token, made } = someInvitation();
    await world.rooms.invite(world.ada.person, world.room, made);
    await world.rooms.claim(world.bo.person, someClaim(token));
    world.announced.length = 0;
    return world;
  }

  get day(): string {
    return dayOf(this.now);
  }

  /** A command with its statement, signed on the end of the signer's chain. */
  async signed(
    who: Somebody,
    piece: PieceId,
    act: Act,
    day: string = this.day,
  ): Promise<PieceCommand> {
    const chain = await this.consent.chain(who.person, this.room);
    if (!chain.ok) throw new Error("no chain");
    const link = isLoose(act.kind) ? LOOSE : nextLink(chain.value);
    const { room } = this;
    const body = writeStatement({ room, person: who.person, piece, link, day, act }, sha256);
    const signature = toBase64Url(ed25519.sign(body, who.secretKey));
    const statement = { body: toBase64Url(body), signature };
    return act.kind === "tell-no"
      ? { kind: "no", version: act.version, tell: statement }
      : ({ ...act, statement } as PieceCommand);
  }

  /** `done`, or the code of the refusal. */
  async run(who: Somebody, piece: PieceId, command: PieceCommand): Promise<string> {
    const ran = await this.consent.run(who.person, { room: this.room, piece, command });
    return ran.ok ? "done" : ran.refusal.code;
  }

  async sign(who: Somebody, piece: PieceId, act: Act): Promise<string> {
    return this.run(who, piece, await this.signed(who, piece, act));
  }

  /** An act on the room itself: `done`, or the code of the refusal. */
  async act(who: Somebody, command: RoomCommand): Promise<string> {
    const ran = await this.consent.run(who.person, { room: this.room, command });
    return ran.ok ? "done" : ran.refusal.code;
  }

  async pause(who: Somebody, minutes: number | null): Promise<void> {
    await this.act(who, { kind: "pause", minutes });
  }

  async resume(who: Somebody): Promise<void> {
    await this.act(who, { kind: "resume" });
  }

  /** Sets an offer to wait, signed on the day of then. */
  async wait(
    who: Somebody,
    piece: PieceId,
    notBefore: number,
    version = newId<VersionId>(),
  ): Promise<VersionId> {
    const signed = await this.signed(who, piece, offering(version), dayOf(notBefore));
    if (signed.kind !== "offer") throw new Error("not an offer");
    const done = await this.run(who, piece, { ...signed, kind: "wait", notBefore });
    if (done !== "done") throw new Error(done);
    return version;
  }

  /** A question for two, and an answer to it. */
  async question(): Promise<PieceId> {
    const piece = newId<PieceId>();
    await this.sign(this.ada, piece, { kind: "begin-pair", envelope: some(284) });
    return piece;
  }

  async putIn(who: Somebody, piece: PieceId, version = newId<VersionId>()): Promise<string> {
    const { kind: _offer, envelope: _envelope, ...sealed } = offering(version);
    return this.sign(who, piece, { kind: "put-in", ...sealed });
  }

  /** An own piece, as the author's device would begin it. */
  async begin(who: Somebody): Promise<PieceId> {
    const piece = newId<PieceId>();
    const made = await this.consent.makePiece(who.person, {
      id: piece,
      room: this.room,
      sealedKey: some(60),
    });
    if (!made.ok) throw new Error(made.refusal.code);
    return piece;
  }

  /** Offers a version of an own piece. */
  async offer(who: Somebody, piece: PieceId, version = newId<VersionId>()): Promise<VersionId> {
    this.now += 1; // no two offers in one instant
    const done = await this.sign(who, piece, offering(version));
    if (done !== "done") throw new Error(done);
    return version;
  }

  /** A piece that both write. */
  async together(): Promise<PieceId> {
    const piece = newId<PieceId>();
    await this.sign(this.ada, piece, {
      kind: "propose",
      envelope: some(284),
      sealedKey: some(60),
    });
    const view = await this.view(this.bo);
    const proposed = view.pieces.find((one) => one.piece === piece);
    if (proposed?.mode !== "together") throw new Error("no proposal");
    await this.sign(this.bo, piece, { kind: "accept", proposal: proposed.statement.hash });
    return piece;
  }

  async view(who: Somebody) {
    const view: Awaited<ReturnType<Consent["view"]>> = await this.consent.view(
      who.person,
      this.room,
    );
    if (!view.ok) throw new Error(view.refusal.code);
    return view.value;
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

export const offering = (version: VersionId): Extract<Act, { kind: "offer" }> => ({
  kind: "offer",
  version,
  envelope: some(284),
  sealedVersion: some(1084),
  wrappedKey: some(80),
  ownerKey: some(60),
});
