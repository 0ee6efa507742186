import { idOf, ID_BYTES, type PersonId } from "#domain/ids.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import { makeAccountKeys } from "#client/secrets/account-keys.ts";
import { keyringOf } from "./keyring.ts";

export const random = systemRandomness.bytes;
export const newId = <T extends string>(): T => idOf<T>(random(ID_BYTES));

/** A person with keys, without an account: for everything that needs no server. */
export async function somebody(): Promise<Keyring> {
  const person = newId<PersonId>();
  return keyringOf({ person, ...(await makeAccountKeys(person)) });
}
