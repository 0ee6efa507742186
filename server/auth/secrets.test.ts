import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSecrets, SecretsRefused } from "./secrets.ts";

let place: string;
let file: string;
beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), "secrets-"));
  file = path.join(place, "kept", "secrets.json");
});
afterEach(() => rm(place, { recursive: true }));

describe("the server's secrets", () => {
  it("K28 are made once, for their owner's eyes alone", async () => {
    const made = await openSecrets(file, true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(file))).toEqual(["secrets.json"]);
    expect(await openSecrets(file, true)).toEqual(made);
    expect(await openSecrets(file, false)).toEqual(made);
    expect(new Set([made.nameKey, made.fakeKey, made.ticketKey].map(String)).size).toBe(3);
  });

  it("K28 are the same for two servers that start in the same instant", async () => {
    const [first, second] = await Promise.all([openSecrets(file, true), openSecrets(file, true)]);
    expect(first).toEqual(second);
  });

  it("K28 are not made anew while people depend on those that are missing", async () => {
    await expect(openSecrets(file, false)).rejects.toThrow(SecretsRefused);
    await expect(readdir(place)).resolves.toEqual([]);
  });

  it.each(["", "{}", "not JSON", '{"v":1,"opaque":"AAAA","key":"AAAA"}'])(
    "K28 are refused and left as they are when they are broken: %j",
    async (broken) => {
      const there = path.join(place, "secrets.json");
      await writeFile(there, broken);
      await expect(openSecrets(there, true)).rejects.toThrow(/put the file back/);
      expect(await readFile(there, "utf8")).toBe(broken);
    },
  );

  it("K28 are refused when they were made for another setup", async () => {
    await openSecrets(file, true);
    const content = JSON.parse(await readFile(file, "utf8")) as { opaque: string };
    await writeFile(file, JSON.stringify({ ...content, opaque: content.opaque.slice(4) }));
    await expect(openSecrets(file, true)).rejects.toThrow(SecretsRefused);
  });
});
