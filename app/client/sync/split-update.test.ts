import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { splitUpdate } from "./split-update.ts";
import { ownBytes } from "./yjs-update.ts";

const LIMIT = 2000;

function split(change: (doc: Y.Doc) => void, base?: Y.Doc) {
  const doc = new Y.Doc();
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  let update = new Uint8Array();
  doc.once("update", (bytes: Uint8Array) => {
    update = ownBytes(bytes);
  });
  doc.transact(() => change(doc));
  return { doc, update, parts: splitUpdate(ownBytes(update), LIMIT) };
}

function replay(parts: readonly Uint8Array[] | null, base?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  for (const part of parts ?? []) Y.applyUpdate(doc, part);
  return doc;
}

const LONG = Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? "😀" : `é${i} `)).join("");

describe("an update that is too large for one frame", () => {
  test("stays as it is when it is not", () => {
    const { update, parts } = split((doc) => doc.getText("t").insert(0, "short"));
    expect(parts).toEqual([update]);
  });

  test("a long text is cut without breaking a character", () => {
    const { parts } = split((doc) => doc.getText("t").insert(0, LONG));
    expect(parts?.length).toBeGreaterThan(10);
    expect(Math.max(...(parts ?? []).map((part) => part.length))).toBeLessThanOrEqual(LIMIT);
    expect(replay(parts).getText("t").toString()).toBe(LONG);
  });

  test("a large paste into a document that others write is cut between its parts", () => {
    const base = new Y.Doc();
    base.getText("t").insert(0, "before | after");
    const { doc, parts } = split((changed) => {
      const text = changed.getText("t");
      text.delete(0, 3);
      text.insert(5, LONG, { bold: true });
      const array = changed.getArray<Y.Map<string>>("a");
      array.push(Array.from({ length: 300 }, (_, i) => new Y.Map([["k", `value ${i}`]])));
    }, base);
    const again = replay(parts, base);
    expect(again.getText("t").toDelta()).toEqual(doc.getText("t").toDelta());
    expect(again.getArray("a").toJSON()).toEqual(doc.getArray("a").toJSON());
    expect(again.store.pendingStructs).toBeNull();
  });

  test("many values in one run are cut between values", () => {
    const values = Array.from({ length: 2000 }, (_, i) => `value ${i}`);
    const { parts } = split((doc) => doc.getArray("a").insert(0, values));
    expect(replay(parts).getArray("a").toJSON()).toEqual(values);
  });

  test("many scattered deletions are cut too", () => {
    const base = new Y.Doc();
    base.getText("t").insert(0, "ab".repeat(3000));
    const { doc, parts } = split((changed) => {
      const text = changed.getText("t");
      for (let at = text.length - 2; at >= 0; at -= 2) text.delete(at, 1);
    }, base);
    expect(parts?.length).toBeGreaterThan(1);
    expect(replay(parts, base).getText("t").toString()).toBe(doc.getText("t").toString());
  });

  test("one value that is itself too large cannot be cut", () => {
    expect(split((doc) => doc.getMap("m").set("k", "x".repeat(5000))).parts).toBeNull();
  });
});
