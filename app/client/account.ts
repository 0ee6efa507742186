import type { SignInName } from "#domain/account.ts";
import type { Result } from "#domain/result.ts";
import type { CurrentKeyring } from "./keyring/keyring.ts";

/**
 * A person's account as a browser has it. Refusals beside those named here are those of the way there:
 * `offline`, `fault`, `too-many`.
 */
export type Account = {
  readonly keyring: CurrentKeyring;

  /**
   * Makes an account and unlocks it. `bad-word`: not 2 to 20 letters a-z; `bad-password`: see
   * {@link passwordStrength}; `word-full`: choose another word. The recovery words wait in
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

  /** Ends the session, and forgets everything that this device remembers. Works offline too. */
  readonly signOut: () => Promise<void>;

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

  /** The twelve words until they are confirmed; `null` when there is nothing to show. */
  readonly pendingRecoveryWords: () => readonly string[] | null;

  /** Two of the words typed back, each with its place (from 0): `wrong-words` if either differs. */
  readonly confirmRecoveryWords: (
    typed: readonly { readonly place: number; readonly word: string }[],
  ) => Promise<Result<null>>;

  /** Somebody is here: puts off the idle time after which a reload finds the device locked. */
  readonly touch: () => Promise<void>;
};

export type Standing =
  | { readonly is: "unlocked" }
  | { readonly is: "locked"; readonly name: SignInName }
  | { readonly is: "signed-out" };
