import { sameBytes, type Bytes } from "#domain/bytes.ts";
import {
  lineHashInput,
  lineSaltInfo,
  lineWordingInfo,
  wordingBytes,
  wordingData,
  wordingFrom,
} from "#domain/crypto/line-format.ts";
import { pad, unpad, WORDING_STEP } from "#domain/crypto/padding.ts";
import type { Secret } from "#domain/crypto/port.ts";
import { idBytes, type LineId, type PieceId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { sha256 } from "./digest.ts";

/** The signed words of one agreement. */
export type LineWords = {
  /**
   * What signing these words takes. The hash is the same for both people and covers a salt that the
   * server does not know, for short lines can be guessed.
   */
  readonly prepare: (
    line: LineId,
    words: string,
  ) => Promise<{ readonly hash: Bytes; readonly sealedWording: Bytes }>;
  /** The words behind a hash that was signed; refused unless they are exactly those. */
  readonly open: (
    line: LineId,
    hash: Uint8Array,
    sealedWording: Uint8Array,
  ) => Promise<Result<string, "cannot-open">>;
  /** The hash of these words of a line, as both sign it. */
  readonly hashOf: (line: LineId, words: string) => Promise<Bytes>;
  /** What the hash of a line covers beside its words, for a file by which others can check it. */
  readonly saltOf: (line: LineId) => Promise<Bytes>;
};

/** `firstKey` is the piece's key of epoch 1: salts outlive closing and reopening. */
export function lineWordsOf(piece: PieceId, firstKey: Secret): LineWords {
  const saltOf = (line: LineId) => firstKey.mac(lineSaltInfo(piece), idBytes(line));
  const wordings = firstKey.aead(lineWordingInfo(piece));
  const hashOf = async (line: LineId, words: string): Promise<Bytes> =>
    sha256(lineHashInput(piece, line, await saltOf(line), words));
  return {
    saltOf,
    hashOf,
    prepare: async (line, words) => {
      const salt = await saltOf(line);
      const padded = pad(wordingBytes({ words, salt }), WORDING_STEP);
      return {
        hash: sha256(lineHashInput(piece, line, salt, words)),
        sealedWording: await (await wordings).seal(padded, wordingData(piece, line)),
      };
    },
    open: async (line, hash, sealedWording) => {
      const padded = await (await wordings).open(sealedWording, wordingData(piece, line));
      const content = padded && unpad(padded, WORDING_STEP);
      const wording = content && wordingFrom(content);
      if (!wording || !sameBytes(wording.salt, await saltOf(line))) return refuse("cannot-open");
      const { words, salt } = wording;
      return sameBytes(sha256(lineHashInput(piece, line, salt, words)), hash)
        ? ok(words)
        : refuse("cannot-open");
    },
  };
}
