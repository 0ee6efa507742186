import { createPrivateKey, sign } from "node:crypto";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import {
  isLoose,
  LOOSE,
  nextLink,
  writeStatement,
  type Act,
  type Link,
} from "#domain/consent/record.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { Consent } from "#domain/rooms.ts";
import { sha256 } from "#server/statements.ts";
import { newId, some } from "./some.ts";

/** Somebody with an account and a key to sign with. */
export type Somebody = { readonly person: PersonId; readonly secretKey: Uint8Array };

/** What stands before an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

function signedBy(secretKey: Uint8Array, body: Uint8Array): Uint8Array {
  const der = Buffer.concat([PKCS8, secretKey]);
  return new Uint8Array(
    sign(null, body, createPrivateKey({ key: der, format: "der", type: "pkcs8" })),
  );
}

/** What is asked of the gate. What it says of sockets, sockets show. */
export type Gate = Omit<Consent, "access">;

/** What two people do in a room, signed as their devices would, wherever the gate stands. */
export abstract class RoomActs {
  abstract readonly consent: Gate;
  abstract readonly ada: Somebody;
  abstract readonly bo: Somebody;
  abstract readonly room: RoomId;
  /** Milliseconds since 1970, on everybody's clock. */
  abstract now: number;

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
    const statement = this.#statement(who, piece, act, link, day);
    if (act.kind === "take-back") {
      const before = (await this.#standingBefore(who, piece, act.version)).map((version) => ({
        version,
        statement: this.#statement(who, piece, { kind: "take-back", version }, LOOSE, day),
      }));
      return { ...act, statement, ...(before.length > 0 && { before }) };
    }
    return act.kind === "tell-no"
      ? { kind: "no", version: act.version, tell: statement }
      : ({ ...act, statement } as PieceCommand);
  }

  #statement(who: Somebody, piece: PieceId, act: Act, link: Link, day: string) {
    const { room } = this;
    const body = writeStatement({ room, person: who.person, piece, link, day, act }, sha256);
    return { body: toBase64Url(body), signature: toBase64Url(signedBy(who.secretKey, body)) };
  }

  /** What goes with a version that is taken back, as its author sees it. */
  async #standingBefore(who: Somebody, piece: PieceId, newest: VersionId) {
    const view = await this.consent.view(who.person, this.room);
    const its = view.ok ? view.value.pieces.find((one) => one.piece === piece) : undefined;
    if (its?.mode !== "own" || its.role !== "author") return [];
    return its.versions
      .filter(({ version, state }) => version !== newest && state !== "taken-back")
      .map(({ version }) => version);
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
    const view = await this.consent.view(who.person, this.room);
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
