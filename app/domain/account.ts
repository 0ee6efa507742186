import * as z from "zod";
import { fromBase64Url, type Bytes } from "./bytes.ts";
import { personId, type PersonId } from "./ids.ts";
import { jsonBytes } from "./json-bytes.ts";
import type { KeysFinish, KeysStart, KeysStarted } from "./new-keys.ts";
import type { Result } from "./result.ts";

/** What is asked and answered about accounts, and the two services behind it. */

// ---- names

/** A sign-in name: a word of 2 to 20 letters a-z, which the person chose, and four added digits. */
declare const brand: unique symbol;
export type SignInName = string & { readonly [brand]: "sign-in name" };

const WORD = /^[a-z]{2,20}$/;
const NAME = /^[a-z]{2,20}-[0-9]{4}$/;

export const signInWord = z.string().regex(WORD);
export const signInName = z.custom<SignInName>(
  (value) => typeof value === "string" && NAME.test(value),
  "not a sign-in name",
);

/** The word as it will stand in the name, whatever case it was typed in; `null` if it cannot be one. */
export function wordFrom(typed: string): string | null {
  const word = typed.trim().toLowerCase();
  return WORD.test(word) ? word : null;
}

/** Reads a name as people type it ("Heron 4821", "heron4821"); `null` if it cannot be one. */
export function nameFrom(typed: string): SignInName | null {
  const [, word, digits] = /^([a-z]+)[\s–-]*(\d+)$/.exec(typed.trim().toLowerCase()) ?? [];
  const name = `${word}-${digits}`;
  return NAME.test(name) ? (name as SignInName) : null;
}

// ---- the wire

/** An OPAQUE message, as the library writes it: base64url. The longest has about 320 bytes. */
export const opaqueMessage = z.string().regex(/^[A-Za-z0-9_-]{1,1024}$/);

/** Keeps a started exchange together without the server remembering it. Sealed by the server. */
export const ticket = jsonBytes({ atMost: 2048 });

export const SEALED_ACCOUNT_KEY_BYTES = 60;
export const sealedAccountKey = jsonBytes({ exactly: SEALED_ACCOUNT_KEY_BYTES });
export const SEALED_IDENTITY_BYTES = 92;
export const sealedIdentity = jsonBytes({ exactly: SEALED_IDENTITY_BYTES });
export const publicKey = jsonBytes({ exactly: 32 });
export const hash = jsonBytes({ exactly: 32 });
/** 1 MiB: some ten thousand pieces. */
const sealedIndex = jsonBytes({ atMost: 1 << 20 });

/** The index that shall follow the one of this version. */
export const indexNext = z.object({ version: z.int().nonnegative(), sealed: sealedIndex });

export const registrationStart = z.object({ word: signInWord, request: opaqueMessage });
export const registrationStarted = z.object({
  name: signInName,
  response: opaqueMessage,
  ticket,
});
export const registrationFinish = z.object({
  ticket,
  record: opaqueMessage,
  person: personId,
  signingKey: publicKey,
  boxKey: publicKey,
  identity: sealedIdentity,
  byPassword: sealedAccountKey,
  byWords: sealedAccountKey,
  recoveryHash: hash,
  index: sealedIndex,
  remember: z.boolean(),
});

export const loginStart = z.object({ name: signInName, request: opaqueMessage });
export const loginStarted = z.object({ response: opaqueMessage, ticket });
export const loginFinish = z.object({ ticket, proof: opaqueMessage, remember: z.boolean() });

/** What the owner's devices need, all of it sealed but for the public keys. */
export const accountView = z.object({
  person: personId,
  signingKey: publicKey,
  boxKey: publicKey,
  identity: sealedIdentity,
  index: z.object({ version: z.int().nonnegative(), sealed: sealedIndex }),
});
/** The account key comes along, sealed for the unlock that was just proven. */
export const accountOpened = z.object({ account: accountView, accountKey: sealedAccountKey });

export const recoveryStart = z.object({ name: signInName, proof: hash, request: opaqueMessage });
export const recoveryStarted = z.object({
  response: opaqueMessage,
  ticket,
  account: accountView,
  accountKey: sealedAccountKey,
});
export const recoveryFinish = z.object({
  ticket,
  record: opaqueMessage,
  byPassword: sealedAccountKey,
  byWords: sealedAccountKey,
  recoveryHash: hash,
  /** With the new words in it, so that they cannot be lost between the two. */
  index: indexNext,
  remember: z.boolean(),
});

/** A login with the password of now and a registration of the next one, side by side. */
export const passwordStart = z.object({ login: opaqueMessage, request: opaqueMessage });
export const passwordStarted = z.object({
  login: opaqueMessage,
  response: opaqueMessage,
  ticket,
  accountKey: sealedAccountKey,
});
export const passwordFinish = z.object({
  ticket,
  proof: opaqueMessage,
  record: opaqueMessage,
  byPassword: sealedAccountKey,
});

