import type { AccountView, SignInName } from "#domain/account.ts";
import type { Clock } from "#domain/ports.ts";
import { refuse, ok, type Result } from "#domain/result.ts";
import type { Api } from "./api.ts";
import type { DeviceVault, SealedIndexCopy } from "./keyring/device-vault.ts";
import type { KeyringHolder } from "./keyring/holder.ts";
import { openIndex } from "./keyring/index-sealing.ts";
import { openKeyring } from "./keyring/open-keyring.ts";
import type { DeviceUnlock, SecretsWorker, UnlockedKeys } from "./secrets/secrets-worker.ts";
import type { UnendedSession } from "./unended-session.ts";

/** What everything about an account is made of. */
export type AccountParts = {
  readonly api: Api;
  readonly secrets: SecretsWorker;
  readonly vault: DeviceVault;
  readonly clock: Clock;
  readonly holder: KeyringHolder;
  readonly session: UnendedSession;
};

/** An account whose keys were just opened. */
export type Arrival = {
  readonly name: SignInName;
  readonly account: Pick<AccountView, "person" | "identity" | "index">;
  readonly keys: UnlockedKeys;
  /** What this device remembers it by; `null` on a shared one. */
  readonly device: DeviceUnlock | null;
};

/**
 * Unlocks this tab for whoever has arrived, and lets the device remember them if it shall. `fault`: the
 * server gave an index that is not theirs, or an older one than this device has seen.
 */
export async function admit(
  parts: AccountParts,
  { name, account, keys, device }: Arrival,
): Promise<Result<{ readonly name: SignInName }>> {
  const { person, identity } = account;
  const { version, sealed } = account.index;
  const index = await openIndex(keys.index, person, version, sealed);
  const { record: seen } = await parts.vault.load();
  if (!index || (seen?.person === person && seen.index.version > version)) return refuse("fault");
  if (device) {
    const record = { person, name, identity, unlock: device, index: account.index };
    await parts.vault.remember(record, { keys, at: parts.clock.now() });
  } else {
    // Whoever was unlocked here before is not any more.
    await parts.vault.lock();
  }
  parts.session.replaced();
  const remembered = device !== null;
  const keepIndex = async (copy: SealedIndexCopy) => {
    if (remembered) await parts.vault.keepIndex(person, copy);
  };
  parts.holder.set(
    openKeyring({ api: parts.api, person, name, keys, remembered, version, index, keepIndex }),
  );
  return ok({ name });
}
