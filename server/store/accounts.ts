import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";

/** What the account services keep. `null` and `false` are answers; every method throws on a fault. */

export type StoredAccount = {
  readonly person: PersonId;
  readonly nameHash: Bytes;
  readonly opaqueRecord: string;
  readonly signingKey: Bytes;
  readonly boxKey: Bytes;
  readonly identity: Bytes;
  readonly recoveryHash: Bytes;
  readonly byPassword: Bytes;
  readonly byWords: Bytes;
  readonly index: { readonly version: number; readonly sealed: Bytes };
};

export type StoredSession = {
  readonly tokenHash: Bytes;
  /** Public: names the session in lists and to the relay. */
  readonly id: string;
  readonly person: PersonId;
  /** Milliseconds since 1970, like the two below. */
  readonly createdAt: number;
  readonly seenAt: number;
  /** When a password or words were last given in it. */
  readonly confirmedAt: number;
  /** Whether its browser keeps it; on a shared device it does not live long here either. */
  readonly remember: boolean;
  /** Roughly what browser it is, until somebody on an older one has said that it was them. */
  readonly arrival: string | null;
};

/** Everything that recovery replaces; the index is the one to follow that of `index.version`. */
export type Renewal = Pick<
  StoredAccount,
  "opaqueRecord" | "recoveryHash" | "byPassword" | "byWords" | "index"
>;
/** What new words replace; the index is the one to follow that of `index.version`. */
export type NewWords = Pick<StoredAccount, "recoveryHash" | "byWords" | "index">;
export type Proofs = Pick<StoredAccount, "opaqueRecord" | "recoveryHash">;
export type NewPassword = Pick<StoredAccount, "opaqueRecord" | "byPassword">;

export type AccountStore = {
  readonly isNameTaken: (nameHash: Uint8Array) => Promise<boolean>;
  /** Adds the account and its first session; `false`, and nothing, if name or person is taken. */
  readonly create: (account: StoredAccount, session: StoredSession) => Promise<boolean>;
  readonly byName: (nameHash: Uint8Array) => Promise<StoredAccount | null>;
  /**
   * What a password or words are compared with before anybody is known, and nothing else: reading a
   * whole account would take longer, and so tell that there is one.
   */
  readonly proofsOf: (nameHash: Uint8Array) => Promise<Proofs | null>;
  readonly byPerson: (person: PersonId) => Promise<StoredAccount | null>;

  /**
   * Replaces password, words and index, ends every session and begins one, in one step, if the recovery
   * hash still is `expected` and the index of its version. Gives the ended sessions; `null`, and
   * nothing happens, if they are not.
   */
  readonly renew: (
    person: PersonId,
    expected: Uint8Array,
    renewal: Renewal,
    session: StoredSession,
  ) => Promise<readonly StoredSession[] | null>;
  /**
   * Replaces the words and the index, in one step, if the recovery hash still is `expected` and the index
   * of its version; says whether it did.
   */
  readonly changeWords: (
    person: PersonId,
    expected: Uint8Array,
    words: NewWords,
  ) => Promise<boolean>;
  /**
   * Replaces the password and ends every session but `kept`, in one step, if the OPAQUE record still is
   * `expected`. Gives the ended sessions; `null`, and nothing happens, if it is not.
   */
  readonly changePassword: (
    person: PersonId,
    expected: string,
    password: NewPassword,
    kept: string,
  ) => Promise<readonly StoredSession[] | null>;
  /** Sets the index and counts its version up, if it still is `version` and the account there. */
  readonly replaceIndex: (
    person: PersonId,
    version: number,
    sealed: Uint8Array,
  ) => Promise<boolean>;

  /** Begins a session, if the OPAQUE record that let it begin still is `expected`. */
  readonly addSession: (session: StoredSession, expected: string) => Promise<boolean>;
  readonly sessionByToken: (tokenHash: Uint8Array) => Promise<StoredSession | null>;
  readonly sessionsOf: (person: PersonId) => Promise<readonly StoredSession[]>;
  readonly confirmSession: (person: PersonId, id: string, at: number) => Promise<void>;
  /** Forgets what browser it is. */
  readonly recognise: (person: PersonId, id: string) => Promise<void>;
  /**
   * Deletes the account but for its id and its public keys, which the records of others rest on. Nobody
   * can sign in by it, and its name is free. Gives the sessions that ended.
   */
  readonly erase: (person: PersonId, at: number) => Promise<readonly StoredSession[]>;
  readonly touchSession: (tokenHash: Uint8Array, seenAt: number) => Promise<void>;
  /** Ends those that are there, and gives them. */
  readonly endSessions: (
    person: PersonId,
    which: { readonly only: string } | { readonly except: string | null },
  ) => Promise<readonly StoredSession[]>;
};