/** New words: a login with the password of now, then the unlock that they give and how to know them. */
export const wordsStart = z.object({ request: opaqueMessage });
export const wordsStarted = z.object({
  response: opaqueMessage,
  ticket,
  accountKey: sealedAccountKey,
});
export const wordsFinish = z.object({
  ticket,
  proof: opaqueMessage,
  byWords: sealedAccountKey,
  recoveryHash: hash,
  /** With the new words in it, so that they cannot be lost between the two. */
  index: indexNext,
});

/** The password of now, given once more in a session that is there. */
export const confirmStart = z.object({ request: opaqueMessage });
export const confirmStarted = z.object({ response: opaqueMessage, ticket });
export const confirmFinish = z.object({ ticket, proof: opaqueMessage });

/** The person is named, so that a tab whose session has become another's changes nothing of theirs. */
export const indexReplace = indexNext.extend({ person: personId });
export const indexReplaced = z.object({ version: z.int().nonnegative() });

export const sessionView = z.object({
  id: z.string(),
  /** Days (`YYYY-MM-DD`), not hours: a list of devices is no record of somebody's habits. */
  since: z.string(),
  seen: z.string(),
  here: z.boolean(),
  /** It signed in after this one, and nobody has said yet whether it was them. */
  arrival: z
    .object({
      /** Milliseconds since 1970. */
      at: z.number(),
      /** Roughly: see browser.ts. */
      browser: z.string(),
    })
    .nullable(),
});
export const sessionList = z.object({ sessions: z.array(sessionView) });
/** "That was me": what is known of its arrival is forgotten. */
export const sessionRecognise = z.object({ which: z.string().max(64) });
/** A session's id, or all but the one that asks. */
export const sessionEnd = z.object({ which: z.union([z.literal("others"), z.string().max(64)]) });

export type RegistrationStart = z.output<typeof registrationStart>;
export type RegistrationStarted = z.output<typeof registrationStarted>;
export type RegistrationFinish = z.output<typeof registrationFinish>;
export type LoginStart = z.output<typeof loginStart>;
export type LoginStarted = z.output<typeof loginStarted>;
export type LoginFinish = z.output<typeof loginFinish>;
export type AccountView = z.output<typeof accountView>;
export type AccountOpened = z.output<typeof accountOpened>;
export type RecoveryStart = z.output<typeof recoveryStart>;
export type RecoveryStarted = z.output<typeof recoveryStarted>;
export type RecoveryFinish = z.output<typeof recoveryFinish>;
export type PasswordStart = z.output<typeof passwordStart>;
export type PasswordStarted = z.output<typeof passwordStarted>;
export type PasswordFinish = z.output<typeof passwordFinish>;
export type WordsStart = z.output<typeof wordsStart>;
export type WordsStarted = z.output<typeof wordsStarted>;
export type WordsFinish = z.output<typeof wordsFinish>;
export type ConfirmStart = z.output<typeof confirmStart>;
export type ConfirmStarted = z.output<typeof confirmStarted>;
export type ConfirmFinish = z.output<typeof confirmFinish>;
export type IndexReplace = z.output<typeof indexReplace>;
export type SessionView = z.output<typeof sessionView>;

// ---- sessions

export const SESSION_COOKIE = "__Host-threshold";
export const SESSION_TOKEN_BYTES = 32;

/** The session's token in a `cookie` header, for whoever is handed one; `null` if there is none. */
export function sessionTokenIn(cookies: string | null | undefined): Bytes | null {
  for (const pair of cookies?.split(";") ?? []) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim() !== SESSION_COOKIE) continue;
    const token = fromBase64Url(value?.trim() ?? "");
    if (token?.length === SESSION_TOKEN_BYTES) return token;
  }
  return null;
}

/** One signed-in browser. `id` is public: it names the session in lists and to the relay. */
export type Session = { readonly id: string; readonly person: PersonId };

/** A session that has just begun. The token goes into the cookie and nowhere else. */
export type NewSession = {
  readonly session: Session;
  readonly token: Bytes;
  /** Whether the cookie outlives the browser. */
  readonly remember: boolean;
};

export type Sessions = {
  /** Whose session this is; `null` for a token that is unknown, ended or too old. */
  readonly find: (token: Bytes) => Promise<Session | null>;
  /**
   * Whether the password or the words were given in this session in the last five minutes: what cannot
   * be undone, or tells much, asks for them again.
   */
  readonly isConfirmed: (session: Session) => Promise<boolean>;
  readonly list: (session: Session) => Promise<readonly SessionView[]>;
  /** Ends one session of this person. Nothing happens if there is no such session. */
  readonly end: (person: PersonId, id: string) => Promise<void>;
  /** Ends all sessions of this person, but for `except`. */
  readonly endAll: (person: PersonId, except?: string) => Promise<void>;
  /** "That was me": nothing happens unless it began after this one. */
  readonly recognise: (session: Session, id: string) => Promise<void>;
  /** Whether {@link Sessions.list} has an arrival to show in this session. */
  readonly hasArrivals: (session: Session) => Promise<boolean>;
  /** Called when somebody's arrivals are others than before. Returns how to stop. */
  readonly onArrival: (listener: (person: PersonId) => void) => () => void;
  /** Called after a session has ended, for whoever holds sockets open. Returns how to stop. */
  readonly onEnded: (listener: (session: Session) => void) => () => void;
};

