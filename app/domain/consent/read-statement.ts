import { Reader } from "../binary.ts";
import { toBase64Url } from "../bytes.ts";
import type { Encoded } from "../encoded.ts";
import { idOf, ID_BYTES, type LineId, type PieceId, type RoundId, type VersionId } from "../ids.ts";
import { unreachable } from "../result.ts";
import { HASH_BYTES, readHead, type StatementHead, type StatementKind } from "./record.ts";

/**
 * What a statement says, read from its body alone. Long things (envelopes, sealed versions, keys,
 * answers) stand in it by their SHA-256.
 */
export type Said =
  | {
      readonly kind: "offer";
      readonly version: VersionId;
      readonly envelope: Encoded;
      readonly sealedVersion: Encoded;
    }
  | { readonly kind: "take-back" | "tell-opened"; readonly version: VersionId }
  | { readonly kind: "tell-no"; readonly version: VersionId | null }
  | { readonly kind: "answer"; readonly version: VersionId; readonly answer: Encoded }
  | { readonly kind: "propose"; readonly envelope: Encoded; readonly sealedKey: Encoded }
  | { readonly kind: "accept"; readonly proposal: Encoded }
  | {
      readonly kind: "sign-line" | "take-signature-back";
      readonly line: LineId;
      readonly hash: Encoded;
    }
  | { readonly kind: "ask-reopen"; readonly sealedKey: Encoded }
  | { readonly kind: "reopen"; readonly asked: Encoded }
  | { readonly kind: "begin-pair"; readonly envelope: Encoded }
  | { readonly kind: "put-in"; readonly version: VersionId; readonly sealedVersion: Encoded }
  | {
      readonly kind: "ask-round";
      readonly round: RoundId;
      readonly lines: number;
      readonly opensAt: number;
    }
  | { readonly kind: "drop-round"; readonly round: RoundId }
  | { readonly kind: "begin-round"; readonly round: RoundId; readonly asked: Encoded }
  | { readonly kind: "withdraw" | "close" }
  /** In place of a piece, such a statement names its room. */
  | {
      readonly kind: "change-keys";
      readonly signingKey: Encoded;
      readonly boxKey: Encoded;
      readonly proof: Encoded;
    };

const SIGNATURE_BYTES = 64;

export type Statement = StatementHead & { readonly piece: PieceId; readonly said: Said };

/** `null` for bytes that `writeStatement` could not have written. */
export function readStatement(body: Uint8Array): Statement | null {
  try {
    const reader = new Reader(body);
    const head = readHead(reader);
    if (!head) return null;
    const piece = idOf<PieceId>(reader.fixed(ID_BYTES));
    const said = readSaid(head.kind, reader);
    reader.end();
    return { ...head, piece, said };
  } catch {
    return null;
  }
}

function readSaid(kind: StatementKind, reader: Reader): Said {
  const id = <T extends string>(): T => idOf<T>(reader.fixed(ID_BYTES));
  /** Keys are as long as hashes. */
  const hash = (): Encoded => toBase64Url(reader.fixed(HASH_BYTES));
  const signature = (): Encoded => toBase64Url(reader.fixed(SIGNATURE_BYTES));
  // An object's parts are read in the order in which they stand here.
  switch (kind) {
    case "offer":
      return { kind, version: id(), envelope: hash(), sealedVersion: hash() };
    case "take-back":
    case "tell-opened":
      return { kind, version: id() };
    case "tell-no": {
      const version = reader.bytes();
      return { kind, version: version.length === 0 ? null : idOf<VersionId>(version) };
    }
    case "answer":
      return { kind, version: id(), answer: hash() };
    case "propose":
      return { kind, envelope: hash(), sealedKey: hash() };
    case "accept":
      return { kind, proposal: hash() };
    case "sign-line":
    case "take-signature-back":
      return { kind, line: id(), hash: hash() };
    case "ask-reopen":
      return { kind, sealedKey: hash() };
    case "reopen":
      return { kind, asked: hash() };
    case "begin-pair":
      return { kind, envelope: hash() };
    case "put-in":
      return { kind, version: id(), sealedVersion: hash() };
    case "ask-round":
      return { kind, round: id(), lines: reader.uint(), opensAt: reader.uint() };
    case "drop-round":
      return { kind, round: id() };
    case "begin-round":
      return { kind, round: id(), asked: hash() };
    case "withdraw":
    case "close":
      return { kind };
    case "change-keys":
      return { kind, signingKey: hash(), boxKey: hash(), proof: signature() };
    default:
      return unreachable(kind);
  }
}
