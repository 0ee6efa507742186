import * as z from "zod";
import {
  hash,
  indexNext,
  opaqueMessage,
  publicKey,
  sealedAccountKey,
  sealedIdentity,
  ticket,
} from "./account.ts";
import { statement, wrappedKey } from "./consent/commands.ts";
import { personId, pieceId, roomId, versionId } from "./ids.ts";

/**
 * New keys after a suspected compromise: another account key and another identity. Everything that is
 * wrapped under the old ones is wrapped anew, on the device, and replaced in one step, or not at all.
 */

/** POST /api/account/keys/start: a login with the password of now and a registration of the next. */
export const keysStart = z.object({ login: opaqueMessage, request: opaqueMessage });

const wrappedRoom = z.object({
  room: roomId,
  /** The room's key, wrapped to this person; null while they are alone in it. */
  key: wrappedKey.nullable(),
});
const wrappedPiece = z.object({ piece: pieceId, sealed: wrappedKey });
const ownedVersion = z.object({ version: versionId, ownerKey: wrappedKey });
const receivedVersion = z.object({ version: versionId, wrappedKey });

/** Everything of a person that hangs on their account key or their box key. */
export const wrapped = z.object({
  rooms: z.array(
    wrappedRoom.extend({
      /** Somebody else is there, and is to be told. */
      paired: z.boolean(),
    }),
  ),
  /** Keys of own pieces. */
  pieces: z.array(wrappedPiece),
  /** Keys of versions of theirs, for themself. */
  versions: z.array(ownedVersion),
  /** Keys of versions of others that they opened. */
  received: z.array(receivedVersion.extend({ piece: pieceId, author: personId })),
});

export const keysStarted = z.object({
  login: opaqueMessage,
  response: opaqueMessage,
  ticket,
  accountKey: sealedAccountKey,
  identity: sealedIdentity,
  wrapped,
});

/** POST /api/account/keys/finish. What is wrapped stands in the order in which it was given out. */
export const keysFinish = z.object({
  ticket,
  proof: opaqueMessage,
  record: opaqueMessage,
  byPassword: sealedAccountKey,
  byWords: sealedAccountKey,
  recoveryHash: hash,
  signingKey: publicKey,
  boxKey: publicKey,
  identity: sealedIdentity,
  index: indexNext,
  rooms: z.array(
    wrappedRoom.extend({
      /** By the old signing key; null where nobody else is. */
      statement: statement.nullable(),
    }),
  ),
  pieces: z.array(wrappedPiece),
  versions: z.array(ownedVersion),
  received: z.array(receivedVersion),
});

export type KeysStart = z.output<typeof keysStart>;
export type KeysStarted = z.output<typeof keysStarted>;
export type KeysFinish = z.output<typeof keysFinish>;
export type Wrapped = z.output<typeof wrapped>;
