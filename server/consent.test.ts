import { ed25519 } from "@noble/curves/ed25519.js";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceCommand } from "#domain/consent/commands.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { createConsent } from "#server/consent.ts";
import {
  memoryStores,
  newId,
  offering,
  RoomWorld,
  some,
  somebody,
  type Somebody,
} from "#tests/support/room-world.ts";

let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
});

describe("what one may not see", () => {
  it("G12 is answered as what does not exist, in every way that it can be asked for", async () => {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const nobody = await somebody(memoryStores().accounts);
    for (const who of [bo, nobody]) {
      for (const asked of [version, newId<VersionId>()]) {
        expect(await world.consent.version(who.person, asked)).toEqual(notHere);
      }
      for (const piece of [letter, newId<PieceId>()]) {
        expect(await world.consent.access(who.person, piece)).toEqual({
          status: "refused",
          code: "not-here",
        });
        expect(await world.consent.deletePiece(who.person, piece)).toEqual(notHere);
      }
    }
    for (const room of [world.room, newId<RoomId>()]) {
      expect(await world.consent.view(nobody.person, room)).toEqual(notHere);
      expect(await world.consent.chain(nobody.person, room)).toEqual(notHere);
      const made = { id: newId<PieceId>(), room, sealedKey: some(60) };
      expect(await world.consent.makePiece(nobody.person, made)).toEqual(notHere);
      const command = { kind: "pause", minutes: null } as const;
      expect(await world.consent.run(nobody.person, { room, command })).toEqual(notHere);
    }
  });

  const notHere = { ok: false, refusal: { code: "not-here" } };
});

describe("quiet acts", () => {
  const READINGS: readonly (readonly [string, (version: VersionId) => PieceCommand | null])[] = [
    ["unseen", () => null],
    ["opened", (version) => ({ kind: "open", version })],
    ["put off", (version) => ({ kind: "not-now", version })],
    ["refused", (version) => ({ kind: "no", version })],
  ];

  /** Every byte that the author can get, with ids and keys that are the same in every run. */
  async function authorsBytes(read: (version: VersionId) => PieceCommand | null) {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const announced = world.announced.length;
    const command = read(version);
    if (command) expect(await world.run(bo, letter, command)).toBe("done");
    const toAuthor = world.announced.slice(announced).filter((person) => person === ada.person);
    const said = [
      JSON.stringify(await world.view(ada)),
      JSON.stringify(await world.consent.chain(ada.person, world.room)),
      JSON.stringify(await world.consent.version(ada.person, version)),
      JSON.stringify(await world.consent.access(ada.person, letter)),
      JSON.stringify(await world.consent.deletePiece(ada.person, letter)),
      JSON.stringify(await world.rooms.list(ada.person)),
      await world.sign(ada, letter, { kind: "take-back", version }),
      JSON.stringify(await world.view(ada)),
      `${toAuthor.length} announced`,
    ];
    return said.join("\n");
  }

  /** The bytes without what is random in each run: ids, hashes and sealed things, each of one length. */
  const shape = (bytes: string) =>
    bytes.replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);

  it("G3 leave every byte that the author gets as it was", async () => {
    const shapes: string[] = [];
    for (const [, read] of READINGS) {
      world = await RoomWorld.paired();
      ({ ada, bo } = world);
      shapes.push(shape(await authorsBytes(read)));
    }
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toContain("0 announced");
  });

  it.each(READINGS)("G3 change nothing of what the author just got: %s", async (_name, read) => {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const before = JSON.stringify(await world.view(ada));
    const command = read(version);
    if (command) await world.run(bo, letter, command);
    expect(JSON.stringify(await world.view(ada))).toBe(before);
  });

  it("G3 never stand in the way of what the author does at the same time", async () => {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const [opened, offered] = await Promise.all([
      world.run(bo, letter, { kind: "open", version }),
      world.sign(ada, letter, offering(newId())),
    ]);
    expect([opened === "done" || opened === "not-here", offered]).toEqual([true, "done"]);
  });

  it("G20 are announced to who did them, and offers to both", async () => {
    const letter = await world.begin(ada);
    expect(world.announced).toEqual([ada.person]);
    const version = await world.offer(ada, letter);
    expect(world.announced).toEqual([ada.person, ada.person, bo.person]);
    await world.run(bo, letter, { kind: "open", version });
    expect(world.announced.slice(3)).toEqual([bo.person]);
  });

  it("G20 an offer that cannot be seen yet is announced to its author alone", async () => {
    await world.offer(ada, await world.begin(ada));
    world.announced.length = 0;
    const second = await world.begin(ada);
    await world.offer(ada, second);
    expect(world.announced).not.toContain(bo.person);
    world.announced.length = 0;
    await world.pause(bo, null);
    await world.offer(ada, await world.begin(ada));
    expect(world.announced.filter((person) => person === bo.person)).toHaveLength(1);
  });
});

