import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import {
  scopeOf,
  type ConsentEvent,
  type NewEntry,
  type Recorded,
} from "#domain/consent/events.ts";
import { LOOSE, recordOf, writeStatement, type Act, type Link } from "#domain/consent/record.ts";
import type { LineId, PersonId, PieceId, RoomId, RoundId, VersionId } from "#domain/ids.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Appending, JournalHead, Ledger, NewPiece, RoomStore } from "#domain/ports.ts";
import { sha256 } from "#server/statements.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { freshPostgres } from "#tests/support/postgres.ts";
import {
  memoryStores,
  newId,
  RoomWorld,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Stores,
} from "#tests/support/room-world.ts";

type Opened = {
  readonly stores: Stores;
  /** What another process on the same database would have. */
  readonly elsewhere: Ledger;
  readonly close: () => Promise<void>;
};

async function onDatabase(url: string, close: () => Promise<void>): Promise<Opened> {
  const database = await openDatabase(url);
  return {
    stores: {
      accounts: createDatabaseAccounts(database),
      ledger: createDatabaseLedger(database),
      rooms: createDatabaseRooms(database),
    },
    elsewhere: createDatabaseLedger(database),
    close: async () => {
      await database.close();
      await close();
    },
  };
}

const STORES: Readonly<Record<string, () => Promise<Opened>>> = {
  memory: async () => {
    const stores = memoryStores();
    return { stores, elsewhere: stores.ledger, close: async () => {} };
  },
  SQLite: async () => {
    const place = await mkdtemp(path.join(tmpdir(), "ledger-"));
    const url = `file:${path.join(place, "test.db")}`;
    await migrate(url);
    return onDatabase(url, () => rm(place, { recursive: true }));
  },
  PostgreSQL: async () => onDatabase(await freshPostgres(), async () => {}),
};

const AT = 1_762_171_200_000;

