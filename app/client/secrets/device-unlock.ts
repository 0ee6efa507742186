import { argon2id } from "hash-wasm";
import { sealedAccountKeyData } from "#domain/crypto/account-format.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { systemRandomness } from "../crypto/random.ts";
import { aeadOf } from "../crypto/secret.ts";
import { openAccountKey, sealAccountKey, unlockKeyFrom } from "./account-keys.ts";
import type { DeviceUnlock } from "./secrets-worker.ts";

/** Stretching a password: Argon2id with 3 passes over 64 MiB, here and inside OPAQUE. */
export const ARGON2ID = { iterations: 3, memory: 65_536, parallelism: 1 } as const;

const SALT_BYTES = 16;

async function keyOf(password: string, salt: Bytes): Promise<CryptoKey> {
  const stretched = await argon2id({
    password,
    salt,
    iterations: ARGON2ID.iterations,
    memorySize: ARGON2ID.memory,
    parallelism: ARGON2ID.parallelism,
    hashLength: 32,
    outputType: "binary",
  });
  return unlockKeyFrom("device", stretched);
}

/** Seals the account key for this device: by the password, and around that by a key of the device. */
export async function makeDeviceUnlock(
  password: string,
  person: PersonId,
  accountKey: Bytes,
): Promise<DeviceUnlock> {
  const salt = systemRandomness.bytes(SALT_BYTES);
  const deviceKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const inner = await sealAccountKey("device", await keyOf(password, salt), person, accountKey);
  const sealed = await aeadOf(deviceKey).seal(inner, sealedAccountKeyData("device", person));
  return { deviceKey, salt, sealed };
}

/** `null` if it is not this password, or not this device. */
export async function openDeviceUnlock(
  password: string,
  person: PersonId,
  device: DeviceUnlock,
): Promise<Bytes | null> {
  const outer = aeadOf(device.deviceKey);
  const inner = await outer.open(device.sealed, sealedAccountKeyData("device", person));
  return inner && openAccountKey("device", await keyOf(password, device.salt), person, inner);
}
