import type { SignInName } from "#domain/account.ts";
import type { Clock } from "#domain/ports.ts";
import type { Result } from "#domain/result.ts";
import {
  changePassword,
  confirm,
  deleteAccount,
  lock,
  restore,
  sessionEnded,
  signOut,
  touch,
  unlock,
} from "./account-device.ts";
import { recover, signIn, signUp } from "./account-entry.ts";
import type { AccountParts } from "./account-parts.ts";
import {
  confirmRecoveryWords,
  makeNewWords,
  pendingRecoveryWords,
  showRecoveryWords,
} from "./account-words.ts";
import type { Api } from "./api.ts";
import type { DeviceVault } from "./keyring/device-vault.ts";
import { createHolder } from "./keyring/holder.ts";
import { newKeys } from "./new-keys.ts";
import type { CurrentKeyring } from "./keyring/keyring.ts";
import type { SecretsWorker } from "./secrets/secrets-worker.ts";
import { memoryMark, unendedSession, type SessionMark } from "./unended-session.ts";

/**
 * A person's account as a browser has it. Refusals beside those named here are those of the way there:
 * `offline`, `fault`, `too-many`.
 */
export type Account = {
  readonly keyring: CurrentKeyring;

  /**
   * Makes an account and unlocks it. `bad-word`: not 2 to 20 letters a-z; `bad-password`: see
   * password-strength.ts; `word-full`: choose another word. The recovery words wait in
   * {@link Account.pendingRecoveryWords}.
   */
  readonly signUp: (input: {
    readonly word: string;
    readonly password: string;
    /** Whether this device may keep anything; no on a shared one. */
    readonly remember: boolean;
  }) => Promise<Result<{ readonly name: SignInName }>>;

  /** `wrong-credentials` for an unknown name, a wrong password, and what can be no name, alike. */
  readonly signIn: (input: {
    readonly name: string;
    readonly password: string;
    readonly remember: boolean;
  }) => Promise<Result<{ readonly name: SignInName }>>;

  /**
   * How this tab stands after it has been loaded: unlocked again if this device remembers and was not
   * idle for too long; `locked` with the name to unlock; or `signed-out`.
   */
  readonly restore: () => Promise<Standing>;

  /**
   * Unlocks a remembered device, without the network if need be. `wrong-credentials`: not the
   * password; `not-remembered`: sign in instead.
   */
  readonly unlock: (password: string) => Promise<Result<{ readonly name: SignInName }>>;

  /** Drops the keys, here and in the other tabs. The session and what is remembered stay. */
  readonly lock: () => Promise<void>;

  /**
   * Ends the session, and forgets everything that this device remembers. Without a network the session is
   * ended later, by {@link Account.endLeftSession} or before anybody signs in here.
   */
  readonly signOut: () => Promise<void>;

  /** The server has ended the session: forgets as signing out does, and there is nothing to end later. */
  readonly sessionEnded: () => Promise<void>;

  /** Ends the session of who signed out here while the server was out of reach. */
  readonly endLeftSession: () => Promise<void>;

  /**
   * By the recovery words: a new password, new words (they wait as after signing up), and every session
   * ended but this. `wrong-credentials` for an unknown name and wrong words alike.
   */
  readonly recover: (input: {
    readonly name: string;
    readonly words: string;
    readonly password: string;
    readonly remember: boolean;
  }) => Promise<Result<{ readonly name: SignInName }>>;

  /** Ends every other session. `wrong-credentials`: not the password of now. */
  readonly changePassword: (input: {
    readonly current: string;
    readonly next: string;
  }) => Promise<Result<null>>;

  /**
   * The password once more, for what cannot be undone: what was refused as `confirm-again` can be asked
   * for in the next five minutes. `wrong-credentials`: not the password.
   */
  readonly confirm: (password: string) => Promise<Result<null>>;

  /** Deletes the account, and forgets everything here. `confirm-again`: see {@link Account.confirm}. */
  readonly deleteAccount: () => Promise<Result<null>>;

  /** The twelve words until they are confirmed; `null` when there is nothing to show. */
  readonly pendingRecoveryWords: () => readonly string[] | null;

  /**
   * The same, to be shown: only if the server says that the password was given a moment ago. Refused as
   * `confirm-again`, see {@link Account.confirm}.
   */
  readonly showRecoveryWords: () => Promise<Result<readonly string[] | null>>;

  /** Two of the words typed back, each with its place (from 0): `wrong-words` if either differs. */
  readonly confirmRecoveryWords: (
    typed: readonly { readonly place: number; readonly word: string }[],
  ) => Promise<Result<null>>;

  /**
   * Other recovery words, for somebody who has lost theirs: the old ones open nothing from then on. They
   * wait in {@link Account.pendingRecoveryWords}. `wrong-credentials`: not the password.
   */
  readonly makeNewWords: (password: string) => Promise<Result<null>>;

  /**
   * New keys, with a new password and new words (they wait as after signing up): everything that hangs on
   * the old ones is replaced in one step, every other session ends, and the others of all rooms are told.
   * `wrong-credentials`: not the password of now; `bad-password`: the next one is no good, or the same.
   * The keyring is another one afterwards. Refused as `offline`, it may have been done all the same: then
   * the new password signs in.
   */
  readonly newKeys: (input: {
    readonly current: string;
    readonly next: string;
  }) => Promise<Result<null>>;

  /** Somebody is here: puts off the idle time after which a reload finds the device locked. */
  readonly touch: () => Promise<void>;
};

export type Standing =
  | { readonly is: "unlocked" }
  | { readonly is: "locked"; readonly name: SignInName }
  | { readonly is: "signed-out" };

export type AccountOptions = {
  readonly api: Api;
  readonly secrets: SecretsWorker;
  readonly vault: DeviceVault;
  readonly clock: Clock;
  /** This page's own, if none is given. */
  readonly mark?: SessionMark;
};

/** The account of one browser, or in Node of what plays one. */
export function createAccount({ mark = memoryMark(), ...options }: AccountOptions): Account {
  const holder = createHolder();
  const session = unendedSession(options.api, mark);
  const parts: AccountParts = { ...options, holder, session };
  return {
    keyring: holder,
    signUp: signUp(parts),
    signIn: signIn(parts),
    restore: restore(parts),
    unlock: unlock(parts),
    lock: lock(parts),
    signOut: signOut(parts),
    sessionEnded: sessionEnded(parts),
    endLeftSession: session.endIt,
    recover: recover(parts),
    changePassword: changePassword(parts),
    confirm: confirm(parts),
    deleteAccount: deleteAccount(parts),
    touch: touch(parts),
    pendingRecoveryWords: () => pendingRecoveryWords(parts),
    showRecoveryWords: showRecoveryWords(parts),
    confirmRecoveryWords: confirmRecoveryWords(parts),
    makeNewWords: makeNewWords(parts),
    newKeys: newKeys(parts),
  };
}
