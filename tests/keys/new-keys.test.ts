import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "#client/account.ts";
import { nodeApi } from "#client/api.ts";
import { sixWords } from "#client/crypto/pairing.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { changedKeys, takeKeys } from "#client/rooms/other-keys.ts";
import { beginRoom, comeIn, invite } from "#client/rooms/pairing.ts";
import { recordFile } from "#client/rooms/room-record.ts";
import { meIn, otherIn, readVersion } from "#client/rooms/versions.ts";
import { checkExport } from "#domain/consent/export.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import type { ReceivedView, WrittenView } from "#domain/piece-view.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { ANOTHER, PASSWORD } from "#tests/support/account-world.ts";
import { letterOf } from "#tests/support/letters.ts";
import {
  agreeIn,
  lightSecrets,
  offerIn,
  pairInNode,
  writeIn,
  type NodePair,
} from "#tests/support/pair-in-node.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
import { must, type DemoPerson } from "../demo/person.ts";

let server: Served;
beforeAll(async () => {
  await buildServed();
  server = await startServed(Date.now());
}, 120_000);
afterAll(() => server.remove());

let pair: NodePair;
let ada: DemoPerson;
let ben: DemoPerson;
let room: RoomId;
beforeEach(async () => {
  pair = await pairInNode(server.origin, lightSecrets);
  ({ ada, ben, room } = pair);
});
afterEach(() => {
  ada.close();
  ben.close();
  expect(server.faults).toEqual([]);
});

/** She makes new keys, and is in the room again. */
async function renew(): Promise<void> {
  ada = await ada.withNewKeys(ANOTHER);
  await ada.enter(room);
}

/** He says that he has seen it. */
async function see(): Promise<void> {
  const { view, other } = await ben.scene();
  const changed = other && changedKeys(view, other);
  if (!other || !changed) throw new Error("there is nothing to see");
  must(await takeKeys(ben.hand.keyring, room, other, changed));
}

/** The words of a letter that this person has written, or opened, as they read it now. */
async function read(who: DemoPerson, piece: PieceId): Promise<string> {
  const { view } = await who.scene();
  const shown = view.pieces.find((one) => one.piece === piece) as WrittenView | ReceivedView;
  const offered = shown.role === "author" ? shown.versions.at(-1) : shown.opened.at(-1);
  if (!offered) throw new Error("nothing of it is there to read");
  const paired = await who.paired();
  const from =
    shown.role === "author"
      ? { by: meIn(who.hand.keyring, room), key: null }
      : { by: otherIn(paired), key: paired.key };
  const { version, envelope, statement } = offered;
  const content = must(
    await readVersion(who.hand, piece, version, { ...from, envelope, statement }),
  );
  return content.title;
}

/** What somebody finds who checks such a file of a record elsewhere. */
const checked = (content: unknown) =>
  must(
    checkExport(content, {
      sha256,
      verify: (key, message, signature) => isSigned(signature, message, key),
    }),
  );

const wordsOf = async (who: DemoPerson) => {
  const { other, keysChanged } = await who.scene();
  if (!other) throw new Error("nobody else is here");
  return sixWords(who.hand.keyring, keysChanged?.next ?? other, room);
};

