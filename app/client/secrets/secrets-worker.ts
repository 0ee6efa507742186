import type { Rewrapped, Wraps } from "./rewrap.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";

/**
 * The place where passwords, words and the raw account key are handled: a worker in the browser, the
 * same code in-process in Node. What comes out is sealed, public, or a key that cannot be exported.
 */
export type SecretsWorker = {
  readonly call: <Name extends keyof SecretsCalls>(
    name: Name,
    input: SecretsCalls[Name]["input"],
  ) => Promise<SecretsCalls[Name]["output"]>;
  /** Ends it, with whatever it still had in memory; the next call starts another. */
  readonly end: () => void;
};

/** An OPAQUE exchange that waits for the server's answer. */
export type Exchange = { readonly state: string; readonly message: string };

/** What is kept while unlocked. None of these keys can be exported. */
export type UnlockedKeys = {
  readonly signing: CryptoKey;
  readonly box: CryptoKeyPair;
  readonly index: CryptoKey;
  readonly pieces: CryptoKey;
  readonly versions: CryptoKey;
  readonly signingKey: Bytes;
  readonly boxKey: Bytes;
};

/**
 * The account key as a remembered device keeps it: sealed by the password (Argon2id with this salt)
 * and once more by the device's own key, so that neither alone opens it.
 */
export type DeviceUnlock = {
  readonly deviceKey: CryptoKey;
  readonly salt: Bytes;
  readonly sealed: Bytes;
};

/** New words, the unlock that they give, and how the server will know them. */
export type NewWords = {
  readonly byWords: Bytes;
  readonly recoveryHash: Bytes;
  readonly words: readonly string[];
};

/** Both unlocks made anew, and how the server will know them. */
export type NewUnlocks = NewWords & {
  readonly record: string;
  readonly byPassword: Bytes;
};

export type SecretsCalls = {
  readonly startRegistration: { input: { password: string }; output: Exchange };
  readonly startLogin: { input: { password: string }; output: Exchange };

  /** A new account: keys, unlocks and words are made here. */
  readonly createAccount: {
    input: {
      password: string;
      state: string;
      response: string;
      person: PersonId;
      remember: boolean;
    };
    output: {
      keys: UnlockedKeys;
      identity: Bytes;
      unlocks: NewUnlocks;
      device: DeviceUnlock | null;
    };
  };

  /** `null`: not the password, or the server has no such name. */
  readonly finishLogin: {
    input: { password: string; state: string; response: string };
    output: { proof: string; unlock: CryptoKey } | null;
  };

  /** What recovery words give: how to prove them and what they unlock. `null` if they are not words. */
  readonly readWords: {
    input: { words: readonly string[] };
    output: { proof: Bytes; unlock: CryptoKey } | null;
  };

  /** Opens an account with an unlock; `null` if it does not open. */
  readonly open: {
    input: {
      kind: "password" | "recovery";
      unlock: CryptoKey;
      accountKey: Bytes;
      person: PersonId;
      identity: Bytes;
      /** The password to remember on this device, if it shall. */
      remember: string | null;
    };
    output: { keys: UnlockedKeys; device: DeviceUnlock | null } | null;
  };

  /** Opens an account on a device that remembers it, without any network; `null`: not the password. */
  readonly openOnDevice: {
    input: { password: string; device: DeviceUnlock; person: PersonId; identity: Bytes };
    output: { keys: UnlockedKeys } | null;
  };

  /** After recovery: a new password and new words for the same account key. */
  readonly renewUnlocks: {
    input: {
      unlock: CryptoKey;
      accountKey: Bytes;
      person: PersonId;
      password: string;
      state: string;
      response: string;
    };
    output: NewUnlocks | null;
  };

  /** Other words for the same account key; the password stays. */
  readonly renewWords: {
    input: { unlock: CryptoKey; accountKey: Bytes; person: PersonId };
    output: NewWords | null;
  };

  /**
   * Another account key and another identity, with a new password and new words, and everything that is
   * wrapped under the old ones wrapped anew. `null` if the unlock does not open the old ones.
   */
  readonly renewKeys: {
    input: {
      unlock: CryptoKey;
      accountKey: Bytes;
      identity: Bytes;
      person: PersonId;
      password: string;
      state: string;
      response: string;
      /** Whether this device shall remember. */
      remember: boolean;
      wraps: Wraps;
    };
    output: {
      keys: UnlockedKeys;
      identity: Bytes;
      unlocks: NewUnlocks;
      device: DeviceUnlock | null;
      rewrapped: Rewrapped;
    } | null;
  };

  /** Another password for the same account key; the words stay. */
  readonly renewPassword: {
    input: {
      unlock: CryptoKey;
      accountKey: Bytes;
      person: PersonId;
      password: string;
      state: string;
      response: string;
    };
    output: { record: string; byPassword: Bytes } | null;
  };
};