// ---- the service

export type From = {
  /** Where a request came from, for limits alone; it is never stored. */
  readonly address: string;
  /** Roughly what browser it came from: see browser.ts. */
  readonly browser?: string;
};

/**
 * Accounts. A message that the other side of the protocol could not have written is refused as
 * `bad-request`; everything that a stranger could learn from (is there such a name, was the password
 * right, were the words right) ends alike in `wrong-credentials`.
 */
export type Accounts = {
  /** Adds four digits to the word. `word-full`: no digits are free for it, or nearly none. */
  readonly startRegistration: (
    input: RegistrationStart,
    from: From,
  ) => Promise<Result<RegistrationStarted, "bad-request" | "too-many" | "word-full">>;
  /** `expired`: too long after the start, or the name is gone meanwhile: begin again. */
  readonly finishRegistration: (
    input: RegistrationFinish,
  ) => Promise<Result<{ account: AccountView; begun: NewSession }, "bad-request" | "expired">>;

  readonly startLogin: (
    input: LoginStart,
    from: From,
  ) => Promise<Result<LoginStarted, "bad-request" | "too-many">>;
  readonly finishLogin: (
    input: LoginFinish,
    from: From,
  ) => Promise<Result<{ opened: AccountOpened; begun: NewSession }, "wrong-credentials">>;

  readonly startRecovery: (
    input: RecoveryStart,
    from: From,
  ) => Promise<Result<RecoveryStarted, "bad-request" | "too-many" | "wrong-credentials">>;
  /**
   * Replaces password, words and index and ends every session; then one begins here. `expired`: too long
   * after the start, or words or index have changed meanwhile: begin again.
   */
  readonly finishRecovery: (
    input: RecoveryFinish,
    from: From,
  ) => Promise<Result<{ begun: NewSession }, "bad-request" | "expired">>;

  readonly startPassword: (
    session: Session,
    input: PasswordStart,
    from: From,
  ) => Promise<Result<PasswordStarted, "bad-request" | "too-many">>;
  /** Replaces the password and ends every other session. */
  readonly finishPassword: (
    session: Session,
    input: PasswordFinish,
    from: From,
  ) => Promise<Result<null, "bad-request" | "wrong-credentials">>;

  readonly startWords: (
    session: Session,
    input: WordsStart,
    from: From,
  ) => Promise<Result<WordsStarted, "bad-request" | "too-many">>;
  /** Replaces the words and the index. `index-moved`: the index or the words have changed meanwhile. */
  readonly finishWords: (
    session: Session,
    input: WordsFinish,
    from: From,
  ) => Promise<Result<{ version: number }, "wrong-credentials" | "index-moved">>;

  /** New keys: see new-keys.ts. `confirm-again`: see {@link Sessions.isConfirmed}. */
  readonly startKeys: (
    session: Session,
    input: KeysStart,
    from: From,
  ) => Promise<Result<KeysStarted, "bad-request" | "too-many" | "confirm-again">>;
  /**
   * Replaces password, words, identity, index and everything that is wrapped under them, in one step or
   * not at all, and ends every other session. `moved-on`: something has changed since the start: begin
   * again. Doing it twice is doing it once.
   */
  readonly finishKeys: (
    session: Session,
    input: KeysFinish,
    from: From,
  ) => Promise<Result<null, "moved-on" | "bad-statement" | "wrong-credentials" | "confirm-again">>;

  /** The password once more: see {@link Sessions.isConfirmed}. */
  readonly startConfirm: (
    session: Session,
    input: ConfirmStart,
    from: From,
  ) => Promise<Result<ConfirmStarted, "bad-request" | "too-many">>;
  readonly finishConfirm: (
    session: Session,
    input: ConfirmFinish,
    from: From,
  ) => Promise<Result<null, "wrong-credentials">>;

  /**
   * Leaves every room, deletes what is theirs alone, and ends every session. What stays of the account
   * is its id and its public keys, by which the record of the other holds.
   */
  readonly deleteAccount: (session: Session) => Promise<Result<null, "confirm-again">>;

  readonly account: (person: PersonId) => Promise<Result<AccountView, "not-here">>;
  /**
   * Compare and set: `index-moved` unless `version` is the one that stands; `not-signed-in` if the
   * index is somebody else's.
   */
  readonly replaceIndex: (
    person: PersonId,
    input: IndexReplace,
  ) => Promise<Result<{ version: number }, "index-moved" | "not-signed-in">>;
};
