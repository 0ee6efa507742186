import { client, ready } from "@serenity-kit/opaque";
import { fromBase64Url, type Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import {
  makeAccountKeys,
  openAccountKey,
  sealAccountKey,
  unlockedKeys,
  unlockKeyFrom,
} from "./account-keys.ts";
import { makeDeviceUnlock, openDeviceUnlock, type Stretching } from "./device-unlock.ts";
import { keysOfWords, makeWords } from "./recovery-words.ts";
import { rewrap } from "./rewrap.ts";
import type { NewUnlocks, NewWords, SecretsCalls } from "./secrets-worker.ts";

/** What the worker does, wherever it runs. */
export type SecretsHandlers = {
  readonly [Name in keyof SecretsCalls]: (
    input: SecretsCalls[Name]["input"],
  ) => Promise<SecretsCalls[Name]["output"]>;
};

type Registering = {
  readonly password: string;
  readonly state: string;
  readonly response: string;
  readonly person: PersonId;
};

/** The unlock that OPAQUE's export key gives. */
function passwordKey(exportKey: string): Promise<CryptoKey> {
  const bytes = fromBase64Url(exportKey);
  if (!bytes) throw new Error("the export key is not base64url");
  return unlockKeyFrom("password", bytes);
}

/** The calls, with passwords stretched this much. */
export function secretsHandlers(stretching: Stretching): SecretsHandlers {
  const keyStretching = { "argon2id-custom": stretching };

  async function sealForPassword(input: Registering, accountKey: Bytes) {
    const finished = client.finishRegistration({
      password: input.password,
      clientRegistrationState: input.state,
      registrationResponse: input.response,
      keyStretching,
    });
    const unlock = await passwordKey(finished.exportKey);
    const byPassword = await sealAccountKey("password", unlock, input.person, accountKey);
    return { record: finished.registrationRecord, byPassword };
  }

  async function sealForNewWords(person: PersonId, accountKey: Bytes): Promise<NewWords> {
    const words = makeWords();
    const recovery = await keysOfWords(words);
    if (!recovery) throw new Error("new words do not read as words");
    return {
      byWords: await sealAccountKey("recovery", recovery.unlock, person, accountKey),
      recoveryHash: recovery.proofHash,
      words,
    };
  }

  const makeUnlocks = async (input: Registering, accountKey: Bytes): Promise<NewUnlocks> => ({
    ...(await sealForPassword(input, accountKey)),
    ...(await sealForNewWords(input.person, accountKey)),
  });

  async function makeAccount(input: Registering & { readonly remember: boolean }) {
    const { person, password, remember } = input;
    const { accountKey, identity } = await makeAccountKeys(person);
    const keys = await unlockedKeys(accountKey, person, identity);
    if (!keys) throw new Error("a new identity does not open");
    const unlocks = await makeUnlocks(input, accountKey);
    const device = remember
      ? await makeDeviceUnlock(password, person, accountKey, stretching)
      : null;
    accountKey.fill(0);
    return { keys, identity, unlocks, device };
  }

  return {
    startRegistration: async ({ password }) => {
      await ready;
      const started = client.startRegistration({ password });
      return { state: started.clientRegistrationState, message: started.registrationRequest };
    },

    startLogin: async ({ password }) => {
      await ready;
      const started = client.startLogin({ password });
      return { state: started.clientLoginState, message: started.startLoginRequest };
    },

    createAccount: async (input) => {
      await ready;
      return makeAccount(input);
    },

    finishLogin: async ({ password, state, response }) => {
      await ready;
      const finished = client.finishLogin({
        password,
        clientLoginState: state,
        loginResponse: response,
        keyStretching,
      });
      if (!finished) return null;
      return {
        proof: finished.finishLoginRequest,
        unlock: await passwordKey(finished.exportKey),
      };
    },

    readWords: async ({ words }) => {
      const keys = await keysOfWords(words);
      return keys && { proof: keys.proof, unlock: keys.unlock };
    },

    open: async ({ kind, unlock, accountKey: sealed, person, identity, remember }) => {
      const accountKey = await openAccountKey(kind, unlock, person, sealed);
      const keys = accountKey && (await unlockedKeys(accountKey, person, identity));
      if (!accountKey || !keys) return null;
      const device =
        remember === null ? null : await makeDeviceUnlock(remember, person, accountKey, stretching);
      accountKey.fill(0);
      return { keys, device };
    },

    openOnDevice: async ({ password, device, person, identity }) => {
      const accountKey = await openDeviceUnlock(password, person, device, stretching);
      const keys = accountKey && (await unlockedKeys(accountKey, person, identity));
      accountKey?.fill(0);
      return keys && { keys };
    },

    renewUnlocks: async (input) => {
      await ready;
      const { unlock, person } = input;
      const accountKey = await openAccountKey("recovery", unlock, person, input.accountKey);
      if (!accountKey) return null;
      const unlocks = await makeUnlocks(input, accountKey);
      accountKey.fill(0);
      return unlocks;
    },

    renewWords: async ({ unlock, person, accountKey: sealed }) => {
      const accountKey = await openAccountKey("password", unlock, person, sealed);
      if (!accountKey) return null;
      const renewed = await sealForNewWords(person, accountKey);
      accountKey.fill(0);
      return renewed;
    },

    renewKeys: async (input) => {
      await ready;
      const { unlock, person, identity, wraps } = input;
      const accountKey = await openAccountKey("password", unlock, person, input.accountKey);
      const before = accountKey && (await unlockedKeys(accountKey, person, identity));
      accountKey?.fill(0);
      if (!before) return null;
      const made = await makeAccount(input);
      return { ...made, rewrapped: await rewrap(person, wraps, before, made.keys) };
    },

    renewPassword: async (input) => {
      await ready;
      const { unlock, person } = input;
      const accountKey = await openAccountKey("password", unlock, person, input.accountKey);
      if (!accountKey) return null;
      const renewed = await sealForPassword(input, accountKey);
      accountKey.fill(0);
      return renewed;
    },
  };
}
