import { argon2id } from "hash-wasm";
import { sealedAccountKeyData } from "#domain/crypto/account-format.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { systemRandomness } from "../crypto/random.ts";
import { aeadOf } from "../crypto/secret.ts";
import { openAccountKey, sealAccountKey, unlockKeyFrom } from "./account-keys.ts";
import type { DeviceUnlock } from "./secrets-worker.ts";

/** How much work a password is stretched by: Argon2id, `memory` in KiB. */
export type Stretching = {
  readonly iterations: number;
  readonly memory: number;
  readonly parallelism: number;
};

/** 3 passes over 64 MiB, here and inside OPAQUE. An account opens only with the one it was made with. */
export const ARGON2ID: Stretching = { iterations: 3, memory: 65_536, parallelism: 1 };

const SALT_BYTES = 16;

async function keyOf(
  password: string,
  salt: Bytes,
  { iterations, memory, parallelism }: Stretching,
): Promise<CryptoKey> {
  const stretched = await argon2id({
    password,
    salt,
    iterations,
    memorySize: memory,
    parallelism,
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
  stretching: Stretching,
): Promise<DeviceUnlock> {
  const salt = systemRandomness.bytes(SALT_BYTES);
  const deviceKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const key = await keyOf(password, salt, stretching);
  const inner = await sealAccountKey("device", key, person, accountKey);
  const sealed = await aeadOf(deviceKey).seal(inner, sealedAccountKeyData("device", person));
  return { deviceKey, salt, sealed };
}

/** `null` if it is not this password, or not this device. */
export async function openDeviceUnlock(
  password: string,
  person: PersonId,
  device: DeviceUnlock,
  stretching: Stretching,
): Promise<Bytes | null> {
  const outer = aeadOf(device.deviceKey);
  const inner = await outer.open(device.sealed, sealedAccountKeyData("device", person));
  const key = inner && (await keyOf(password, device.salt, stretching));
  return key && openAccountKey("device", key, person, inner);
}
