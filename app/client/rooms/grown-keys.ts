import { sha256 } from "#client/crypto/digest.ts";
import { isSoundBoxKey } from "#client/crypto/signatures.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { keysAfter } from "#domain/consent/keys.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import type { FormerKeyEntry } from "#domain/index-schema.ts";
import type { StatementView } from "#domain/statement-view.ts";
import { holds } from "./signed.ts";

/** Keys of somebody, as they were pinned or as they have grown since. */
type Keyed = {
  readonly person: PersonId;
  readonly signingKey: Uint8Array;
  readonly boxKey?: Uint8Array;
  readonly before?: readonly FormerKeyEntry[] | undefined;
};

/**
 * The same with every change of keys that these statements tell, in whatever order they come. A change
 * counts if the keys of before it have signed it, in this room and further on in the chain: the server can
 * keep one from us, and cannot make one up.
 */
export function grownKeys<Keys extends Keyed>(
  keys: Keys,
  room: RoomId,
  statements: readonly StatementView[],
): Keys {
  let grown = keys;
  for (;;) {
    const next = nextKeys(grown, room, statements);
    if (!next) return grown;
    grown = next;
  }
}

function nextKeys<Keys extends Keyed>(
  keys: Keys,
  room: RoomId,
  statements: readonly StatementView[],
): Keys | null {
  const { person, signingKey, before = [] } = keys;
  const signer = { room, person, signingKey: toBase64Url(signingKey) };
  for (const statement of statements) {
    const after = keysAfter(statement, signer, { sha256, verify: holds });
    if (!after || !isSoundBoxKey(decoded(after.keys.boxKey))) continue;
    const { link, day } = after.head;
    if (link.n <= (before.at(-1)?.upTo ?? 0)) continue;
    return {
      ...keys,
      signingKey: decoded(after.keys.signingKey),
      boxKey: decoded(after.keys.boxKey),
      before: [...before, { signingKey: new Uint8Array(signingKey), upTo: link.n, on: day }],
    };
  }
  return null;
}
