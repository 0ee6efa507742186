import { createAccount, type Account } from "./account.ts";
import { browserApi } from "./api.ts";
import { indexedDbVault } from "./keyring/device-vault.ts";
import { lockWhenIdle } from "./lock/auto-lock.ts";
import { lockIsDone, lockWasAsked } from "./lock/device-memory.ts";
import { whenLocking } from "./lock/keys.ts";
import { browserSecrets } from "./secrets/browser.ts";
import { eraseIndexedDevices } from "./sync/indexed-device.ts";

let account: Promise<Account> | null = null;

/**
 * The account of this browser, made at the first call. If a page was left while it locked, the lock is
 * done now, before anybody can ask how things stand.
 */
export function browserAccount(): Promise<Account> {
  account ??= make();
  return account;
}

async function make(): Promise<Account> {
  const made = createAccount({
    api: browserApi(),
    secrets: browserSecrets(),
    vault: indexedDbVault(),
    clock: { now: () => Date.now() },
  });
  whenLocking(made.lock);
  if (lockWasAsked()) {
    await made.lock();
    lockIsDone();
  }
  lockWhenIdle(made);
  return {
    ...made,
    signOut: async () => {
      await made.signOut();
      await eraseIndexedDevices();
    },
  };
}
