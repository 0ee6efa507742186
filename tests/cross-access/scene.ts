import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceCommand } from "#domain/consent/commands.ts";
import type { Act } from "#domain/consent/record.ts";
import type { InvitationId, PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { SigningView } from "#domain/statement-view.ts";
import { ok } from "#domain/result.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import { RoomActs, type Gate } from "#tests/support/room-acts.ts";
import {
  newId,
  random,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";
import { startServed, type Served } from "#tests/support/served.ts";
import { gateOver, ServedActs, Visitor } from "#tests/support/visitor.ts";
import { ALL, THINGS, type Making, type Named, type ThingName } from "./things.ts";

/** One of everything that has an id, or a name that works like one. */
export type Ids = Named & {
  readonly room: RoomId;
  readonly invitation: InvitationId;
  readonly person: PersonId;
  readonly session: string;
  /** What a link gives. */
  readonly token: string;
};

const NAMED = ["piece", "version", "line", "round"] as const satisfies readonly (keyof Named)[];

const neverNamed = (): Named => ({
  piece: newId(),
  version: newId(),
  line: newId(),
  round: newId(),
});

/** Such as never were. */
export const never = (): Ids => ({
  ...neverNamed(),
  room: newId(),
  invitation: newId(),
  person: newId(),
  session: some(16),
  token: some(32),
});

/** Who asks: a browser with a session, or none at all. */
export type Asker = { readonly visitor: Visitor | null; readonly who: Somebody };

/** A room of Ada and Bo on a server that runs, and a stranger, who has no part in it. */
export type Scene = {
  readonly served: Served;
  readonly now: number;
  readonly acts: ServedActs;
  readonly ada: Visitor;
  readonly bo: Visitor;
  readonly stranger: Visitor;
  /** What stands in the room of the two, and Ada's own: an invitation that is used up, a session. */
  readonly things: Readonly<Record<ThingName, Ids>>;
  /** The ids that a thing has none of. */
  readonly lacks: Readonly<Record<ThingName, readonly (keyof Ids)[]>>;
  /** A room of the stranger's, in which Bo is too. */
  readonly elsewhere: RoomId;
  readonly chains: readonly Chain[];
  readonly close: () => Promise<void>;
};

/** Where somebody's chain ends in a room of theirs, now that everything is made. */
type Chain = {
  readonly person: PersonId;
  readonly room: RoomId;
  readonly ends: SigningView;
};

export async function openScene(now: number): Promise<Scene> {
  const served = await startServed(now);
  const database = await openDatabase(served.databaseUrl);
  const accounts = createDatabaseAccounts(database);
  const come = async () => {
    const token = random(32);
    return new Visitor(served, await somebody(accounts, { token, at: now }), toBase64Url(token));
  };
  const [ada, bo, stranger] = [await come(), await come(), await come()];
  const all = new Map([ada, bo, stranger].map((one) => [one.who.person, one]));
  const gate = gateOver((person) => all.get(person) ?? stranger);
  const acts = new ServedActs(gate, ada.who, bo.who, now);
  const { room } = acts;
  const invited = await roomOf(ada, bo, room);
  const elsewhere = newId<RoomId>();
  await roomOf(stranger, bo, elsewhere);
  for (const one of all.values()) await one.listen();

  const { person } = ada.who;
  const [session] = await accounts.sessionsOf(person);
  const common = { room, ...invited, person, session: session?.id ?? "" };
  const making: Making = { acts, setClock: served.setClock };
  const made: [ThingName, Partial<Named>][] = [];
  for (const name of ALL) made.push([name, await THINGS[name].make(making)]);
  const ofEach = <T>(of: (own: Partial<Named>) => T) =>
    Object.fromEntries(made.map(([name, own]) => [name, of(own)])) as Record<ThingName, T>;

  const chainOf = async ({ who }: Visitor, of: RoomId): Promise<Chain> => {
    const chain = await gate.chain(who.person, of);
    if (!chain.ok) throw new Error("no chain");
    return { person: who.person, room: of, ends: chain.value };
  };
  return {
    served,
    now,
    acts,
    ada,
    bo,
    stranger,
    things: ofEach((own) => ({ ...common, ...neverNamed(), ...own })),
    lacks: ofEach((own) => NAMED.filter((kind) => !(kind in own))),
    elsewhere,
    chains: [
      await chainOf(ada, room),
      await chainOf(bo, room),
      await chainOf(bo, elsewhere),
      await chainOf(stranger, elsewhere),
    ],
    close: async () => {
      for (const one of all.values()) one.leave();
      await database.close();
      await served.remove();
    },
  };
}

/** A room of these two; and what the one gave the other. */
async function roomOf(
  maker: Visitor,
  guest: Visitor,
  room: RoomId,
): Promise<Pick<Ids, "invitation" | "token">> {
  const { token, made } = someInvitation();
  const asked = [
    await maker.ask("POST", "/api/rooms", { id: room }),
    await maker.ask("POST", `/api/rooms/${room}/invitation`, made),
    await guest.ask("POST", "/api/invitation/claim", someClaim(token)),
  ];
  for (const answer of asked) expect(answer).toMatchObject({ ok: true });
  return { token, invitation: made.id };
}

/** Signs an act on a piece. */
export type Sign = (piece: PieceId, act: Act) => Promise<PieceCommand>;

/**
 * As somebody would sign in this room, also about what is not theirs. Where they are not, whatever they
 * sign is refused before it is looked at.
 */
export function signerIn(
  { acts, chains }: Scene,
  { person, ...who }: Somebody,
  room: RoomId,
): Sign {
  const theirs = chains.filter((chain) => chain.person === person);
  const chain = theirs.find((one) => one.room === room) ?? theirs[0];
  if (!chain) throw new Error("they have no chain anywhere");
  const { ada, bo, now } = acts;
  const consent = { ...acts.consent, chain: async () => ok(chain.ends) } satisfies Gate;
  const signing = new (class extends RoomActs {
    readonly consent = consent;
    readonly ada = ada;
    readonly bo = bo;
    readonly room = room;
    now = now;
  })();
  return (piece, act) => signing.signed({ person, ...who }, piece, act);
}
