import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cipherFor } from "#tests/support/piece-cipher.ts";
import { newId } from "#tests/support/some.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { MAX_EARLIER, MUCH, PAUSE, type Had, type HadWritten } from "#domain/pieces/earlier.ts";
import { eraseIndexedDevice, indexedDevice } from "../sync/indexed-device.ts";
import { earlierStates, type EarlierOptions } from "./earlier.ts";
import { keepEarlier } from "./earlier-keeper.ts";

const saying = (words: string): HadWritten => ({
  is: "written",
  title: "",
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] },
  asLetter: true,
  answers: {},
  chosen: [],
});

async function states(more: Partial<EarlierOptions> = {}) {
  const person = newId<PersonId>();
  const piece = newId<PieceId>();
  const device = indexedDevice(person);
  const cipher = await cipherFor(piece);
  let time = 1_000;
  const now = () => time++;
  const options = { device, cipher, piece, epoch: 1, now, isGone: () => false, ...more };
  return { person, piece, device, options, kept: earlierStates(options) };
}

const wordsOf = (list: readonly { readonly had: Had }[]) =>
  list.map(({ had }) => (had.is === "written" ? had.body.content : had));
const expected = (...words: string[]) => words.map((one) => saying(one).body.content);

describe("what is kept of earlier moments", () => {
  it("B1 keeps the last twenty of a piece, the newest first, and nothing twice in a row", async () => {
    const { kept } = await states();
    expect(await kept.any()).toBe(false);
    const all = Array.from({ length: MAX_EARLIER + 3 }, (_, i) => `${i}`);
    for (const words of all) {
      await kept.keep(saying(words));
      await kept.keep(saying(words));
    }
    const list = await kept.list();
    expect(wordsOf(list)).toEqual(expected(...all.slice(3).reverse()));
    const times = list.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it("B1 holds nothing in clear, not even the time, and opens under the piece's key alone", async () => {
    const { kept, device, piece, options } = await states({ now: () => 1_234_567_890_123 });
    await kept.keep(saying("Nobody else reads this"));
    const [row] = await device.earlier(piece);
    const bytes = Buffer.from(row?.sealed ?? []);
    expect(bytes.includes("Nobody")).toBe(false);
    expect(JSON.stringify(row)).not.toContain("1234567890123");
    const stranger = earlierStates({ ...options, cipher: await cipherFor(newId<PieceId>()) });
    expect(await stranger.list()).toEqual([]);
    expect(await kept.list()).toHaveLength(1);
  });

  it("B4 is gone with its piece, with signing out, and for a page that still has it open", async () => {
    let gone = false;
    const { kept, device, piece, person } = await states({ isGone: () => gone });
    const other = newId<PieceId>();
    await kept.keep(saying("One"));
    for (const row of await device.earlier(piece)) await device.keepEarlier(other, row, 1);
    await device.forget(piece);
    expect(await kept.list()).toEqual([]);
    expect(await device.earlier(other)).toHaveLength(1);
    gone = true;
    await kept.keep(saying("Two"));
    expect(await kept.any()).toBe(false);
    await eraseIndexedDevice(person);
    expect(await device.earlier(other)).toEqual([]);
  });

  it("B1 a device that kept pieces before there were earlier moments takes them up", async () => {
    const person = newId<PersonId>();
    const piece = newId<PieceId>();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(`threshold-${person}`, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("cursors", { keyPath: "piece" });
        request.transaction?.objectStore("cursors").put({ piece, cursor: 7 });
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const device = indexedDevice(person);
    expect((await device.load(piece)).cursor).toBe(7);
    expect(await device.earlier(piece)).toEqual([]);
  });
});

describe("when it is kept", () => {
  function watched() {
    const doc = new Y.Doc();
    const text = doc.getText("title");
    const kept: string[] = [];
    let now = 0;
    const keeper = keepEarlier(
      doc,
      (then) =>
        then.getText("title").length > 0 ? saying(then.getText("title").toString()) : null,
      {
        keep: async (had) => {
          if (had.is === "written")
            kept.push(JSON.stringify(had.body).match(/"text":"(\w*)"/)?.[1] ?? "");
        },
      },
      () => now,
    );
    return { doc, text, kept, keeper, wait: (ms: number) => (now += ms) };
  }

  it("B2 before the first change, after a pause, before much is taken away, and on leaving", async () => {
    const { text, kept, keeper, wait } = watched();
    text.insert(0, "a");
    expect(kept, "nothing is nothing to keep").toEqual([]);
    wait(1_000);
    text.insert(1, "b");
    wait(PAUSE - 1);
    text.insert(2, "c");
    expect(kept).toEqual([]);
    wait(PAUSE);
    text.insert(3, "d".repeat(MUCH));
    expect(kept).toEqual(["abc"]);
    text.delete(0, MUCH - 1);
    expect(kept).toEqual(["abc"]);
    text.insert(0, "e".repeat(MUCH));
    const before = text.toString();
    text.delete(0, MUCH);
    expect(kept).toEqual(["abc", before]);
    await keeper.keepNow();
    expect(kept.at(-1)).toBe("dddd");
    keeper.stop();
    text.delete(0, text.length);
    expect(kept).toHaveLength(3);
  });

  it("B2 what another device takes away is kept as well", () => {
    const { doc, text, kept } = watched();
    text.insert(0, "w".repeat(MUCH));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("title").delete(0, MUCH);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(kept).toEqual(["w".repeat(MUCH)]);
  });

  /** Somebody else with the same document, who has just learnt what stands there. */
  function another(doc: Y.Doc) {
    const other = new Y.Doc();
    const learn = () => Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    learn();
    const does = (act: (text: Y.Text) => void) => {
      act(other.getText("title"));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    };
    return { learn, does };
  }

  it("B8 what the other takes away letter by letter is kept as it stood before, once", () => {
    const { doc, text, kept } = watched();
    const words = "m".repeat(MUCH);
    text.insert(0, words);
    const { does } = another(doc);
    while (text.length > 0) does((theirs) => theirs.delete(theirs.length - 1, 1));
    expect(kept).toEqual([words]);
  });

  it("B8 nothing that the other writes and takes away again, however often, puts out what I had", () => {
    const { doc, text, kept } = watched();
    text.insert(0, "m".repeat(MUCH));
    const { does } = another(doc);
    does((theirs) => theirs.delete(0, MUCH));
    for (let i = 0; i < 2 * MAX_EARLIER; i++) {
      does((theirs) => theirs.insert(0, `${i}`.repeat(MUCH)));
      does((theirs) => theirs.delete(0, theirs.length));
    }
    expect(kept).toEqual(["m".repeat(MUCH)]);
  });

  it("B8 what I write after that is kept again, also while the other takes it away", () => {
    const { doc, text, kept } = watched();
    const { learn, does } = another(doc);
    const all = ["first", "second", "third"].map((one) => one.repeat(MUCH));
    for (const words of all) {
      text.insert(0, words);
      learn();
      for (let i = 0; i < MUCH; i++) does((theirs) => theirs.delete(theirs.length - 1, 1));
      learn();
      does((theirs) => theirs.delete(0, theirs.length));
    }
    expect(kept).toEqual(all);
  });
});
