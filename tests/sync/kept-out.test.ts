import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { freshStream } from "#client/sync/writing-stream.ts";
import { ownBytes } from "#client/sync/yjs-update.ts";
import type { Bytes } from "#domain/bytes.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import type { TestTab } from "#tests/support/test-tab.ts";
import { someSealed } from "#tests/support/wire-client.ts";

let world: PieceWorld;
/** Rows that the server does not give out, by counter. */
let hidden: Set<number>;
beforeEach(async () => {
  hidden = new Set();
  world = await openPieceWorld({
    through: (log) => ({
      ...log,
      read: async (...range) =>
        (await log.read(...range)).filter(
          (row) => row.kind === "stream" || !hidden.has(row.counter),
        ),
    }),
  });
});
afterEach(() => world.close());

/** Ben, who has the key and an honest stream, pushes whatever he likes in it. */
async function pushed(...updates: readonly Bytes[]): Promise<void> {
  const stream = freshStream(1);
  const client = await world.connect(world.ben, world.piece);
  await client.hello();
  const sn = await client.announce({ stream: stream.stream, clientId: new Y.Doc().clientID });
  for (const update of updates) {
    const { counter, sealed } = await stream.seal(world.cipher, update, 0);
    client.send({ type: "push", sn, counter, sealed });
    await client.entry("ack", (ack) => ack.counter === counter);
  }
  await client.close();
}

/** Words written under a client id, on top of what a document holds. */
function wordsUnder(clientId: number, words: string, doc: Y.Doc): Bytes {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const before = Y.encodeStateVector(copy);
  copy.getText("t").insert(0, words);
  return ownBytes(Y.encodeStateAsUpdate(copy, before));
}

/** Takes away so much of what was, or will be, written under a client id. */
function deletion(clientId: number, clock: number, length: number): Bytes {
  const encoder = encoding.createEncoder();
  for (const value of [0, 1, clientId, 1, clock, length]) encoding.writeVarUint(encoder, value);
  return ownBytes(encoding.toUint8Array(encoder));
}

const faulty = (tab: TestTab, kind: string) =>
  tab.until(({ faults }) => faults().some((fault) => fault.kind === kind));

describe("a frame is kept out of the document, and the page is told,", () => {
  test("D18 when it writes under somebody else's client id", async () => {
    const ada = world.tab(world.ada);
    ada.write("I said this");
    await ada.saved();
    await pushed(wordsUnder(ada.doc.clientID, "FORGED ", ada.doc));
    const ben = world.tab(world.ben);
    for (const tab of [ada, ben]) {
      await faulty(tab, "forged");
      expect(tab.words).toBe("I said this");
    }
    ada.write(", and go on");
    await ben.says("I said this, and go on");
    await world.tab(world.ada).says("I said this, and go on");
  });

  test("when it writes under an id that nobody announced", async () => {
    const ada = world.tab(world.ada);
    await ada.live();
    await pushed(wordsUnder(4711, "from nowhere", ada.doc));
    await faulty(ada, "forged");
    expect(ada.words).toBe("");
  });

  test("D19 when it does not open", async () => {
    const ada = world.tab(world.ada);
    const client = await world.connect(world.ben, world.piece);
    await client.hello();
    const sn = await client.announce();
    client.send({ type: "push", sn, counter: 1, sealed: someSealed() });
    await faulty(ada, "unreadable");
    ada.write("still works");
    await world.tab(world.ben).says("still works");
  });

  test("D19 when it opens but is no update", async () => {
    const ada = world.tab(world.ada);
    const { stream } = freshStream(1);
    const client = await world.connect(world.ben, world.piece);
    await client.hello();
    const sn = await client.announce({ stream });
    const place = { epoch: 1, stream, counter: 1, previous: NO_PREVIOUS };
    const sealed = await world.cipher.seal(place, Uint8Array.of(1, 2, 3, 255));
    client.send({ type: "push", sn, counter: 1, sealed });
    await faulty(ada, "unreadable");
  });

  test("D31 when it takes away what somebody else has not written yet", async () => {
    const ada = world.tab(world.ada);
    ada.write("a word, ");
    await ada.saved();
    const { clientID } = ada.doc;
    await pushed(deletion(clientID, 0, 2), deletion(clientID, 2, 2 ** 31));
    await faulty(ada, "forged");
    ada.write("and another");
    await ada.saved();
    const ben = world.tab(world.ben);
    await ben.says("word, and another");
    ben.write("Ben: ", 0);
    for (const tab of [ada, ben, world.tab(world.ada)]) await tab.says("Ben: word, and another");
  });

  test("D20 when the server leaves out the one before it", async () => {
    const ada = world.tab(world.ada);
    for (const word of ["one ", "two ", "three "]) {
      ada.write(word);
      await ada.saved();
    }
    hidden.add(2);
    const ben = world.tab(world.ben);
    await faulty(ben, "gap");
    expect(ben.words).toBe("one ");
  });
});

test("D21 what builds on nothing that is there hangs, which is a fault for as long as it does", async () => {
  const ada = world.tab(world.ada);
  await ada.live();
  const writer = new Y.Doc();
  const parts: Bytes[] = [];
  writer.on("update", (update: Uint8Array) => parts.push(ownBytes(update)));
  writer.getText("t").insert(0, "first ");
  writer.getText("t").insert(6, "second");
  const [first, second] = parts;
  if (!first || !second) throw new Error("two updates were made");

  const stream = freshStream(1);
  const client = await world.connect(world.ben, world.piece);
  await client.hello();
  const sn = await client.announce({ stream: stream.stream, clientId: writer.clientID });
  for (const update of [second, first]) {
    const { counter, sealed } = await stream.seal(world.cipher, update, 0);
    client.send({ type: "push", sn, counter, sealed });
    if (counter === 1) await faulty(ada, "incomplete");
  }
  await ada.says("first second");
  await ada.until(({ faults }) => faults().length === 0);
});

test("D22 a server that does not speak the protocol is a fault, and the connection is made anew", async () => {
  const dial = world.dial(world.ada);
  let isBroken = true;
  const ada = world.tab(world.ada, {
    transport: (url, events) => {
      const nonsense = isBroken;
      isBroken = false;
      const message = (bytes: Bytes) => events.message(nonsense ? Uint8Array.of(9, 9) : bytes);
      return dial(url, { ...events, message });
    },
  });
  await faulty(ada, "protocol");
  await ada.live();
});
