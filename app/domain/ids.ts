import * as z from "zod";
import { fromBase64Url, toBase64Url, type Bytes } from "./bytes.ts";

/**
 * Ids are 16 random bytes in base64url (22 characters): they carry no time and no order, so that
 * nobody can tell from an id when, or how often, something was made.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Id<"person">;
export type RoomId = Id<"room">;
export type PieceId = Id<"piece">;
export type VersionId = Id<"version">;
export type LineId = Id<"line">;
export type StreamId = Id<"stream">;
export type RoundId = Id<"round">;
export type PageId = Id<"page">;
export type InvitationId = Id<"invitation">;

export const ID_BYTES = 16;
const SHAPE = /^[A-Za-z0-9_-]{21}[AQgw]$/;

const idSchema = <T extends string>() =>
  z.custom<T>((value) => typeof value === "string" && SHAPE.test(value), "not an id");

export const personId = idSchema<PersonId>();
export const roomId = idSchema<RoomId>();
export const pieceId = idSchema<PieceId>();
export const versionId = idSchema<VersionId>();
export const lineId = idSchema<LineId>();
export const roundId = idSchema<RoundId>();
export const pageId = idSchema<PageId>();
export const invitationId = idSchema<InvitationId>();

/** The id made of these 16 random bytes. Throws for any other length. */
export function idOf<T extends string>(random: Uint8Array): T {
  if (random.length !== ID_BYTES) throw new RangeError("an id is 16 bytes");
  return toBase64Url(random) as T;
}

/** The 16 bytes of an id, as they stand on the wire and in additional data. */
export function idBytes(id: string): Bytes {
  const bytes = SHAPE.test(id) ? fromBase64Url(id) : null;
  if (!bytes) throw new RangeError("not an id");
  return bytes;
}
