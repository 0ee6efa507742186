import { idOf, ID_BYTES, type PersonId } from "#domain/ids.ts";
import type { SignInName } from "#domain/account.ts";
import { emptyIndex } from "#domain/index-schema.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { openKeyring } from "#client/keyring/open-keyring.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import { makeAccountKeys, unlockedKeys } from "#client/secrets/account-keys.ts";
import { nodeApi } from "#client/api.ts";

export const random = systemRandomness.bytes;
export const newId = <T extends string>(): T => idOf<T>(random(ID_BYTES));

/** A person with keys, without an account: for everything that needs no server. */
export async function somebody(): Promise<Keyring> {
  const person = newId<PersonId>();
  const { accountKey, identity } = await makeAccountKeys(person);
  const keys = await unlockedKeys(accountKey, person, identity);
  if (!keys) throw new Error("new keys do not open");
  const { keyring } = openKeyring({
    api: nodeApi("http://nowhere.test", async () => Promise.reject(new Error("no network"))),
    person,
    name: "heron-4821" as SignInName,
    keys,
    remembered: false,
    version: 0,
    index: emptyIndex(),
    keepIndex: async () => {},
  });
  return keyring;
}
