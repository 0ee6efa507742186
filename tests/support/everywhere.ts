import { expect, type Page } from "@playwright/test";
import { tells } from "./canary.ts";
import type { Person } from "./people.ts";
import type { RunningServer } from "./running-server.ts";

/** One thing that a browser keeps for the page's origin, in words: bytes as base64. */
type Kept = { readonly where: string; readonly text: string };

/** Everything that the browser keeps for this page's origin and that a script can read. */
export function storageOf(page: Page): Promise<readonly Kept[]> {
  return page.evaluate(async () => {
    const found: { where: string; text: string }[] = [];
    const base64 = (bytes: Uint8Array) =>
      btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const inWords = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return base64(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) {
        return base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      }
      if (value instanceof CryptoKey) return "[a key]";
      if (typeof value !== "object" || value === null) return String(value);
      return Object.entries(value)
        .map(([name, part]) => `${name} ${inWords(part)}`)
        .join("\n");
    };
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no answer"));
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          asked(objects.getAllKeys()),
          asked(objects.getAll()),
        ]);
        for (const [i, value] of values.entries()) {
          found.push({ where: `IndexedDB ${name} ${store}`, text: inWords([keys[i], value]) });
        }
      }
      database.close();
    }
    for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
      for (const key of Object.keys(storage)) {
        found.push({ where: name, text: `${key} ${storage.getItem(key) ?? ""}` });
      }
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const bytes = new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
        found.push({ where: `cache ${name}`, text: `${request.url} ${base64(bytes)}` });
      }
    }
    found.push({ where: "cookies", text: document.cookie });
    found.push({ where: "history", text: inWords(history.state) });
    return found;
  });
}

export type Reach = { readonly server: RunningServer; readonly people: readonly Person[] };

type Found = { readonly where: string; readonly bytes: Buffer };

/** All that can be read without a key: on the server, on the wire, and in people's browsers. */
async function everything({ server, people }: Reach): Promise<readonly Found[]> {
  const found: Found[] = [
    { where: "what the server keeps", bytes: server.kept() },
    { where: "what the server printed", bytes: Buffer.from(server.output()) },
  ];
  for (const { word, context, traffic, addresses } of people) {
    const add = (where: string, text: string) =>
      found.push({ where: `${word}: ${where}`, bytes: Buffer.from(text) });
    await traffic.settled();
    for (const { how, where, bytes, head } of traffic.messages) {
      found.push({ where: `${word}: ${how} ${where}`, bytes });
      add(`headers of ${how} ${where}`, head);
    }
    for (const address of addresses) add("an address", decodeURIComponent(address));
    for (const { name, value } of await context.cookies()) add(`cookie ${name}`, value);
    for (const page of context.pages()) {
      add("a title", await page.title());
      if (!page.url().startsWith("http")) continue;
      for (const { where, text } of await storageOf(page)) add(where, text);
    }
  }
  return found;
}

/**
 * Holds that these phrases can be read nowhere without a key: not in what the server keeps and prints,
 * not in the traffic of these people, not in what their browsers keep, nor in an address or a title.
 */
export async function expectToldNowhere(phrases: readonly string[], reach: Reach): Promise<void> {
  const found = await everything(reach);
  for (const phrase of phrases) {
    const places = found.filter(({ bytes }) => tells(bytes, phrase)).map(({ where }) => where);
    expect(places, `nobody can read "${phrase}"`).toEqual([]);
  }
}
