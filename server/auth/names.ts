import { createHash, createHmac } from "node:crypto";
import type { SignInName } from "#domain/account.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { Randomness } from "#domain/ports.ts";
import type { ServerSecrets } from "./secrets.ts";

/** What stands for a name in the database: without the server's key nobody can try names against it. */
export const nameHashOf = (name: SignInName, secrets: ServerSecrets): Bytes =>
  new Uint8Array(createHmac("sha256", secrets.nameKey).update(name).digest());

/** The recovery hash of a name that nobody has: always the same, like that of somebody who exists. */
export const fakeRecoveryHash = (nameHash: Uint8Array, secrets: ServerSecrets): Bytes =>
  new Uint8Array(createHmac("sha256", secrets.fakeKey).update(nameHash).digest());

/** A sign-in name with random digits. */
export function nameWithDigits(word: string, randomness: Randomness): SignInName {
  for (;;) {
    const [high = 0, low = 0] = randomness.bytes(2);
    const number = high * 256 + low;
    if (number >= 60_000) continue; // the rest would make some digits likelier
    return `${word}-${String(number % 10_000).padStart(4, "0")}` as SignInName;
  }
}

export const sha256 = (bytes: Uint8Array): Bytes =>
  new Uint8Array(createHash("sha256").update(bytes).digest());
