import type { Bytes } from "#domain/bytes.ts";
import type { SignInName } from "#domain/account.ts";
import type { Secret } from "#domain/crypto/port.ts";
import type { Index } from "#domain/index-schema.ts";
import type { PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { Result } from "#domain/result.ts";

/**
 * What a person can do while unlocked. The keys behind it cannot be taken out; after locking every
 * method that needs one rejects with {@link Locked}.
 */
export type Keyring = {
  readonly person: PersonId;
  readonly name: SignInName;
  /** Ed25519, public. */
  readonly signingKey: Bytes;
  /** X25519, public. */
  readonly boxKey: Bytes;
  /** Whether this device was told to remember; if not, nothing may be kept on it. */
  readonly remembered: boolean;

  /** Ed25519 over exactly these bytes. */
  readonly sign: (message: Uint8Array) => Promise<Bytes>;
  /** Opens what was wrapped to this person (HPKE, see crypto/hpke.ts). */
  readonly openFrom: (
    wrapped: Uint8Array,
    info: Uint8Array,
  ) => Promise<Result<Bytes, "cannot-open">>;

  /** Seals the 32 random bytes of an own piece's key, for this person alone. */
  readonly wrapPieceKey: (piece: PieceId, raw: Uint8Array) => Promise<Bytes>;
  readonly unwrapPieceKey: (
    piece: PieceId,
    sealed: Uint8Array,
  ) => Promise<Result<Secret, "cannot-open">>;
  /** Seals the key of an offered version for its author. */
  readonly wrapVersionKey: (version: VersionId, raw: Uint8Array) => Promise<Bytes>;
  readonly unwrapVersionKey: (
    version: VersionId,
    sealed: Uint8Array,
  ) => Promise<Result<Bytes, "cannot-open">>;

  readonly index: SealedIndex;
};

/** What this person's devices share: see domain/index-schema.ts. */
export type SealedIndex = {
  /** As it was last seen or changed here. */
  readonly current: () => Index;
  /** The version of {@link SealedIndex.current}. */
  readonly version: () => number;
  /**
   * Changes it on the server and here. `change` must be pure: it is called again on a newer index when
   * another device was faster. Refused as `locked` once the keys are dropped, or with the server's code
   * (`offline`, `not-signed-in` …). `replace` asks the server to take it, if it shall not go alone.
   */
  readonly update: (
    change: (index: Index) => Index,
    replace?: ReplaceIndex,
  ) => Promise<Result<Index>>;
  /** Fetches what other devices have changed. */
  readonly refresh: () => Promise<Result<Index>>;
  /** Called after each change. Returns how to stop. */
  readonly subscribe: (listener: (index: Index) => void) => () => void;
};

/** Has the server take this index, to follow that of `version`; `index-moved` if another stands there. */
export type ReplaceIndex = (next: {
  readonly version: number;
  readonly sealed: Bytes;
}) => Promise<Result<{ readonly version: number }>>;

/** The keys were dropped meanwhile. */
export class Locked extends Error {
  override name = "Locked";
}

/** Whoever is unlocked in this tab now. */
export type CurrentKeyring = {
  readonly current: () => Keyring | null;
  /** Called with the keyring after unlocking, with `null` after locking. Returns how to stop. */
  readonly subscribe: (listener: (keyring: Keyring | null) => void) => () => void;
};
