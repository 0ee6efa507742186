import { ed25519 } from "@noble/curves/ed25519.js";
import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import {
  isLoose,
  LOOSE,
  nextLink,
  NO_HEAD,
  writeStatement,
  type Act,
} from "#domain/consent/record.ts";
import type { InvitationId, LineId, PersonId, PieceId, RoomId, RoundId } from "#domain/ids.ts";
import type { VersionId } from "#domain/ids.ts";
import { sha256 } from "#server/statements.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import {
  newId,
  offering,
  random,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";
import { startServed, type Served } from "#tests/support/served.ts";
import { gateOver, ServedActs, Visitor } from "#tests/support/visitor.ts";

/** One of everything that has an id, or a name that works like one. */
export type Ids = {
  readonly room: RoomId;
  readonly piece: PieceId;
  readonly version: VersionId;
  readonly invitation: InvitationId;
  readonly person: PersonId;
  readonly session: string;
  readonly line: LineId;
  readonly round: RoundId;
  /** What a link gives. */
  readonly token: string;
};

/** Such as never were. */
export const never = (): Ids => ({
  room: newId(),
  piece: newId(),
  version: newId(),
  invitation: newId(),
  person: newId(),
  session: some(16),
  line: newId(),
  round: newId(),
  token: some(32),
});

/** Who asks: a browser with a session, or none at all. */
export type Asker = { readonly visitor: Visitor | null; readonly who: Somebody };

/** A room of Ada and Bo on a server that runs, and somebody who has no part in it. */
export type Scene = {
  readonly served: Served;
  readonly now: number;
  readonly acts: ServedActs;
  readonly ada: Visitor;
  readonly bo: Visitor;
  readonly stranger: Visitor;
  /** Of Ada's: a draft of which a version waits; a link that is used up. */
  readonly draft: Ids;
  /** Of Ada's: a letter that was offered and taken back before Bo opened it. */
  readonly takenBack: Ids;
  /** Of Ada's: a letter that Bo opened, and that was then taken back. */
  readonly openedOnce: Ids;
  readonly close: () => Promise<void>;
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
  const { token, made } = someInvitation();
  expect(await ada.ask("POST", "/api/rooms", { id: room })).toMatchObject({ ok: true });
  expect(await ada.ask("POST", `/api/rooms/${room}/invitation`, made)).toMatchObject({ ok: true });
  const claimed = await bo.ask("POST", "/api/invitation/claim", someClaim(token));
  expect(claimed).toMatchObject({ ok: true });
  for (const one of [ada, bo, stranger]) await one.listen();

  const { person } = ada.who;
  const [session] = await accounts.sessionsOf(person);
  const common = { room, invitation: made.id, person, session: session?.id ?? "", token };
  const idsOf = (piece: PieceId, version: VersionId): Ids => ({
    ...common,
    piece,
    version,
    line: newId(),
    round: newId(),
  });
  const [waits, quiet, opened] = [
    await acts.begin(ada.who),
    await acts.begin(ada.who),
    await acts.begin(ada.who),
  ];
  const draft = idsOf(waits, await acts.wait(ada.who, waits, now + 3_600_000));
  const takenBack = idsOf(quiet, await acts.offer(ada.who, quiet));
  await takeBack(acts, takenBack);
  const openedOnce = idsOf(opened, await acts.offer(ada.who, opened));
  const { version } = openedOnce;
  expect(await acts.run(bo.who, opened, { kind: "open", version })).toBe("done");
  await takeBack(acts, openedOnce);

  return {
    served,
    now,
    acts,
    ada,
    bo,
    stranger,
    draft,
    takenBack,
    openedOnce,
    close: async () => {
      for (const one of all.values()) one.leave();
      await database.close();
      await served.remove();
    },
  };
}

async function takeBack(acts: ServedActs, { piece, version }: Ids): Promise<void> {
  expect(await acts.sign(acts.ada, piece, { kind: "take-back", version })).toBe("done");
}

/** What somebody would sign about these, on the end of their chain: also about what is not theirs. */
export async function signedBy(
  { acts, now }: Scene,
  who: Somebody,
  { room, piece }: Pick<Ids, "room" | "piece">,
  act: Act,
) {
  const chain = await acts.consent.chain(who.person, acts.room);
  const none = { n: 0, head: NO_HEAD, takeUp: [] };
  const link = isLoose(act.kind) ? LOOSE : nextLink(chain.ok ? { ...none, ...chain.value } : none);
  const day = new Date(now).toISOString().slice(0, 10);
  const body = writeStatement({ room, person: who.person, piece, link, day, act }, sha256);
  const signature = toBase64Url(ed25519.sign(body, who.secretKey));
  return { body: toBase64Url(body), signature };
}

/** A sealed version under a new id. */
export const sealedThings = () => {
  const { kind: _offer, envelope: _envelope, ...sealed } = offering(newId<VersionId>());
  return sealed;
};
