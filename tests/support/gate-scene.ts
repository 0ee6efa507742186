import { accessTo, roleIn } from "#domain/consent/access.ts";
import { chainOf } from "#domain/consent/chain.ts";
import type { PieceCommand, RoomCommand, SignedStatement } from "#domain/consent/commands.ts";
import type { Entry, NewEntry, Recorded } from "#domain/consent/events.ts";
import { decide, know, type Holdings, type Known } from "#domain/consent/gate.ts";
import { inCommon } from "#domain/consent/paired.ts";
import { viewFor } from "#domain/consent/view.ts";
import type { Encoded } from "#domain/encoded.ts";
import { idOf, type LineId, type PersonId, type PieceId, type RoomId } from "#domain/ids.ts";
import type { VersionId } from "#domain/ids.ts";
import type { PieceView, ReceivedView, TogetherView, WrittenView } from "#domain/piece-view.ts";

/** An id that is the same in every run. */
export const id = <T extends string>(n: number): T => idOf<T>(new Uint8Array(16).fill(n));

export const ADA = id<PersonId>(1);
export const BO = id<PersonId>(2);
export const ROOM = id<RoomId>(3);
export const LETTER = id<PieceId>(10);
export const NOTE = id<PieceId>(11);
export const AGREEMENT = id<PieceId>(12);
export const V1 = id<VersionId>(20);
export const V2 = id<VersionId>(21);
export const LINE = id<LineId>(30);

export const DAY = 24 * 60 * 60 * 1000;
/** Monday 3 November 2025, noon. */
export const NOON = Date.UTC(2025, 10, 3, 12);

type Unsigned<C> = C extends { readonly statement: unknown } ? Omit<C, "statement"> : C;
export type Doing = Unsigned<Exclude<PieceCommand, { kind: "no" }>> | Refusing;
type Refusing = { readonly kind: "no"; readonly version?: VersionId; readonly tell?: true };

/** The rules alone, on a ledger that is a list: two people, their pieces, and a clock to turn. */
export class GateScene {
  now = NOON;
  paired = true;
  readonly entries: Entry[] = [];
  readonly #pieces = new Map<PieceId, { owner: PersonId; mode: "own" | "together" | "paired" }>();
  #signed = 0;

  constructor() {
    this.begin(ADA, LETTER);
    this.begin(ADA, NOTE);
  }

  begin(owner: PersonId, piece: PieceId): void {
    this.#pieces.set(piece, { owner, mode: "own" });
  }

