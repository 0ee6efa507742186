import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import { checkFile } from "#domain/check-file.ts";
import { known } from "#domain/newer.ts";
import { ownData, type Content, type OwnData } from "#domain/own-data.ts";
import { bodyText } from "#domain/pieces/letter.ts";
import { refuse } from "#domain/result.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { must, type DemoPerson } from "#tests/demo/person.ts";
import { letterOf } from "#tests/support/letters.ts";
import {
  agreeIn,
  lightSecrets,
  newInNode,
  offerIn,
  pairInNode,
  writeIn,
  type NodePair,
} from "#tests/support/pair-in-node.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
import { actOnRoom, actOpenly } from "../rooms/acts.ts";
import { beginRoom, invite } from "../rooms/pairing.ts";
import { memoryLocks } from "../sync/locks.ts";
import { memoryDevice } from "../sync/memory-device.ts";
import { nodeTransport } from "../sync/node-transport.ts";
import { gatherOwnData } from "./gather.ts";
import type { Gathering, Progress } from "./gathering.ts";

const AGREED = "Wednesdays, message first";
const OFFERED = "What the other shall read";

let server: Served;
let pair: NodePair;
let data: OwnData;
const progress: Progress[] = [];

const gathering = (who: DemoPerson, more: Partial<Gathering> = {}): Gathering => ({
  hand: who.hand,
  live: who.live,
  device: memoryDevice(),
  locks: memoryLocks(),
  transport: nodeTransport(who.hand.api),
  guides: { of: () => null, wordsOf: () => [] },
  onProgress: () => {},
  signal: new AbortController().signal,
  ...more,
});

beforeAll(async () => {
  await buildServed();
  server = await startServed(Date.now());
  pair = await pairInNode(server.origin, lightSecrets);
  const { ada, ben } = pair;
  await writeIn(ada, "Mine alone", "Nobody has read this.");
  const offered = await offerIn(ada, OFFERED, "The first of it.");
  await ben.openAndAnswer("thank-you");
  await ada.offer(offered, letterOf(OFFERED, "The second of it."), "heavy");
  await ben.open();
  const gone = await offerIn(ada, "Taken back", "It was too much.");
  const version = (await ada.scene()).door.flatMap((card) =>
    card.is === "offered" && card.piece === gone ? [card.version] : [],
  )[0];
  if (!version) throw new Error("it is not at the door");
  must(await actOpenly(ada.hand, pair.room, gone, { kind: "take-back", version }));
  await offerIn(ben, "For Ada", "Opened by her.");
  await ada.open();
  await offerIn(ben, "Closed for Ada", "Never opened by her.");
  await writeIn(ben, "Ben alone", "Nor this.");
  const agreement = await agreeIn(pair, "How we talk", [AGREED, "Still open"]);
  const [first] = agreement.lines;
  if (!first) throw new Error("there is a line");
  await ada.sign(agreement.piece, first, AGREED);
  await ben.sign(agreement.piece, first, AGREED);
  must(await actOnRoom(ada.hand, pair.room, { kind: "pause", minutes: null }));
  data = must(
    await gatherOwnData(gathering(ada, { onProgress: (now) => void progress.push(now) })),
  );
}, 60_000);
afterAll(async () => {
  pair.close();
  expect(server.faults).toEqual([]);
  await server.remove();
});

const room = () => {
  const [only, ...more] = data.rooms;
  if (!only || more.length > 0) throw new Error("there is one room");
  return only;
};
const textOf = (content: Content | null) =>
  content?.is === "text" ? `${content.title}: ${bodyText(content.body)}` : null;