describe("after new keys", () => {
  it("N6 everything reads as before: what I wrote, what I offered, what I opened, what both wrote", async () => {
    const mine = await writeIn(ada, "Not for anybody yet", "A line.");
    const offered = await offerIn(ada, "What I saw", "You stood at the gate.");
    await ben.openAndAnswer("thank-you");
    const received = await offerIn(ben, "What he saw", "So did you.");
    await ada.openAndAnswer("need-time");
    const { piece, lines } = await agreeIn(pair, "How we write", ["Message first."]);
    const [line] = lines;
    if (!line) throw new Error("no line");
    await ada.sign(piece, line, "Message first.");
    await ben.sign(piece, line, "Message first.");
    const before = await ada.scene();

    await renew();
    const after = await ada.scene();
    expect(after.mine.map((card) => card.is === "mine" && card.title)).toContain(
      "Not for anybody yet",
    );
    const written = after.view.pieces.find((one) => one.piece === mine) as WrittenView;
    const sealed = new Uint8Array(Buffer.from(written.key, "base64url"));
    expect((await ada.hand.keyring.unwrapPieceKey(mine, sealed)).ok).toBe(true);
    expect(await read(ada, offered)).toBe("What I saw");
    expect(await read(ada, received)).toBe("What he saw");
    expect(after.shared.map(({ piece: id }) => id)).toEqual(
      before.shared.map(({ piece: id }) => id),
    );
    const together = after.shared.find((card) => card.piece === piece);
    expect(together).toMatchObject({ agreed: 1, closed: false });

    // And for the other, whether or not he has said that he saw it.
    expect(await read(ben, offered)).toBe("What I saw");
    await see();
    expect(await read(ben, offered)).toBe("What I saw");
    const shared = (await ben.scene()).shared.find((card) => card.piece === piece);
    expect(shared).toMatchObject({ agreed: 1 });
    // Both go on: a letter under the new keys is offered and opened, either way.
    await offerIn(ada, "Again", "Under new keys.");
    await ben.openAndAnswer("thank-you");
    await offerIn(ben, "Back", "To new keys.");
    await ada.openAndAnswer("thank-you");
  });

  it("N8 everything reads as before, also what was offered where it was tomorrow already", async () => {
    const zone = process.env.TZ;
    let [opened, unopened]: readonly PieceId[] = [];
    try {
      process.env.TZ = "Etc/GMT-14";
      opened = await offerIn(ada, "What I saw", "You stood at the gate.");
      await ben.openAndAnswer("thank-you");
      unopened = await offerIn(ada, "What nobody opened", "Words.");
      process.env.TZ = "Etc/GMT+12"; // It is one day or two less here, at any moment.
      await renew();
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    const { door, shared } = await ada.scene();
    expect(door.find((card) => card.piece === unopened)).toMatchObject({ ended: true });
    expect(shared.map((card) => card.piece)).toContain(opened);
    expect(await read(ada, opened)).toBe("What I saw");
    expect(await read(ben, opened)).toBe("What I saw");
    await see();
    expect(await read(ben, opened)).toBe("What I saw");
    for (const who of [ada, ben]) {
      const { view } = await who.scene();
      const file = must(await recordFile(who.hand, await who.paired(), view, "The other"));
      expect(checked(file).filter(({ is }) => is === "failing")).toEqual([]);
    }
  });

  it("N6 the old keys, password, words and sessions open nothing", async () => {
    const second = createAccount({
      api: nodeApi(server.origin),
      secrets: lightSecrets(),
      vault: memoryVault(),
      clock: { now: () => Date.now() },
    });
    const { name, password, recoveryWords } = ada;
    must(await second.signIn({ name, password, remember: true }));
    const thief = second.keyring.current();
    if (!thief) throw new Error("nobody is unlocked");
    await offerIn(ben, "For her alone", "Words.");
    await renew();

    expect(await thief.index.refresh()).toMatchObject({ refusal: { code: "not-signed-in" } });
    const again = { name, password, remember: false };
    expect(await second.signIn(again)).toMatchObject({ refusal: { code: "wrong-credentials" } });
    const words = recoveryWords.join(" ");
    expect(await second.recover({ ...again, words, password: PASSWORD })).toMatchObject({
      refusal: { code: "wrong-credentials" },
    });
    // Not even what the server gives out to her now, if it should come into their hands.
    const { view } = await ada.scene();
    const { wrappedRoomKeyInfo } = await import("#domain/crypto/pairing-format.ts");
    const wrapped = new Uint8Array(Buffer.from(view.key ?? "", "base64url"));
    const info = wrappedRoomKeyInfo(room, thief.person);
    expect((await thief.openFrom(wrapped, info)).ok).toBe(false);
    expect((await ada.hand.keyring.openFrom(wrapped, info)).ok).toBe(true);
  });

  it("N1 are there also when the answer was lost on its way", async () => {
    const { account, hand } = ada;
    const { name, password } = ada;
    let lost = 0;
    const api = nodeApi(server.origin);
    const cutting = createAccount({
      api: {
        ...api,
        post: async (path, body) => {
          const answer = await api.post(path, body);
          if (path !== "/api/account/keys/finish" || lost++ > 0) return answer;
          return { ok: false, refusal: { code: "offline" } };
        },
      },
      secrets: lightSecrets(),
      vault: memoryVault(),
      clock: { now: () => Date.now() },
    });
    must(await cutting.signIn({ name, password, remember: false }));
    must(await cutting.newKeys({ current: password, next: ANOTHER }));
    expect(cutting.keyring.current()?.signingKey).not.toEqual(hand.keyring.signingKey);
    expect(cutting.pendingRecoveryWords()).toHaveLength(12);
    expect(await account.keyring.current()?.index.refresh()).toMatchObject({ ok: false });
  });

  it("N7 the other takes them only by saying so, seals nothing for them before, and both see other words", async () => {
    const before = await wordsOf(ada);
    expect(await wordsOf(ben)).toEqual(before);
    const old = (await ben.scene()).other;
    await renew();

    const shown = await ben.scene();
    expect(shown.keysChanged?.on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(shown.other).toEqual(old);
    expect(await wordsOf(ben)).toEqual(await wordsOf(ada));
    expect(await wordsOf(ben)).not.toEqual(before);
    await expect(offerIn(ben, "Too early", "Words.")).rejects.toThrow("keys-changed");

    await see();
    const after = await ben.scene();
    expect(after.keysChanged).toBeNull();
    expect(after.other?.signingKey).toEqual(ada.hand.keyring.signingKey);
    expect(await wordsOf(ben)).toEqual(await wordsOf(ada));
    await offerIn(ben, "In time", "Words.");
  });

  it("N7 the other takes none that the pinned keys have not signed", async () => {
    await renew();
    const { view, other } = await ben.scene();
    if (!other || !view.other) throw new Error("nobody else is here");
    const [change] = view.other.keyChanges;
    if (!change) throw new Error("nothing has changed");
    const stranger = { ...other, signingKey: ben.hand.keyring.signingKey };
    expect(changedKeys(view, stranger)).toBeNull();
    const { statement } = change;
    const altered = Buffer.from(statement.body, "base64url");
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    const forged = { ...change, statement: { ...statement, body: altered.toString("base64url") } };
    for (const keyChanges of [
      [],
      [forged],
      [{ ...change, statement: { ...statement, body: "!" } }],
    ]) {
      expect(changedKeys({ room, other: { ...view.other, keyChanges } }, other)).toBeNull();
    }
    expect(changedKeys({ ...view, room: "A".repeat(22) as RoomId }, other)).toBeNull();
  });

  it("N7 they follow on the packet, for somebody who has not looked since I came in by their link", async () => {
    const second = must(await beginRoom(ben.hand, "Ada again"));
    must(await invite(ben.hand, second));
    const secret = known(ben.hand.keyring.index.current().rooms[second])?.invitation?.secret;
    if (!secret) throw new Error("a link has a secret");
    must(await comeIn(ada.hand, secret, "Ben again"));
    const old = ada.hand.keyring.signingKey;
    await renew();
    await ben.enter(second);
    const { other, keysChanged } = await ben.scene();
    expect(other?.signingKey).toEqual(old);
    expect(keysChanged?.next.signingKey).toEqual(ada.hand.keyring.signingKey);
  });

  it("N7 somebody who came in by a link of mine is pinned before", async () => {
    const second = must(await beginRoom(ada.hand, "Ben again"));
    must(await invite(ada.hand, second));
    const secret = known(ada.hand.keyring.index.current().rooms[second])?.invitation?.secret;
    if (!secret) throw new Error("a link has a secret");
    must(await comeIn(ben.hand, secret, "Ada again"));
    // She has not looked at the room since.
    expect(known(ada.hand.keyring.index.current().rooms[second])?.other).toBeUndefined();
    await renew();
    const pinned = known(ada.hand.keyring.index.current().rooms[second])?.other;
    expect(pinned?.signingKey).toEqual(ben.hand.keyring.signingKey);
    expect(known(ada.hand.keyring.index.current().rooms[second])?.invitation).toBeUndefined();
  });

  it("N9 the record of both can be checked anywhere, across the change", async () => {
    await offerIn(ada, "Before", "Words.");
    await ben.openAndAnswer("thank-you");
    const { piece, lines } = await agreeIn(pair, "Ours", ["Message first."]);
    const [line] = lines;
    if (!line) throw new Error("no line");
    await ada.sign(piece, line, "Message first.");
    await renew();
    await see();
    await ben.sign(piece, line, "Message first.");
    await offerIn(ada, "After", "Words.");
    await ben.openAndAnswer("thank-you");
    for (const who of [ada, ben]) {
      const { view } = await who.scene();
      const file = must(await recordFile(who.hand, await who.paired(), view, "The other"));
      expect(
        checked(JSON.parse(JSON.stringify(file))).filter(({ is }) => is === "failing"),
      ).toEqual([]);
      expect(
        checked(file)
          .map(({ says }) => says)
          .join(" "),
      ).toMatch(/keys/);
      // Another key in the place of the first, or of the last, is found.
      const stranger = Buffer.from(ben.hand.keyring.boxKey).toString("base64url");
      const changed = file.people.findIndex(({ before }) => (before ?? []).length > 0);
      const people = (to: object) =>
        file.people.map((one, i) => (i === changed ? { ...one, ...to } : one));
      for (const forged of [
        { ...file, people: people({ signingKey: stranger }) },
        { ...file, people: people({ before: [] }) },
        { ...file, acts: file.acts.filter(({ what }) => what !== "keys-changed") },
      ]) {
        expect(checked(forged).some(({ is }) => is === "failing")).toBe(true);
      }
    }
  });
});

describe("what asks for the password again", () => {
  it.each([
    ["/api/account/keys/start", { login: "AAAA", request: "AAAA" }],
    ["/api/account/keys/finish", {}],
    ["/api/account/sessions/end", { which: "others" }],
    ["/api/account/delete", {}],
  ])("K31 %s is refused five minutes after it was given", async (path, body) => {
    await server.setClock(Date.now() + 6 * 60_000);
    expect(await ada.hand.api.post(path, body)).toEqual({
      ok: false,
      refusal: { code: "confirm-again" },
    });
    await server.setClock(Date.now());
  });

  it.each(["/api/export", "/api/export/:room"])(
    "K31 %s is refused five minutes after it was given",
    async (path) => {
      await server.setClock(Date.now() + 6 * 60_000);
      expect(await ada.hand.api.get(path.replace(":room", room))).toEqual({
        ok: false,
        refusal: { code: "confirm-again" },
      });
      await server.setClock(Date.now());
    },
  );
});

describe("a letter that nobody opened", () => {
  it("N3 is void on both sides, and offered again under the new keys it arrives", async () => {
    const hers = await offerIn(ada, "Hers", "Words.");
    const his = await offerIn(ben, "His", "Words.");
    await renew();
    for (const [who, piece] of [
      [ada, hers],
      [ben, his],
    ] as const) {
      const card = (await who.scene()).door.find((one) => one.piece === piece);
      expect(card).toMatchObject({ is: "offered", ended: true });
    }
    for (const who of [ada, ben]) {
      expect((await who.scene()).door.filter(({ is }) => is === "waiting")).toEqual([]);
    }
    await see();
    await ben.offer(his, letterOf("His", "Words."), "tender");
    await ada.openAndAnswer("thank-you");
    expect(await read(ada, his)).toBe("His");
  });
});