describe("a version", () => {
  it("G6 is handed to its reader once they opened it, with the key that was wrapped for them", async () => {
    const letter = await world.begin(ada);
    const version = newId<VersionId>();
    const command = await world.signed(ada, letter, offering(version));
    if (command.kind !== "offer") throw new Error("an offer");
    await world.run(ada, letter, command);
    expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: false });
    await world.run(bo, letter, { kind: "open", version });
    const { sealedVersion: ciphertext, wrappedKey, ownerKey } = command;
    const piece = letter;
    expect(await world.consent.version(bo.person, version)).toEqual({
      ok: true,
      value: { version, piece, role: "reader", ciphertext, key: wrappedKey },
    });
    expect(await world.consent.version(ada.person, version)).toEqual({
      ok: true,
      value: { version, piece, role: "author", ciphertext, key: ownerKey },
    });
  });

  it("G7 is emptied when it is taken back, with those before it", async () => {
    const stores = memoryStores();
    world = await RoomWorld.paired(stores);
    ({ ada, bo } = world);
    const letter = await world.begin(ada);
    const [first, second] = [await world.offer(ada, letter), await world.offer(ada, letter)];
    await world.run(bo, letter, { kind: "open", version: second });
    expect(await world.sign(ada, letter, { kind: "take-back", version: second })).toBe("done");
    for (const version of [first, second]) {
      expect(await stores.ledger.version(version)).toMatchObject({
        ciphertext: "",
        wrappedKey: "",
      });
      expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: false });
    }
  });
});

describe("an own piece", () => {
  it("G1 is begun without the other's view changing, and begun again without harm", async () => {
    const before = JSON.stringify(await world.view(bo));
    const made = { id: newId<PieceId>(), room: world.room, sealedKey: some(60) };
    expect(await world.consent.makePiece(ada.person, made)).toMatchObject({ ok: true });
    expect(await world.consent.makePiece(ada.person, made)).toMatchObject({ ok: true });
    expect(await world.consent.makePiece(bo.person, made)).toMatchObject({
      refusal: { code: "taken" },
    });
    expect(JSON.stringify(await world.view(bo))).toBe(before);
    expect(world.announced).not.toContain(bo.person);
  });

  it("G17 is deleted for good, with its log, and nobody else's view changes", async () => {
    const letter = await world.begin(ada);
    expect(await world.consent.deletePiece(ada.person, letter)).toMatchObject({ ok: true });
    expect(world.erased).toEqual([letter]);
    expect((await world.view(ada)).pieces).toEqual([]);
    expect(await world.consent.access(ada.person, letter)).toMatchObject({ code: "not-here" });
    expect(world.announced).not.toContain(bo.person);
  });

  it("O2 is deleted also if its log cannot be erased now, and the fault is said", async () => {
    const letter = await world.begin(ada);
    const faults: string[] = [];
    const consent = createConsent({
      ledger: world.stores.ledger,
      relay: {
        reconsider: async () => {},
        erase: () => Promise.reject(new Error("the disk is full")),
      },
      announce: () => {},
      clock: { now: () => world.now },
      logger: { error: (_details, message) => void faults.push(message) },
    });
    expect(await consent.deletePiece(ada.person, letter)).toMatchObject({ ok: true });
    expect(faults).toEqual(["The log of a deleted piece could not be erased."]);
    expect(await consent.access(ada.person, letter)).toMatchObject({ code: "not-here" });
    consent.close();
  });

  it("G17 is not deleted while a version of it stands offered", async () => {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const still = await world.consent.deletePiece(ada.person, letter);
    expect(still).toMatchObject({ refusal: { code: "still-offered" } });
    await world.run(bo, letter, { kind: "open", version });
    await world.sign(ada, letter, { kind: "take-back", version });
    const theirs = JSON.stringify(await world.view(bo));
    world.announced.length = 0;
    expect(await world.consent.deletePiece(ada.person, letter)).toMatchObject({ ok: true });
    expect((await world.view(ada)).pieces).toEqual([]);
    expect(JSON.stringify(await world.view(bo))).toBe(theirs);
    expect(world.announced).toEqual([ada.person]);
    expect(await world.sign(ada, letter, offering(newId()))).toBe("not-here");
  });
});

