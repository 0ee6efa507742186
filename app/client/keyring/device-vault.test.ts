import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { SignInName } from "#domain/account.ts";
import type { PersonId } from "#domain/ids.ts";
import { makeAccountKeys, unlockedKeys } from "../secrets/account-keys.ts";
import { newId, random } from "#tests/support/keys.ts";
import { aeadOf } from "../crypto/secret.ts";
import {
  indexedDbVault,
  memoryVault,
  type DeviceRecord,
  type UnlockedRecord,
} from "./device-vault.ts";

async function someone(): Promise<{ record: DeviceRecord; unlocked: UnlockedRecord }> {
  const person = newId<PersonId>();
  const { accountKey, identity } = await makeAccountKeys(person);
  const keys = await unlockedKeys(accountKey, person, identity);
  if (!keys) throw new Error("new keys do not open");
  const deviceKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const unlock = { deviceKey, salt: random(16), sealed: random(88) };
  const name = "heron-4821" as SignInName;
  const index = { version: 4, sealed: random(64) };
  return { record: { person, name, identity, unlock, index }, unlocked: { keys, at: 1000 } };
}

describe.each([
  ["IndexedDB", indexedDbVault],
  ["memory", memoryVault],
])("what a device keeps in %s", (_name, open) => {
  const vault = open();
  beforeEach(() => vault.forget());

  it("K10 is there again, with keys that work", async () => {
    const { record, unlocked } = await someone();
    await vault.remember(record, unlocked);
    const again = await vault.load();
    expect(again.record?.name).toBe(record.name);
    expect(again.record?.identity).toEqual(record.identity);
    expect(again.unlocked?.at).toBe(1000);
    const [content, data] = [random(5), random(5)];
    const sealed = await aeadOf(unlocked.keys.index).seal(content, data);
    const key = again.unlocked?.keys.index;
    expect(key && (await aeadOf(key).open(sealed, data))).toEqual(content);
    expect(key?.extractable).toBe(false);
  });

  it("K12 loses its keys on locking, and no touch brings them back", async () => {
    const { record, unlocked } = await someone();
    await vault.remember(record, unlocked);
    await vault.touch(2000);
    expect((await vault.load()).unlocked?.at).toBe(2000);
    await vault.lock();
    await vault.touch(3000);
    const { record: kept, unlocked: none } = await vault.load();
    expect(kept?.person).toBe(record.person);
    expect(none).toBeNull();
    await vault.remember(record, unlocked);
    await vault.remember(record, null);
    expect((await vault.load()).unlocked).toBeNull();
  });

  it("K14 keeps the newest index, of its own person", async () => {
    const { record, unlocked } = await someone();
    await vault.remember(record, unlocked);
    const [newer, older] = [
      { version: 6, sealed: random(64) },
      { version: 5, sealed: random(64) },
    ];
    await vault.keepIndex(record.person, newer);
    await vault.keepIndex(record.person, older);
    await vault.keepIndex(newId<PersonId>(), { version: 9, sealed: random(64) });
    expect((await vault.load()).record?.index).toEqual(newer);
  });

  it("K11 is gone once it is forgotten", async () => {
    const { record, unlocked } = await someone();
    await vault.remember(record, unlocked);
    await vault.forget();
    await vault.keepIndex(record.person, record.index);
    expect(await vault.load()).toEqual({ record: null, unlocked: null });
  });
});