describe.each(Object.entries(STORES))("the ledger in %s", (_name, open) => {
  let opened: Opened;
  let ledger: Ledger;
  let rooms: RoomStore;
  beforeAll(async () => {
    opened = await open();
    ({ ledger, rooms } = opened.stores);
  });
  afterAll(() => opened.close());

  let room: RoomId;
  let ada: PersonId;
  let bo: PersonId;
  beforeEach(async () => {
    ada = (await somebody(opened.stores.accounts)).person;
    bo = (await somebody(opened.stores.accounts)).person;
    room = newId<RoomId>();
    await rooms.make(room, ada, AT);
    const { token, made } = someInvitation();
    const invitation = { invitation: made.id, room, by: ada, createdAt: AT, expiresAt: AT + 1 };
    await rooms.invite({ ...invitation, ...made }, () => ok(null));
    const { roomKeyForMe, roomKeyForThem, packet } = someClaim(token);
    const keys = { roomKeyForMe, roomKeyForThem, packet };
    await rooms.claim({ person: bo, tokenHash: made.tokenHash, at: AT, ...keys });
  });

  const piece = (owner: PersonId, mode: NewPiece["mode"] = "own"): NewPiece => ({
    piece: newId<PieceId>(),
    room,
    owner,
    mode,
    sealedKey: some(60),
    at: AT,
  });
  async function begun(owner: PersonId): Promise<PieceId> {
    const made = piece(owner);
    expect(await ledger.makePiece(made)).toBe("done");
    return made.piece;
  }

  function recorded(by: PersonId, about: PieceId, link: Link, act: Act): Recorded {
    const parts = { room, person: by, piece: about, link, day: "2025-11-03", act };
    const body = writeStatement(parts, sha256);
    const hash = toBase64Url(sha256(body));
    return recordOf({ hash, body: toBase64Url(body), signature: some(64) });
  }
  const offered = (about: PieceId, version = newId<VersionId>()): ConsentEvent => ({
    type: "version-offered",
    version,
    envelope: some(284),
    recorded: recorded(ada, about, LOOSE, { kind: "take-back", version }),
  });
  const chained = (by: PersonId, about: PieceId, n: number): ConsentEvent => ({
    type: "piece-closed",
    recorded: recorded(
      by,
      about,
      { n, previous: new Uint8Array(32), takeUp: [] },
      { kind: "close" },
    ),
  });
  const entry = (by: PersonId, subject: PieceId | RoomId, event: ConsentEvent): NewEntry => ({
    subject,
    scope: scopeOf(event, by),
    by,
    at: AT,
    event,
  });
  const append = (
    entries: readonly NewEntry[],
    expected: readonly JournalHead[] = [],
    more: Partial<Appending> = {},
  ) => ledger.append({ room, expected, entries, ...more });
  const entriesOf = async (person: PersonId) =>
    (await ledger.load(person, room))?.holdings.entries.map(({ event }) => event.type);

  it("gives a room to who is in it, and to nobody else", async () => {
    const stranger = (await somebody(opened.stores.accounts)).person;
    expect(await ledger.load(stranger, room)).toBeNull();
    expect(await ledger.load(ada, newId<RoomId>())).toBeNull();
    const loaded = await ledger.load(ada, room);
    expect(loaded?.me.person).toBe(ada);
    expect(loaded?.other?.person).toBe(bo);
    expect(loaded?.holdings).toEqual({ room, me: ada, other: bo, pieces: [], entries: [] });
    expect(loaded?.me.packet).not.toBe(loaded?.other?.packet);
  });

  it("gives back every kind of event as it was put in", async () => {
    const letter = await begun(ada);
    const version = newId<VersionId>();
    const line = newId<LineId>();
    const round = newId<RoundId>();
    const said = (act: Act) => recorded(ada, letter, LOOSE, act);
    const told = { version, recorded: said({ kind: "tell-opened", version }) };
    const events: readonly ConsentEvent[] = [
      offered(letter, version),
      { type: "versions-taken-back", versions: [version], recorded: said({ kind: "withdraw" }) },
      { type: "opening-told", ...told },
      {
        type: "version-answered",
        version,
        answer: some(284),
        recorded: said({ kind: "answer", version, answer: some(284) }),
      },
      { type: "piece-discarded" },
      { type: "put-off", version },
      { type: "put-off" },
      { type: "declined", version },
      { type: "opened", version },
      { type: "decline-told", version, recorded: said({ kind: "tell-no", version }) },
      { type: "decline-told", recorded: said({ kind: "tell-no" }) },
      {
        type: "piece-proposed",
        envelope: some(284),
        recorded: said({ kind: "propose", envelope: some(284), sealedKey: some(60) }),
      },
      { type: "proposal-withdrawn", recorded: said({ kind: "accept", proposal: some(32) }) },
      { type: "proposal-accepted", recorded: said({ kind: "accept", proposal: some(32) }) },
      {
        type: "line-signed",
        line,
        hash: some(32),
        sealedWording: some(284),
        recorded: said({ kind: "sign-line", line, hash: some(32), sealedWording: some(284) }),
      },
      {
        type: "signature-taken-back",
        line,
        hash: some(32),
        recorded: said({ kind: "take-signature-back", line, hash: some(32) }),
      },
      chained(ada, letter, 1),
      { type: "reopening-asked", recorded: said({ kind: "ask-reopen", sealedKey: some(60) }) },
      { type: "piece-reopened", recorded: said({ kind: "reopen", asked: some(32) }) },
      { ...offered(letter), goodbye: true } as ConsentEvent,
      {
        type: "offer-set",
        version,
        envelope: some(284),
        notBefore: AT + 60_000,
        recorded: said({ kind: "take-back", version: newId<VersionId>() }),
      },
      { type: "offer-unset", version },
      {
        type: "pair-begun",
        envelope: some(284),
        recorded: said({ kind: "begin-pair", envelope: some(284) }),
      },
      { type: "answer-put-in", version, recorded: said({ kind: "drop-round", round: newId() }) },
      { type: "answer-taken-out", version },
      { type: "answer-opened", version, recorded: said({ kind: "drop-round", round: newId() }) },
      {
        type: "round-asked",
        round,
        lines: 2,
        opensAt: AT + 60_000,
        recorded: said({ kind: "ask-round", round, lines: 2, opensAt: AT + 60_000 }),
      },
      { type: "round-dropped", round, recorded: said({ kind: "drop-round", round }) },
      {
        type: "round-begun",
        round,
        recorded: said({ kind: "begin-round", round, asked: some(32) }),
      },
      { type: "round-submitted", round, tokens: [{ slot: some(32), value: some(32) }] },
      { type: "round-over", round, common: [some(32)] },
    ];
    expect(await append(events.map((event) => entry(ada, letter, event)))).toBe("done");
    const pauses: readonly ConsentEvent[] = [
      { type: "room-paused", until: AT + 60_000 },
      { type: "room-paused", until: null },
      { type: "room-resumed" },
      { type: "room-left", blocked: true },
      { type: "side-closed" },
      { type: "quiet-hours-set", hours: { zone: "Europe/Zurich", from: 1320, to: 420 } },
      { type: "quiet-hours-set", hours: null },
      { type: "pace-set", pace: { every: "week", zone: "UTC", at: 540, weekday: 0 } },
      { type: "changes-seen" },
    ];
    expect(await append(pauses.map((event) => entry(ada, room, event)))).toBe("done");
    const loaded = (await ledger.load(ada, room))?.holdings.entries ?? [];
    const journal = (subject: PieceId | RoomId, scope: string) =>
      loaded.filter((one) => one.subject === subject && one.scope === scope);
    const all = [letter, room].flatMap((subject) => [
      ...journal(subject, "shared"),
      ...journal(subject, ada),
    ]);
    const byType = (list: readonly ConsentEvent[]) =>
      list.map((event) => JSON.stringify(sorted(event))).sort();
    expect(byType(all.map(({ event }) => event))).toEqual(byType([...events, ...pauses]));
    for (const [subject, scope] of [
      [letter, "shared"],
      [letter, ada],
    ] as const) {
      const seqs = journal(subject, scope).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    }
  });

  it("gives what is there now, whoever wrote it and however often it was read before", async () => {
    const { elsewhere } = opened;
    const seen = async () => {
      const [here, there] = [await ledger.load(ada, room), await elsewhere.load(ada, room)];
      expect(here).toEqual(there);
      return here?.holdings.entries.length ?? 0;
    };
    const add = (on: Ledger, event: ConsentEvent, by = ada) =>
      on.append({ room, expected: [], entries: [entry(by, room, event)] });
    expect(await seen()).toBe(0);
    await add(ledger, { type: "room-paused", until: null });
    expect(await seen()).toBe(1);
    await add(elsewhere, { type: "room-resumed" });
    expect(await seen()).toBe(2);
    await add(ledger, { type: "changes-seen" }, bo);
    expect(await seen()).toBe(2);
    await add(ledger, { type: "changes-seen" });
    await add(elsewhere, { type: "changes-seen" });
    expect(await seen()).toBe(4);
    const made = piece(ada);
    await elsewhere.makePiece(made);
    const { pieces = [] } = (await ledger.load(ada, room))?.holdings ?? {};
    expect(pieces.map((row) => row.piece)).toEqual([made.piece]);
    expect(await seen()).toBe(4);
  });

  it("gives members and links as they are now, however often they were read before", async () => {
    const where = await alone();
    const seen = async () => {
      const [here, there] = [
        await ledger.load(ada, where),
        await opened.elsewhere.load(ada, where),
      ];
      expect(here).toEqual(there);
      return { link: here?.invitation?.invitation ?? null, other: here?.other?.person ?? null };
    };
    const [first, second] = [invitation(ada, where), invitation(ada, where)];
    expect(await seen()).toEqual({ link: null, other: null });
    await rooms.invite(first, () => ok(null));
    expect(await seen()).toEqual({ link: first.invitation, other: null });
    await rooms.withdraw(ada, where, first.invitation, AT);
    expect(await seen()).toEqual({ link: null, other: null });
    await rooms.invite(second, () => ok(null));
    expect(await seen()).toEqual({ link: second.invitation, other: null });
    await rooms.claim(claiming(bo, second.tokenHash));
    expect(await seen()).toEqual({ link: null, other: bo });
    const departing = { room: where, person: bo, expected: [], versions: [], pieces: [] };
    await ledger.depart({ ...departing, entries: [] });
    expect((await ledger.load(ada, where))?.other?.sealedRoomKey).toBeNull();
  });

  it("R18 gives no link any more of somebody who left, if it was read before", async () => {
    const where = await alone();
    await rooms.invite(invitation(ada, where), () => ok(null));
    expect((await ledger.load(ada, where))?.invitation).not.toBeNull();
    const leaving = { person: ada, blocks: null };
    await ledger.append({ room: where, expected: [], entries: [], leaving });
    expect((await ledger.load(ada, where))?.invitation).toBeNull();
  });

  it("G17 gives nothing any more of a piece that was deleted, if it was read before", async () => {
    const [letter, other] = [await begun(ada), await begun(bo)];
    const pieces = async (person: PersonId) =>
      (await ledger.load(person, room))?.holdings.pieces.map((row) => row.piece);
    expect([await pieces(ada), await pieces(bo)]).toEqual([[letter], [other]]);
    await append([], [], { discarded: { piece: letter, owner: ada } });
    expect([await pieces(ada), await pieces(bo)]).toEqual([[], [other]]);
  });

  it("G3 never gives one person's quiet journal to the other", async () => {
    const letter = await begun(ada);
    const version = newId<VersionId>();
    await append([entry(ada, letter, offered(letter, version))]);
    const before = JSON.stringify(await ledger.load(ada, room));
    await append([entry(bo, letter, { type: "opened", version })]);
    expect(JSON.stringify(await ledger.load(ada, room))).toBe(before);
    expect(await entriesOf(bo)).toEqual(["version-offered", "opened"]);
  });

  it("G1 gives no piece, and no key of a piece, that is the other's own", async () => {
    const letter = await begun(ada);
    expect((await ledger.load(bo, room))?.holdings.pieces).toEqual([]);
    expect((await ledger.load(ada, room))?.holdings.pieces[0]?.keys).toHaveLength(1);
    await append([entry(ada, letter, offered(letter))]);
    expect((await ledger.load(bo, room))?.holdings.pieces).toEqual([
      { piece: letter, owner: ada, mode: "own", at: AT, keys: [] },
    ]);
  });

  it("gives the keys of a piece together to both, in the order of the epochs", async () => {
    const agreement = piece(bo, "together");
    const record = recorded(bo, agreement.piece, LOOSE, { kind: "withdraw" });
    const event: ConsentEvent = { type: "piece-proposed", envelope: some(284), recorded: record };
    const look = () => Promise.all([ada, bo].map((person) => ledger.load(person, room)));
    await look();
    await append([entry(bo, agreement.piece, event)], [], { begun: agreement });
    await look();
    const second = some(60);
    for (const sealed of [some(60), second]) {
      await append([], [], { epochKey: { piece: agreement.piece, epoch: 2, sealed } });
    }
    for (const person of [ada, bo]) {
      expect((await ledger.load(person, room))?.holdings.pieces).toEqual([
        {
          piece: agreement.piece,
          owner: bo,
          mode: "together",
          at: AT,
          keys: [agreement.sealedKey, second],
        },
      ]);
    }
    expect(await ledger.roomOf(agreement.piece)).toBe(room);
    expect(await ledger.roomOf(newId<PieceId>())).toBeNull();
  });

  it("appends only where the journals are as expected, and otherwise nothing at all", async () => {
    const letter = await begun(ada);
    const head = (seq: number): JournalHead => ({ subject: letter, scope: "shared", seq });
    expect(await append([entry(ada, letter, offered(letter))], [head(0)])).toBe("done");
    const version = {
      version: newId<VersionId>(),
      piece: letter,
      ciphertext: some(64),
      wrappedKey: some(80),
      ownerKey: some(60),
    };
    const stale = await append([entry(ada, letter, offered(letter))], [head(0)], { version });
    expect(stale).toBe("moved");
    expect(await entriesOf(ada)).toEqual(["version-offered"]);
    expect(await ledger.version(version.version)).toBeNull();
    const own: JournalHead = { subject: letter, scope: bo, seq: 0 };
    expect(await append([entry(ada, letter, offered(letter))], [head(1), own])).toBe("done");
  });

  it("lets one of two through that expect the same", async () => {
    const letter = await begun(ada);
    const expected: JournalHead[] = [{ subject: letter, scope: "shared", seq: 0 }];
    const answers = await Promise.all(
      [1, 2, 3].map(() => append([entry(ada, letter, offered(letter))], expected)),
    );
    expect([...answers].sort()).toEqual(["done", "moved", "moved"]);
    expect(await entriesOf(ada)).toHaveLength(1);
  });

  it("S4 takes a person's chained statements one after the other, and nobody else's into account", async () => {
    const letter = await begun(ada);
    expect(await append([entry(ada, letter, chained(ada, letter, 2))])).toBe("chain-moved");
    expect(await append([entry(ada, letter, chained(ada, letter, 1))])).toBe("done");
    expect(await append([entry(ada, letter, chained(ada, letter, 1))])).toBe("chain-moved");
    expect(await append([entry(bo, letter, chained(bo, letter, 1))])).toBe("done");
    expect(await append([entry(ada, letter, offered(letter))])).toBe("done");
    const both = await Promise.all(
      [1, 2].map(() => append([entry(ada, letter, chained(ada, letter, 2))])),
    );
    expect([...both].sort()).toEqual(["chain-moved", "done"]);
    expect(await entriesOf(ada)).toHaveLength(4);
  });

  it("refuses ids that are taken, and has then written nothing", async () => {
    const letter = await begun(ada);
    const version = {
      version: newId<VersionId>(),
      piece: letter,
      ciphertext: some(64),
      wrappedKey: some(80),
      ownerKey: some(60),
    };
    await append([entry(ada, letter, offered(letter))], [], { version });
    expect(await ledger.version(version.version)).toEqual(version);
    const again = { ...version, ciphertext: some(64) };
    expect(await append([entry(ada, letter, offered(letter))], [], { version: again })).toBe(
      "taken",
    );
    const other = { ...piece(bo, "together"), piece: letter };
    expect(await append([entry(bo, letter, offered(letter))], [], { begun: other })).toBe("taken");
    expect(await entriesOf(ada)).toHaveLength(1);
    expect(await ledger.version(version.version)).toEqual(version);
  });

  it("makes a piece once: again it is the same, by another or elsewhere it is taken", async () => {
    const made = piece(ada);
    expect(await ledger.makePiece(made)).toBe("done");
    expect(await ledger.makePiece({ ...made, sealedKey: some(60) })).toBe("done");
    expect((await ledger.load(ada, room))?.holdings.pieces[0]?.keys).toEqual([made.sealedKey]);
    expect(await ledger.makePiece({ ...made, owner: bo })).toBe("taken");
    const elsewhere = newId<RoomId>();
    await rooms.make(elsewhere, ada, AT);
    expect(await ledger.makePiece({ ...made, room: elsewhere })).toBe("taken");
  });

  it("G7 empties a version's words and its reader's key", async () => {
    const letter = await begun(ada);
    const versions = [1, 2].map(() => ({
      version: newId<VersionId>(),
      piece: letter,
      ciphertext: some(64),
      wrappedKey: some(80),
      ownerKey: some(60),
    }));
    for (const version of versions) await append([], [], { version });
    const [first, second] = versions;
    if (!first || !second) throw new Error("two versions");
    await append([], [], { emptied: [first.version] });
    expect(await ledger.version(first.version)).toEqual({
      ...first,
      ciphertext: "",
      wrappedKey: "",
    });
    expect(await ledger.version(second.version)).toEqual(second);
  });

  it("G17 deletes a piece with its keys and versions; of one that is on record, the row stays", async () => {
    const [letter, note] = [await begun(ada), await begun(ada)];
    const version = {
      version: newId<VersionId>(),
      piece: note,
      ciphertext: some(64),
      wrappedKey: some(80),
      ownerKey: some(60),
    };
    await append([entry(ada, note, offered(note, version.version))], [], { version });
    await append([], [], { discarded: { piece: letter, owner: ada } });
    await append([entry(ada, note, { type: "piece-discarded" })], [], {
      discarded: { piece: note, owner: ada },
    });
    expect((await ledger.load(ada, room))?.holdings.pieces).toEqual([
      { piece: note, owner: ada, mode: "own", at: AT, keys: [] },
    ]);
    expect(await ledger.version(version.version)).toBeNull();
    expect(await ledger.roomOf(letter)).toBeNull();
    expect(await entriesOf(bo)).toEqual(["version-offered"]);
  });

  // ---- what the clock will do, and who goes

  it("G22 keeps what is due, the earliest first, until it is done", async () => {
    const [late, soon] = [await begun(ada), await begun(ada)];
    await append([], [], { due: { piece: late, at: AT + 9 } });
    await append([], [], { due: { piece: soon, at: AT + 90 } });
    await append([], [], { due: { piece: soon, at: AT + 5 } });
    const dues = [soon, late].map((one, i) => ({
      room,
      piece: one,
      person: ada,
      at: AT + (i === 0 ? 5 : 9),
    }));
    expect(await ledger.due({ room })).toEqual(dues);
    expect(await ledger.due({ room, upto: AT + 8 })).toEqual(dues.slice(0, 1));
    expect(await ledger.due({ room: newId<RoomId>() })).toEqual([]);
    expect(await ledger.due({})).toEqual(expect.arrayContaining(dues));
    await append([], [], { due: { piece: soon, at: null } });
    await append([], [], { discarded: { piece: late, owner: ada } });
    expect(await ledger.due({ room })).toEqual([]);
  });

  it("G22 records a statement that waited once, when its offer is released", async () => {
    const letter = await begun(ada);
    const version = newId<VersionId>();
    const offer = offered(letter, version);
    if (offer.type !== "version-offered") throw new Error("an offer");
    const { envelope, recorded: said } = offer;
    const set = { type: "offer-set", version, envelope, notBefore: AT, recorded: said } as const;
    expect(await append([entry(ada, letter, set)])).toBe("done");
    expect(await ledger.load(bo, room)).toMatchObject({ holdings: { entries: [], pieces: [] } });
    expect(await append([entry(ada, letter, offer)])).toBe("done");
    expect(await entriesOf(bo)).toEqual(["version-offered"]);
  });

  it("R18 withdraws the links of who leaves, with what of theirs was due", async () => {
    const where = await alone();
    const made = invitation(ada, where);
    await rooms.invite(made, () => ok(null));
    const letter = { ...piece(ada), room: where };
    await ledger.makePiece(letter);
    const appending = { room: where, expected: [], entries: [] };
    await ledger.append({ ...appending, due: { piece: letter.piece, at: AT } });
    await ledger.append({ ...appending, leaving: { person: ada, blocks: null } });
    expect(await rooms.look(made.tokenHash, AT, null)).toBeNull();
    expect(await ledger.due({ room: where })).toEqual([]);
  });

  it("R20 keeps who blocked and who was blocked from each other's links", async () => {
    await append([], [], { leaving: { person: ada, blocks: bo } });
    await append([], [], { leaving: { person: ada, blocks: bo } });
    const where = await alone();
    const made = invitation(ada, where);
    await rooms.invite(made, () => ok(null));
    expect(await rooms.claim(claiming(bo, made.tokenHash))).toBeNull();
    const third = (await somebody(opened.stores.accounts)).person;
    const link = invitation(bo, newId<RoomId>());
    await rooms.make(link.room, bo, AT);
    await rooms.invite(link, () => ok(null));
    for (const [{ tokenHash, packet }, guest] of [
      [made, bo],
      [link, ada],
    ] as const) {
      expect(await rooms.look(tokenHash, AT, guest)).toBeNull();
      for (const who of [third, null]) expect(await rooms.look(tokenHash, AT, who)).toBe(packet);
    }
    expect(await rooms.claim(claiming(third, made.tokenHash))).not.toBeNull();
  });

  it("R22 lets somebody depart with what is theirs alone, and the other keeps the rest", async () => {
    const [letter, note] = [await begun(ada), await begun(bo)];
    const version = {
      version: newId<VersionId>(),
      piece: letter,
      ciphertext: some(64),
      wrappedKey: some(80),
      ownerKey: some(60),
    };
    await append([entry(ada, letter, offered(letter, version.version))], [], { version });
    const left: ConsentEvent = { type: "room-left", blocked: false };
    const departing = {
      room,
      person: ada,
      expected: [{ subject: letter, scope: bo, seq: 1 }],
      entries: [entry(ada, room, left)],
      pieces: [letter],
      versions: [version.version],
    };
    expect(await ledger.depart(departing)).toBe("moved");
    expect(await ledger.version(version.version)).toEqual(version);
    expect(await ledger.depart({ ...departing, expected: [] })).toBe("done");
    expect(await ledger.version(version.version)).toBeNull();
    expect((await ledger.load(ada, room))?.me.sealedRoomKey).toBeNull();
    const loaded = await ledger.load(bo, room);
    expect(loaded?.me.sealedRoomKey).not.toBeNull();
    expect(loaded?.holdings.pieces.find((one) => one.piece === note)?.keys).toHaveLength(1);
    expect(new Set(await entriesOf(bo))).toEqual(new Set(["version-offered", "room-left"]));
  });

  it("O3 lets go of the journal, the links and the pieces that are the departing's alone", async () => {
    const [letter, draft, theirs] = [await begun(ada), await begun(ada), await begun(bo)];
    await append([entry(ada, letter, offered(letter))]);
    await append([entry(ada, theirs, { type: "put-off" }), entry(bo, letter, { type: "put-off" })]);
    const where = await alone();
    const link = invitation(ada, where);
    await rooms.invite(link, () => ok(null));
    const departing = { person: ada, expected: [], versions: [] };
    const left = (from: RoomId) => [entry(ada, from, { type: "room-left", blocked: false })];
    const pieces = [letter, draft];
    await ledger.depart({ ...departing, room, entries: left(room), pieces });
    await ledger.depart({ ...departing, room: where, entries: left(where), pieces: [] });
    expect(new Set(await entriesOf(ada))).toEqual(new Set(["version-offered", "room-left"]));
    expect(await entriesOf(bo)).toContain("put-off");
    expect(await ledger.roomOf(letter)).toBe(room);
    expect(await ledger.roomOf(draft)).toBeNull();
    expect(await rooms.look(link.tokenHash, AT, null)).toBeNull();
    // Not even as one that was made and withdrawn.
    expect(await rooms.withdraw(ada, where, link.invitation, AT)).toBe(false);
  });

  it("O2 says which pieces have a key", async () => {
    const [kept, gone] = [await begun(ada), await begun(ada)];
    await append([entry(ada, gone, offered(gone))]);
    expect(await ledger.keyed([kept, gone])).toEqual(new Set([kept, gone]));
    await append([entry(ada, gone, { type: "piece-discarded" })], [], {
      discarded: { piece: gone, owner: ada },
    });
    expect(await ledger.keyed([kept, gone, newId<PieceId>()])).toEqual(new Set([kept]));
    expect(await ledger.keyed([])).toEqual(new Set());
  });

  it("R22 drops a room with everything in it", async () => {
    const letter = await begun(ada);
    await append([entry(ada, letter, offered(letter))], [], { due: { piece: letter, at: AT } });
    expect(await ledger.drop(room)).toEqual([letter]);
    expect(await ledger.load(bo, room)).toBeNull();
    expect(await ledger.roomOf(letter)).toBeNull();
    expect(await ledger.due({ room })).toEqual([]);
    expect(await rooms.roomsOf(bo)).toEqual([]);
  });

  // ---- rooms and invitations

  const invitation = (by: PersonId, where: RoomId, expiresAt = AT + 1000) => {
    const { made } = someInvitation();
    const { id, tokenHash, packet } = made;
    return { invitation: id, room: where, by, tokenHash, packet, createdAt: AT, expiresAt };
  };
  async function alone(): Promise<RoomId> {
    const made = newId<RoomId>();
    expect(await rooms.make(made, ada, AT + 1)).toBe("done");
    return made;
  }
  const claiming = (person: PersonId, tokenHash: string, at = AT) => {
    const { packet, roomKeyForMe, roomKeyForThem } = someClaim("");
    return { person, tokenHash, packet, roomKeyForMe, roomKeyForThem, at };
  };

  it("R2 makes a room once, and lists a person's rooms in the order of coming in", async () => {
    const second = await alone();
    expect(await rooms.make(second, ada, AT)).toBe("done");
    expect(await rooms.make(second, bo, AT)).toBe("taken");
    expect(await rooms.roomsOf(ada)).toEqual([room, second]);
    expect(await rooms.roomsOf(bo)).toEqual([room]);
  });

  it("R3 lets the rules judge an invitation by what is true at that moment", async () => {
    const where = await alone();
    const first = invitation(ada, where);
    expect(
      await rooms.invite(first, (facts) => {
        expect(facts).toEqual({ members: [ada], hasOpen: false, madeLately: 1 });
        return refuse("no");
      }),
    ).toEqual(refuse("no"));
    expect(await rooms.look(first.tokenHash, AT, null)).toBeNull();
    expect(await rooms.invite(first, () => ok(null))).toEqual(ok(null));
    expect(await rooms.look(first.tokenHash, AT, null)).toBe(first.packet);
    await rooms.invite(invitation(ada, where), (facts) => {
      expect(facts).toEqual({ members: [ada], hasOpen: true, madeLately: 2 });
      return refuse("no");
    });
    await rooms.invite(invitation(ada, newId<RoomId>()), (facts) => {
      expect(facts).toMatchObject({ members: [], hasOpen: false });
      return refuse("no");
    });
    expect(await rooms.invite({ ...first }, () => ok(null))).toEqual(refuse("taken"));
    expect((await ledger.load(ada, where))?.invitation).toEqual({
      invitation: first.invitation,
      expiresAt: first.expiresAt,
    });
  });

  it("R4 brings in one of many who claim an invitation at once", async () => {
    const where = await alone();
    const made = invitation(ada, where);
    await rooms.invite(made, () => ok(null));
    const people = [bo];
    for (let n = 0; n < 3; n++) people.push((await somebody(opened.stores.accounts)).person);
    const claims = people.map((person) => claiming(person, made.tokenHash));
    const answers = await Promise.all(claims.map((one) => rooms.claim(one)));
    const won = answers.findIndex((answer) => answer !== null);
    expect(answers.filter((answer) => answer !== null)).toEqual([{ room: where, by: ada }]);
    const loaded = await ledger.load(ada, where);
    expect(loaded?.other?.person).toBe(people[won]);
    expect(loaded?.me.sealedRoomKey).toBe(claims[won]?.roomKeyForThem);
    expect(loaded?.me.packet).toBe(made.packet);
    expect(loaded?.other?.sealedRoomKey).toBe(claims[won]?.roomKeyForMe);
    expect(loaded?.other?.packet).toBe(claims[won]?.packet);
    expect(loaded?.invitation).toBeNull();
  });

  it("O1 writes what happens alongside in the same step, after what stands there", async () => {
    const where = await alone();
    const made = invitation(ada, where);
    await rooms.invite(made, () => ok(null));
    const paused = (by: PersonId) => entry(by, where, { type: "room-paused", until: null });
    await ledger.append({ room: where, expected: [], entries: [paused(ada)] });
    const claim = {
      ...claiming(bo, made.tokenHash),
      alongside: (claimed: RoomId) => (claimed === where ? [paused(bo)] : []),
    };
    expect(await rooms.claim({ ...claim, tokenHash: some(32) })).toBeNull();
    expect(await rooms.claim(claim)).toEqual({ room: where, by: ada });
    expect(await rooms.claim(claim)).toBeNull();
    const loaded = await ledger.load(ada, where);
    expect(loaded?.holdings.entries).toMatchObject([
      { ...paused(ada), seq: 1 },
      { ...paused(bo), seq: 2 },
    ]);
  });

  it("R5 gives nothing for what is unknown, one's own, expired, withdrawn or used", async () => {
    const where = await alone();
    const own = invitation(ada, where);
    await rooms.invite(own, () => ok(null));
    expect(await rooms.claim(claiming(ada, own.tokenHash))).toBeNull();
    expect(await rooms.claim(claiming(bo, some(32)))).toBeNull();
    expect(await rooms.claim(claiming(bo, own.tokenHash, own.expiresAt))).toBeNull();
    expect(await rooms.look(own.tokenHash, own.expiresAt, null)).toBeNull();
    expect(await rooms.withdraw(bo, where, own.invitation, AT)).toBe(false);
    expect(await rooms.withdraw(ada, room, own.invitation, AT)).toBe(false);
    expect(await rooms.withdraw(ada, where, own.invitation, AT)).toBe(true);
    expect(await rooms.withdraw(ada, where, own.invitation, AT)).toBe(true);
    expect(await rooms.claim(claiming(bo, own.tokenHash))).toBeNull();
    const used = invitation(ada, where);
    await rooms.invite(used, () => ok(null));
    expect(await rooms.claim(claiming(bo, used.tokenHash))).not.toBeNull();
    const third = (await somebody(opened.stores.accounts)).person;
    expect(await rooms.claim(claiming(third, used.tokenHash))).toBeNull();
    expect(await rooms.look(used.tokenHash, AT, null)).toBeNull();
    expect(await rooms.withdraw(ada, where, used.invitation, AT)).toBe(false);
  });

  // ---- all of it

  it("carries two people from an invitation to a line that both signed", async () => {
    const world = await RoomWorld.paired(opened.stores);
    const letter = await world.begin(world.ada);
    const version = await world.offer(world.ada, letter);
    expect(await world.run(world.bo, letter, { kind: "open", version })).toBe("done");
    expect(await world.sign(world.bo, letter, { kind: "answer", version, answer: some(284) })).toBe(
      "done",
    );
    const agreement = await world.together();
    const act: Act = {
      kind: "sign-line",
      line: newId<LineId>(),
      hash: some(32),
      sealedWording: some(284),
    };
    expect(await world.sign(world.ada, agreement, act)).toBe("done");
    expect(await world.sign(world.bo, agreement, act)).toBe("done");
    const views = [await world.view(world.ada), await world.view(world.bo)];
    for (const { pieces } of views) {
      const together = pieces.find(({ piece: id }) => id === agreement);
      expect(together?.mode === "together" && together.state).toMatchObject({
        is: "open",
        lines: [{ line: act.line, standing: { hash: act.hash } }],
      });
    }
    expect(views[0]?.pieces.find(({ piece: id }) => id === letter)).toMatchObject({
      place: "shared",
      versions: [{ state: "answered" }],
    });
  });
});

/** With its fields in one order, for comparing. */
function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]: [string, unknown]) => [
        key,
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? sorted(inner)
          : inner,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}
