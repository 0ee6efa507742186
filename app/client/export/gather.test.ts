import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import * as z from "zod";
import { toBase64Url } from "#domain/bytes.ts";
import { checkFile } from "#domain/check-file.ts";
import { indexSchema } from "#domain/index-schema.ts";
import { known } from "#domain/newer.ts";
import { ownData, type Content, type OwnData } from "#domain/own-data.ts";
import { readDecks, type MarkList } from "#domain/pieces/decks.ts";
import { bodyText } from "#domain/pieces/letter.ts";
import { stepped } from "#domain/practices/walk.ts";
import type { RoundView } from "#domain/piece-view.ts";
import type { LineId, PieceId, StreamId } from "#domain/ids.ts";
import { ok, refuse } from "#domain/result.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { must, type DemoPerson } from "#tests/demo/person.ts";
import { answer, ask } from "#tests/demo/questions.ts";
import { canary } from "#tests/support/canary.ts";
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
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import { earlierStates } from "../pieces/earlier.ts";
import { planDocument } from "../pieces/plan-document.ts";
import { actOnRoom } from "../rooms/acts.ts";
import { markAmends, note } from "../rooms/own-pieces.ts";
import { askRound, beginQuestion, beginRound, sayTo, submitMarks } from "../rooms/paired.ts";
import { beginRoom, invite, newId } from "../rooms/pairing.ts";
import { openKeys } from "../rooms/together.ts";
import { takeBack } from "../rooms/take-back.ts";
import { keepWants } from "../rooms/wants.ts";
import { makeAside } from "../sync/aside.ts";
import type { DeviceStore } from "../sync/device-store.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import { memoryLocks } from "../sync/locks.ts";
import { memoryDevice } from "../sync/memory-device.ts";
import { nodeTransport } from "../sync/node-transport.ts";
import { WritingStream } from "../sync/writing-stream.ts";
import { ownBytes } from "../sync/yjs-update.ts";
import { gatherOwnData } from "./gather.ts";
import type { Gathering, Progress } from "./gathering.ts";

const CARDS = readDecks(
  Object.fromEntries(
    readdirSync("content/decks").map((name) => [
      name,
      JSON.parse(readFileSync(`content/decks/${name}`, "utf8")) as unknown,
    ]),
  ),
);
const AGREED = "Wednesdays, message first";
const OFFERED = "What the other shall read";

let server: Served;
let pair: NodePair;
let data: OwnData;
/** Two others, who did together what two can do. */
let between: NodePair;
const progress: Progress[] = [];

