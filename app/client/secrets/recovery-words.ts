import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Bytes } from "#domain/bytes.ts";
import { RECOVERY_ENTROPY_BYTES, recoveryProofInfo } from "#domain/crypto/account-format.ts";
import { sha256 } from "../crypto/digest.ts";
import { systemRandomness } from "../crypto/random.ts";
import { importSecret, secretOf } from "../crypto/secret.ts";
import { unlockKeyFrom } from "./account-keys.ts";

/** Twelve words (BIP39, 128 bits), and the two things that come of them. */

/** What the words open, and what proves to the server that one has them. */
export type RecoveryKeys = {
  readonly proof: Bytes;
  /** What the server keeps of the proof. The proof has 128 bits behind it: a plain hash is enough. */
  readonly proofHash: Bytes;
  readonly unlock: CryptoKey;
};

export function makeWords(): readonly string[] {
  const entropy = systemRandomness.bytes(RECOVERY_ENTROPY_BYTES);
  const words = entropyToMnemonic(entropy, wordlist).split(" ");
  entropy.fill(0);
  return words;
}

/** `null` for what is not a set of such words (BIP39 has a checksum). */
export async function keysOfWords(words: readonly string[]): Promise<RecoveryKeys | null> {
  const entropy = entropyOf(words);
  if (!entropy) return null;
  const proof = await secretOf(await importSecret(entropy)).bytes(recoveryProofInfo(), 32);
  return { proof, proofHash: sha256(proof), unlock: await unlockKeyFrom("recovery", entropy) };
}

function entropyOf(words: readonly string[]): Uint8Array | null {
  try {
    const entropy = mnemonicToEntropy(words.join(" "), wordlist);
    return entropy.length === RECOVERY_ENTROPY_BYTES ? entropy : null;
  } catch {
    return null;
  }
}