describe("a statement", () => {
  it("S7 has to be signed by the very key of who acts", async () => {
    const letter = await world.begin(ada);
    const command = await world.signed(ada, letter, offering(newId()));
    if (command.kind !== "offer") throw new Error("an offer");
    const body = new Uint8Array(Buffer.from(command.statement.body, "base64url"));
    const forged = (signature: Uint8Array): PieceCommand => ({
      ...command,
      statement: { ...command.statement, signature: toBase64Url(signature) },
    });
    const bad = [
      forged(ed25519.sign(body, bo.secretKey)),
      forged(new Uint8Array(64)),
      { ...command, envelope: some(284) },
      { ...command, sealedVersion: some(1084) },
    ];
    for (const one of bad) expect(await world.run(ada, letter, one)).toBe("bad-statement");
    expect(await world.run(ada, letter, command)).toBe("done");
  });

  it("S4 of two devices at once: one is told to fetch the chain and sign again", async () => {
    const one = await world.together();
    const other = await world.together();
    const first = await world.signed(ada, one, { kind: "close" });
    const second = await world.signed(ada, other, { kind: "close" });
    expect(await world.run(ada, one, first)).toBe("done");
    expect(await world.run(ada, other, second)).toBe("chain-moved");
    expect(await world.sign(ada, other, { kind: "close" })).toBe("done");
  });

  it("S5 that is loose is taken up by its signer's next one, once both know of it", async () => {
    const letter = await world.begin(ada);
    const version = await world.offer(ada, letter);
    const chain = async () => {
      const answer = await world.consent.chain(ada.person, world.room);
      return answer.ok ? answer.value : null;
    };
    await world.run(bo, letter, { kind: "open", version });
    expect(await chain()).toMatchObject({ n: 0, takeUp: [] });
    await world.sign(bo, letter, { kind: "answer", version, answer: some(284) });
    const [view] = (await world.view(ada)).pieces;
    const hash = view?.mode === "own" && view.role === "author" && view.versions[0]?.statement.hash;
    expect(await chain()).toMatchObject({ n: 0, takeUp: [hash] });
    const agreement = await world.together();
    expect((await chain())?.takeUp).toHaveLength(2);
    await world.sign(ada, agreement, { kind: "close" });
    expect(await chain()).toMatchObject({ n: 1, takeUp: [] });
    await world.sign(ada, letter, { kind: "take-back", version });
    expect((await chain())?.takeUp).toHaveLength(1);
  });
});