const gathering = (who: DemoPerson, more: Partial<Gathering> = {}): Gathering => ({
  hand: who.hand,
  live: who.live,
  device: memoryDevice(),
  locks: memoryLocks(),
  transport: nodeTransport(who.hand.api),
  guides: { of: () => null, wordsOf: () => [] },
  cardOf: (number) => CARDS.find(({ card }) => card === number) ?? null,
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
  must(await takeBack(ada.hand, pair.room, gone, version));
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
  between.close();
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

describe("an export of what was between two", () => {
  const START = "2025-11-03";
  const said = {
    mine: canary("What I answered"),
    theirs: canary("What they answered"),
    aside: canary("Typed while it was closed"),
    earlier: canary("What stood here before"),
    name: canary("What I call it"),
    goal: canary("On time for the children"),
    asleep: canary("Not after ten"),
  };
  /** What stays theirs, or is nobody's any more. */
  const hidden = {
    answer: canary("Not opened yet"),
    title: canary("Called so before"),
    words: canary("Taken back since"),
    name: canary("A name of what is gone"),
    waiting: canary("Still in its envelope"),
  };
  const list = CARDS.find((card): card is MarkList => card.is === "list" && !card.retired);
  let device: DeviceStore;
  let file: OwnData;

  const roundIn = async (who: DemoPerson, piece: PieceId): Promise<RoundView> => {
    const view = (await who.scene()).view.pieces.find((one) => one.piece === piece);
    if (view?.mode !== "paired" || !view.round) throw new Error("there is no round");
    return view.round;
  };

  /** Both mark, each something that the other did not, and one line in common. */
  async function playRound(piece: PieceId, marks: readonly [number[], number[]], at: number) {
    const { ada, ben } = between;
    if (!list) throw new Error("there is a list");
    must(await askRound(ada.hand, await ada.paired(), piece, list, at));
    const asked = await roundIn(ben, piece);
    if (asked.is !== "asked") throw new Error("it is not asked for");
    must(await beginRound(ben.hand, await ben.paired(), piece, asked));
    for (const [i, who] of [ada, ben].entries()) {
      const running = await roundIn(who, piece);
      if (running.is !== "running") throw new Error("it does not run");
      const marked = new Set((marks[i] ?? []).map((place) => list.lines[place]?.name ?? ""));
      must(await submitMarks(who.hand, await who.paired(), piece, running, list, marked));
    }
    await server.setClock(at + 1000);
  }

  /** Words that this device could not send. */
  async function keepAside(who: DemoPerson, piece: PieceId, words: string) {
    const view = (await who.scene()).view.pieces.find((one) => one.piece === piece);
    if (view?.mode !== "together" || view.state.is !== "open") throw new Error("it is not open");
    const { epoch, keys } = view.state;
    const cipher = createFrameCipher(piece, must(await openKeys(await who.paired(), piece, keys)));
    const doc = new Y.Doc();
    doc.getText("title").insert(0, words);
    const update = ownBytes(Y.encodeStateAsUpdate(doc));
    const state = { stream: newId<StreamId>(), epoch, clientIds: [], next: 1 };
    const stream = new WritingStream({ ...state, previous: NO_PREVIOUS });
    stream.unsent.push(await stream.seal(cipher, update, doc.clientID));
    const id = newId<StreamId>();
    const { row } = await makeAside(cipher, { id, why: "closed", epoch, doc, streams: [stream] });
    await device.setAside(piece, row);
    const states = earlierStates({
      ...{ device, cipher, piece, epoch },
      ...{ now: () => 1_762_200_000_000, isGone: () => false },
    });
    const part = { id: newId<LineId>(), texts: [said.earlier] };
    await states.keep({ is: "together", title: "", parts: [part] });
  }

  async function openNamed(title: string, words: string, name: string) {
    const { ada, ben, room: where } = between;
    await offerIn(ben, title, words);
    const { piece, version: openedVersion } = await ada.open();
    const entry = { kind: "letter", title: name, room: where, openedVersion } as const;
    must(await note(ada.hand.keyring, piece, entry));
    must(await markAmends(ada.hand.keyring, piece, true));
    return { piece, version: openedVersion };
  }

  beforeAll(async () => {
    between = await pairInNode(server.origin, lightSecrets);
    device = memoryDevice();
    const { ada, ben, room: where } = between;
    const index = ada.hand.keyring.index;
    const [first, second] = CARDS.filter((card) => card.is === "question");
    if (!list || first?.is !== "question" || second?.is !== "question") {
      throw new Error("there are cards");
    }
    // A question that both answered, and what each said to the other's.
    const both = await ask(ada, first);
    await answer(ada, both, first, letterOf("", said.mine));
    await answer(ben, both, first, letterOf("", said.theirs));
    for (const [who, word] of [
      [ada, "thank-you"],
      [ben, "tell-me-more"],
    ] as const) {
      const view = (await who.scene()).view.pieces.find((one) => one.piece === both);
      if (view?.mode !== "paired" || view.state.is !== "opened") throw new Error("it is not open");
      const { version } = view.state.theirs;
      must(await sayTo(who.hand, await who.paired(), both, version, word));
    }
    // A list with two rounds that are over.
    const lines = must(await beginQuestion(ada.hand, await ada.paired(), list.card));
    const begun = Date.now() + 20 * 60_000;
    await playRound(
      lines,
      [
        [0, 1],
        [1, 2],
      ],
      begun,
    );
    await playRound(lines, [[3], [4]], begun + 60_000);
    // What the other asked and answered, and I did not.
    const theirs = await ask(ben, second);
    await answer(ben, theirs, second, letterOf("", hidden.answer));
    // An agreement of which one line would sleep, and words that were never sent.
    const agreement = await agreeIn(between, "How we talk", [said.asleep]);
    const [line] = agreement.lines;
    if (!line) throw new Error("there is a line");
    await ada.writeTogether(agreement.piece, (document) => document.setReview(line, START));
    await keepAside(ada, agreement.piece, said.aside);
    // A plan of which nothing is signed.
    const plan = await ada.propose("open", "plan");
    await ben.accept(plan);
    const { person } = ada.hand.keyring;
    await ada.writeBoth(plan, "plan", planDocument, (document) => {
      const id = document.add(person, START);
      const written = document.shown().at(-1);
      if (!id || !written) throw new Error("there is room for a commitment");
      written.goal.insert(0, said.goal);
      document.choose(id, { rhythm: "weekly", review: "2025-12-01" });
    });
    // What the other offered and I named: of one that they took back nothing is left.
    const gone = await openNamed(hidden.title, hidden.words, hidden.name);
    must(await takeBack(ben.hand, where, gone.piece, gone.version));
    await openNamed("I am sorry", "For the winter.", said.name);
    await offerIn(ben, hidden.waiting, hidden.waiting);
    // What I chose for myself.
    must(await keepWants(ada.hand.keyring, where, { depth: 2, card: [second.card, true] }));
    must(await keepWants(ada.hand.keyring, where, { fit: ["home", true], theme: ["hurt", true] }));
    must(await index.update((now) => stepped(now, { is: "went", practice: "my-part" })));
    must(await index.update((now) => stepped(now, { is: "waved", practice: "hopes" })));
    must(await ada.account.confirm(ada.password));
    file = must(await gatherOwnData(gathering(ada, { device })));
  }, 60_000);

  const only = () => {
    const [one] = file.rooms;
    if (!one) throw new Error("there is a room");
    return one;
  };
  const called = (title: string) => only().questions.find((one) => one.title === title);

  it("O6 holds both answers to a question, and what each said to the other's", () => {
    const asked = only().questions.find(({ mine }) => mine !== null);
    expect(textOf(asked?.mine?.content ?? null)).toContain(said.mine);
    expect(textOf(asked?.theirs?.content ?? null)).toContain(said.theirs);
    expect(asked?.mine?.answer).toMatchObject({ says: "tell-me-more" });
    expect(asked?.theirs?.answer).toMatchObject({ says: "thank-you" });
  });

  it("O6 holds what rounds found in common, and of what either marked beside it nothing", () => {
    const rounds = called(list?.words ?? "")?.rounds;
    expect(rounds).toMatchObject([
      { common: [{ words: list?.lines[1]?.words }], missing: null },
      { common: [], missing: null },
    ]);
    const text = JSON.stringify(file);
    for (const place of [0, 2, 3, 4]) {
      const { words = "", name = "" } = list?.lines[place] ?? {};
      expect(words).not.toBe("");
      for (const hint of [words, name]) expect(text).not.toContain(JSON.stringify(hint));
    }
  });

  it("O6 holds how often an unsigned commitment would be due, and the day after which a line sleeps", () => {
    const { together } = only();
    expect(together.find(({ kind }) => kind === "plan")).toMatchObject({
      signed: [],
      lines: [
        {
          text: said.goal,
          commitment: {
            ...{ owner: "me", goal: said.goal, obstacle: "", when: "", act: "" },
            ...{ rhythm: "weekly", start: START, review: "2025-12-01" },
          },
        },
      ],
    });
    const agreement = together.find(({ kind }) => kind === "agreement");
    expect(agreement?.lines).toMatchObject([{ text: said.asleep, review: START }]);
  });

  it("O6 holds words of a piece together that this device kept aside, and what stood there earlier", () => {
    const agreement = only().together.find(({ kind }) => kind === "agreement");
    expect(agreement?.keptAside).toEqual([said.aside]);
    expect(agreement?.earlier).toEqual([{ at: 1_762_200_000_000, words: said.earlier }]);
  });

  it("O6 holds what one calls a piece of the other's, and that amends were made", () => {
    expect(only().opened).toMatchObject([
      { title: said.name, content: { title: "I am sorry" }, amends: true },
    ]);
  });

  it("O6 holds which questions one wants, and where one has been on the walk", () => {
    const [, second] = CARDS.filter((card) => card.is === "question");
    expect(only().settings.cards).toEqual({
      ...{ depth: 2, fits: ["home"], notThemes: ["hurt"], notCards: [second?.card] },
    });
    expect(file.walk).toEqual({
      ...{ been: ["my-part"], left: [], hidden: [], waved: ["hopes"], away: false },
    });
  });

  it("O7 holds nothing of an answer that has not opened, nor of what was taken back or waits", () => {
    const text = JSON.stringify(file);
    for (const words of Object.values(hidden)) expect(text).not.toContain(words);
    for (const words of Object.values(said)) expect(text).toContain(words);
    // A question that I never took up keeps its words too.
    const [, second] = CARDS.filter((card) => card.is === "question");
    expect(text).not.toContain(second?.words);
    expect(text).not.toMatch(/secret|sealed|wrapped|"slot"|"tokens"/i);
  });

  it("O6 is read back as it was made, and so is a file of before", () => {
    const json = JSON.parse(JSON.stringify(file)) as unknown;
    expect(ownData.parse(json)).toEqual(file);
    const { walk: _walk, ...before } = file;
    const [one] = before.rooms;
    const { cards: _cards, ...settings } = only().settings;
    const rooms = [
      { ...one, settings, questions: only().questions.map(({ rounds: _rounds, ...its }) => its) },
    ];
    const read = ownData.parse(JSON.parse(JSON.stringify({ ...before, version: 1, rooms })));
    expect(read).toMatchObject({ version: 1, walk: null });
    expect(read.rooms[0]?.questions.every(({ rounds }) => rounds.length === 0)).toBe(true);
    expect(read.rooms[0]?.settings.cards).toBeNull();
  });

  it("K34 is not made by a page that cannot read what a newer one noted", async () => {
    const { ada } = between;
    const { index } = ada.hand.keyring;
    const now = index.current();
    const newer = indexSchema.parse({ ...z.encode(indexSchema, now), walk: "elsewhere" });
    const keyring = {
      ...ada.hand.keyring,
      index: { ...index, refresh: () => Promise.resolve(ok(newer)) },
    };
    const made = await gatherOwnData(gathering(ada, { hand: { ...ada.hand, keyring } }));
    expect(made).toEqual(refuse("newer-version"));
  });
});