describe("an export", () => {
  it("O6 holds what I wrote as it stands, with every version that I offered, and when", () => {
    const written = room().written.map(({ content, versions }) => [
      textOf(content),
      versions.map(({ state, weight, content: offered }) => [state, weight, textOf(offered)]),
    ]);
    const byTitle = (a: readonly unknown[], b: readonly unknown[]) =>
      String(a[0]).localeCompare(String(b[0]));
    expect(written.sort(byTitle)).toEqual([
      ["Mine alone: Nobody has read this.", []],
      ["Taken back: It was too much.", [["taken-back", "tender", null]]],
      [
        `${OFFERED}: The first of it.`,
        [
          ["answered", "tender", `${OFFERED}: The first of it.`],
          ["offered", "heavy", `${OFFERED}: The second of it.`],
        ],
      ],
    ]);
    const answers = room().written.flatMap(({ versions }) => versions.map(({ answer }) => answer));
    expect(answers).toContainEqual({ says: "thank-you", lines: null, on: data.exportedOn });
  });

  it("O6 holds what I opened of the other's, and what both signed, with both signatures", () => {
    expect(room().opened.map(({ content }) => textOf(content))).toEqual([
      "For Ada: Opened by her.",
    ]);
    const [agreement] = room().together;
    expect(agreement).toMatchObject({
      kind: "agreement",
      title: "How we talk",
      missing: null,
      lines: [{ text: AGREED }, { text: "Still open" }],
      signed: [{ agreed: { words: AGREED, signatures: [{ by: "me" }, { by: "other" }] } }],
    });
  });

  it("O6 holds names and settings, and a record that checks out anywhere", () => {
    expect(data.account.name).toMatch(/^ada-\d{4}$/);
    expect(data.settings).toEqual({ idleMinutes: 10, neutralTitle: false, country: null });
    expect(room()).toMatchObject({ petname: "Ben", paused: true, left: null });
    const verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
      isSigned(signature, message, key);
    const checked = must(checkFile(data, { sha256, verify })).flatMap(({ findings }) => findings);
    expect(checked.filter(({ is }) => is === "failing")).toEqual([]);
    expect(checked.map(({ says }) => says).join()).toContain(AGREED);
  });

  it("O6 is read back as it was made", () => {
    expect(ownData.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  it("O7 holds nothing that I may not see, no key, no words and no link", () => {
    const text = JSON.stringify(data);
    for (const hidden of ["Closed for Ada", "Never opened", "Ben alone", "Nor this"]) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toContain(pair.ada.recoveryWords.join(" "));
    expect(text).not.toMatch(/secret|sealed|recoveryWords|wrapped/i);
  });

  it("O7 leaves out a link that stands, and words that are still to be written down", async () => {
    const alone = await newInNode(server.origin, "eve", lightSecrets());
    must(await alone.account.makeNewWords(alone.password));
    const made = must(await beginRoom(alone.hand, "Nobody yet"));
    must(await invite(alone.hand, made));
    const other = must(await gatherOwnData(gathering(alone)));
    const { rooms, ...index } = alone.hand.keyring.index.current();
    const recoveryWords = known(index.recoveryWords);
    const secret = known(rooms[made])?.invitation?.secret;
    if (!recoveryWords || !secret) throw new Error("there are words and a link");
    expect(other.rooms).toMatchObject([{ room: made, petname: "Nobody yet", other: null }]);
    const text = JSON.stringify(other);
    expect(text).not.toContain(toBase64Url(secret));
    expect(text).not.toContain(recoveryWords.slice(0, 2).join('","'));
    alone.close();
  });

  it("says how far it is, piece by piece", () => {
    const [first] = progress;
    expect(first).toEqual({ done: 0, of: 5 });
    expect(progress.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("is not made by halves: cancelled or without a network there is none", async () => {
    const stop = new AbortController();
    const cancelled = await gatherOwnData(
      gathering(pair.ada, {
        signal: stop.signal,
        onProgress: ({ done }) => void (done === 1 && stop.abort()),
      }),
    );
    expect(cancelled).toEqual(refuse("cancelled"));
    const { api, keyring } = pair.ada.hand;
    const cut = {
      ...api,
      get: (path: string) =>
        path.startsWith("/api/versions") ? Promise.resolve(refuse("offline")) : api.get(path),
    };
    const offline = await gatherOwnData(gathering(pair.ada, { hand: { api: cut, keyring } }));
    expect(offline).toEqual(refuse("offline"));
  });

  it("K31 asks for the password first, if it was given more than five minutes ago", async () => {
    await server.setClock(Date.now() + 6 * 60_000);
    expect(await gatherOwnData(gathering(pair.ben))).toEqual(refuse("confirm-again"));
    must(await pair.ben.account.confirm(pair.ben.password));
    expect(await gatherOwnData(gathering(pair.ben))).toMatchObject({ ok: true });
  });
});