describe("a pause", () => {
  const stays = { left: null, long: false, mayClose: false, closed: false };

  it("R8 tells the other that the room is paused, and not until when", async () => {
    await world.pause(ada, 20);
    expect((await world.view(ada)).pause).toEqual({
      paused: true,
      mine: { until: world.now + 20 * 60_000 },
      ...stays,
    });
    expect((await world.view(bo)).pause).toEqual({ paused: true, mine: null, ...stays });
    expect(JSON.stringify(await world.view(bo))).not.toContain(String(world.now + 20 * 60_000));
    expect(await world.rooms.list(bo.person)).toEqual([
      { room: world.room, other: ada.person, paused: true, closed: false },
    ]);
  });

  it("R11 acts on what both have open at once, and so does its end", async () => {
    const agreement = await world.together();
    const letter = await world.begin(ada);
    world.reconsidered.length = 0;
    await world.pause(bo, null);
    expect(world.reconsidered).toEqual([agreement]);
    await world.resume(bo);
    expect(world.reconsidered).toEqual([agreement, agreement]);
    expect(world.reconsidered).not.toContain(letter);
  });

  it("R11 that is over is over on open pages too before anybody sees it, however late a timer is", async () => {
    const agreement = await world.together();
    await world.pause(ada, 20);
    await world.view(bo);
    world.reconsidered.length = 0;
    world.now += 20 * 60_000;
    expect(await world.view(bo)).toMatchObject({ pause: { paused: false } });
    expect(world.reconsidered).toEqual([agreement]);
    await world.view(bo);
    expect(world.reconsidered).toEqual([agreement]);
  });

  it("R10 that ends by itself is announced when it ends", async () => {
    vi.useFakeTimers();
    try {
      const agreement = await world.together();
      await world.offer(ada, await world.begin(ada));
      await world.pause(bo, 20);
      world.announced.length = 0;
      world.reconsidered.length = 0;
      world.now += 20 * 60_000;
      await vi.advanceTimersByTimeAsync(20 * 60_000);
      expect([...world.announced].sort()).toEqual([ada.person, bo.person].sort());
      expect(world.reconsidered).toEqual([agreement]);
      expect(world.faults).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("R10 that ends reaches the sockets that came after a restart, though nobody looked at the room", async () => {
    const agreement = await world.together();
    await world.pause(ada, 20);
    const restarted = world.restarted();
    expect(await restarted.consent.access(bo.person, agreement)).toMatchObject({ mayWrite: false });
    restarted.now += 20 * 60_000;
    await restarted.view(ada);
    expect(restarted.reconsidered).toEqual([agreement]);
    restarted.consent.close();
  });

  it("R10 that ends while another lasts is announced to who made it, and to nobody else", async () => {
    vi.useFakeTimers();
    try {
      await world.pause(ada, null);
      await world.pause(bo, 1);
      world.announced.length = 0;
      world.now += 60_000;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(world.announced).toEqual([bo.person]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a piece together", () => {
  it("G15 is reconsidered by the relay before anybody hears that it was closed", async () => {
    const agreement = await world.together();
    world.reconsidered.length = 0;
    await world.sign(bo, agreement, { kind: "close" });
    expect(world.reconsidered).toEqual([agreement]);
    await world.sign(ada, agreement, { kind: "ask-reopen", sealedKey: some(60) });
    const [view] = (await world.view(bo)).pieces;
    const state = view?.mode === "together" ? view.state : null;
    const asked = state?.is === "closed" ? (state.reopening?.statement.hash ?? "") : "";
    expect(await world.sign(bo, agreement, { kind: "reopen", asked })).toBe("done");
    expect(world.reconsidered).toEqual([agreement, agreement]);
    expect(await world.consent.access(ada.person, agreement)).toMatchObject({ epoch: 2 });
  });

  it("R13 lets the two see each other at work only while it is open and the room not paused", async () => {
    const agreement = await world.together();
    const letter = await world.begin(ada);
    const meet = () => world.consent.mayMeet(bo.person, agreement);
    expect(await meet()).toBe(true);
    expect(await world.consent.mayMeet(ada.person, letter)).toBe(false);
    const stranger = await somebody(memoryStores().accounts);
    expect(await world.consent.mayMeet(stranger.person, agreement)).toBe(false);
    await world.pause(ada, null);
    expect(await meet()).toBe(false);
    await world.resume(ada);
    await world.sign(bo, agreement, { kind: "close" });
    expect(await meet()).toBe(false);
  });
});