  /** What the ledger would load for this person: never the other's quiet journal. */
  holdings(me: PersonId): Holdings {
    const entries = this.entries.filter(({ scope }) => scope === "shared" || scope === me);
    const pieces = [...this.#pieces]
      .filter(([piece, { owner }]) => owner === me || entries.some((e) => e.subject === piece))
      .map(([piece, row]) => ({
        piece,
        ...row,
        at: 0,
        keys: [`key 1 of ${piece}`, "key 2", "key 3"],
      }));
    const other = this.paired ? (me === ADA ? BO : ADA) : null;
    return { room: ROOM, me, other, pieces, entries };
  }

  known(me: PersonId): Known {
    return know(this.holdings(me));
  }

  /** `done`, or the code of the refusal. */
  act(me: PersonId, piece: PieceId, doing: Doing): string {
    const statement = { body: `statement ${this.#signed + 1}`, signature: "signature" };
    const { tell, ...rest } = { tell: undefined, ...doing };
    const command = { ...rest, statement, ...(tell && { tell: statement }) } as PieceCommand;
    const decided = decide(this.known(me), { room: ROOM, piece, command }, this.now, (signed) =>
      this.#record(command, signed),
    );
    if (!decided.ok) return decided.refusal.code;
    this.#append(decided.value);
    if (command.kind === "propose") this.#pieces.set(piece, { owner: me, mode: "together" });
    if (command.kind === "begin-pair") this.#pieces.set(piece, { owner: me, mode: "paired" });
    return "done";
  }

  room(me: PersonId, command: RoomCommand): string {
    const goodbye = command.kind === "leave" ? command.goodbye?.offer : undefined;
    const record = goodbye ? (signed: SignedStatement) => this.#record(goodbye, signed) : unsigned;
    const decided = decide(this.known(me), { room: ROOM, command }, this.now, record);
    if (!decided.ok) return decided.refusal.code;
    this.#append(decided.value);
    return "done";
  }

  /** What the clock does, on the server: a round ends at its time. */
  endRounds(subject: PieceId): void {
    const rounds = [ADA, BO].map((me) => {
      const piece = this.known(me).pieces.get(subject);
      return piece?.mode === "paired" && piece.round?.is === "running" ? piece.round : null;
    });
    const [hers, his] = rounds;
    if (!hers || hers.opensAt > this.now) return;
    const common = [...inCommon(hers.mine, his?.mine ?? null)];
    const event = { type: "round-over", round: hers.round, common } as const;
    this.#append([{ subject, scope: "shared", by: ADA, at: this.now, event }]);
  }

  view(me: PersonId): readonly PieceView[] {
    const holdings = this.holdings(me);
    const keys = new Map(holdings.pieces.map((row) => [row.piece, row.keys as Encoded[]]));
    return viewFor(this.known(me), keys, this.now);
  }

  written(me: PersonId, piece: PieceId): WrittenView | undefined {
    return this.view(me)
      .filter((view) => view.mode === "own")
      .filter((view) => view.role === "author")
      .find((view) => view.piece === piece);
  }

  received(me: PersonId, piece: PieceId): ReceivedView | undefined {
    return this.view(me)
      .filter((view) => view.mode === "own")
      .filter((view) => view.role === "reader")
      .find((view) => view.piece === piece);
  }

  together(me: PersonId, piece = AGREEMENT): TogetherView | undefined {
    return this.view(me)
      .filter((view) => view.mode === "together")
      .find((view) => view.piece === piece);
  }

  access(me: PersonId, piece: PieceId) {
    return accessTo(this.known(me), piece, this.now);
  }

  role(me: PersonId, piece: PieceId, version: VersionId) {
    return roleIn(this.known(me), piece, version);
  }

  chain(me: PersonId) {
    return chainOf(this.known(me), this.holdings(me).entries);
  }

  /** Statements here are their number; those that record.ts calls loose stand outside the chain. */
  #record(command: PieceCommand, statement: SignedStatement): Recorded {
    this.#signed += 1;
    const loose = LOOSE.has(command.kind);
    const n = loose ? 0 : this.#signed;
    const hash = `hash of ${statement.body}`;
    return { on: "2025-11-03", n, takeUp: [], statement: { hash, ...statement } };
  }

  #append(added: readonly NewEntry[]): void {
    for (const entry of added) {
      const { subject, scope } = entry;
      const before = this.entries.filter((e) => e.subject === subject && e.scope === scope);
      this.entries.push({ ...entry, seq: before.length + 1 });
    }
  }
}

const LOOSE = new Set(["offer", "wait", "take-back", "propose", "withdraw", "put-in"]);

const unsigned = (): never => {
  throw new Error("nothing is signed about a room");
};

type Offering = Extract<Doing, { readonly kind: "offer" }>;

export const offer = (version = V1): Offering => ({
  kind: "offer",
  version,
  envelope: `envelope of ${version}`,
  sealedVersion: "sealed",
  wrappedKey: "wrapped",
  ownerKey: "owner's",
});

export const propose: Doing = { kind: "propose", envelope: "envelope", sealedKey: "sealed" };

export const signLine = (hash: string, line = LINE): Doing => ({
  kind: "sign-line",
  line,
  hash,
  sealedWording: `wording of ${hash}`,
});
