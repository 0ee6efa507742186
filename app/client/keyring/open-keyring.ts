import type { SignInName } from "#domain/account.ts";
import { sealedPieceKeyData, sealedVersionKeyData } from "#domain/crypto/account-format.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Index } from "#domain/index-schema.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Api } from "../api.ts";
import { unwrapWith } from "../crypto/hpke.ts";
import { aeadOf, secretFrom } from "../crypto/secret.ts";
import type { UnlockedKeys } from "../secrets/secrets-worker.ts";
import type { SealedIndexCopy } from "./device-vault.ts";
import { Locked, type Keyring } from "./keyring.ts";
import { createSealedIndex } from "./sealed-index.ts";

export type OpenKeyring = {
  readonly keyring: Keyring;
  /** Drops the keys: from now on whatever needs one rejects with {@link Locked}. */
  readonly drop: () => void;
};

export type KeyringOptions = {
  readonly api: Api;
  readonly person: PersonId;
  readonly name: SignInName;
  readonly keys: UnlockedKeys;
  readonly remembered: boolean;
  readonly version: number;
  readonly index: Index;
  readonly keepIndex: (copy: SealedIndexCopy) => Promise<void>;
};

export function openKeyring(options: KeyringOptions): OpenKeyring {
  const { api, person, name, remembered, version, index, keepIndex } = options;
  const { signingKey, boxKey } = options.keys;
  let held: UnlockedKeys | null = options.keys;

  function keys(): UnlockedKeys {
    if (!held) throw new Locked("the keys have been dropped");
    return held;
  }

  const keyring: Keyring = {
    person,
    name,
    signingKey,
    boxKey,
    remembered,
    sign: async (message) =>
      new Uint8Array(
        await crypto.subtle.sign({ name: "Ed25519" }, keys().signing, new Uint8Array(message)),
      ),
    openFrom: async (wrapped, info) => unwrapWith(keys().box, wrapped, info),
    wrapPieceKey: async (piece, raw) => aeadOf(keys().pieces).seal(raw, sealedPieceKeyData(piece)),
    unwrapPieceKey: async (piece, sealed) => {
      const raw = await aeadOf(keys().pieces).open(sealed, sealedPieceKeyData(piece));
      return raw ? ok(await secretFrom(raw)) : refuse("cannot-open");
    },
    wrapVersionKey: async (id, raw) => aeadOf(keys().versions).seal(raw, sealedVersionKeyData(id)),
    unwrapVersionKey: async (id, sealed) => {
      const raw = await aeadOf(keys().versions).open(sealed, sealedVersionKeyData(id));
      return raw ? ok(raw) : refuse("cannot-open");
    },
    index: createSealedIndex({
      api,
      person,
      key: () => keys().index,
      version,
      index,
      keep: keepIndex,
    }),
  };
  return { keyring, drop: () => (held = null) };
}
