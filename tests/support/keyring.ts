import type { SignInName } from "#domain/account.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { emptyIndex } from "#domain/index-schema.ts";
import { refuse } from "#domain/result.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { openKeyring } from "#client/keyring/open-keyring.ts";
import { unlockedKeys } from "#client/secrets/account-keys.ts";

/** The keyring of somebody without an account. Throws if the identity does not open. */
export async function keyringOf(account: {
  readonly person: PersonId;
  readonly accountKey: Bytes;
  readonly identity: Bytes;
}): Promise<Keyring> {
  const { person, accountKey, identity } = account;
  const keys = await unlockedKeys(accountKey, person, identity);
  if (!keys) throw new Error("the identity does not open");
  const nowhere = async () => refuse("offline");
  return openKeyring({
    api: { origin: "", get: nowhere, post: nowhere, cookie: () => "" },
    person,
    name: "heron-4821" as SignInName,
    keys,
    remembered: false,
    version: 0,
    index: emptyIndex(),
    keepIndex: async () => {},
  }).keyring;
}
