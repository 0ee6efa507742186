import type { Result } from "#domain/result.ts";
import { createAccount, type Account } from "./account.ts";
import { browserApi } from "./api.ts";
import { indexedDbVault } from "./keyring/device-vault.ts";
import { Locked } from "./keyring/keyring.ts";
import { lockWhenIdle } from "./lock/auto-lock.ts";
import { tellTabs } from "./lock/tabs.ts";
import { lockIsDone, lockWasAsked } from "./lock/device-memory.ts";
import { whenLocking } from "./lock/keys.ts";
import { browserSecrets } from "./secrets/browser.ts";
import { eraseIndexedDevice } from "./sync/indexed-device.ts";
import { browserMark } from "./unended-session.ts";

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
    mark: browserMark(),
  });
  void made.endLeftSession();
  addEventListener("online", () => void made.endLeftSession());
  whenLocking(made.lock);
  if (lockWasAsked()) {
    await made.lock();
    lockIsDone();
  }
  lockWhenIdle(made);
  // What was under way when the keys were dropped ends there, and the page with it: nothing went wrong.
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof Locked) event.preventDefault();
  });
  return made;
}

/**
 * Deletes the account, and takes everything of it off this device, in every tab: keys, sealed frames, words
 * that were not sent, marks. What other accounts keep here stays. A refusal leaves the device as it is.
 */
export async function deleteAccountHere(): Promise<Result<null>> {
  const account = await browserAccount();
  const person = account.keyring.current()?.person;
  const deleted = await account.deleteAccount();
  if (!deleted.ok) return deleted;
  tellTabs("lock");
  if (person) await eraseIndexedDevice(person);
  forgetMarks();
  return deleted;
}

/**
 * New keys. The other tabs lock first: what they hold opens nothing that comes later, and must seal nothing
 * under the old keys meanwhile.
 */
export async function makeNewKeysHere(
  input: Parameters<Account["newKeys"]>[0],
): ReturnType<Account["newKeys"]> {
  tellTabs("lock");
  return (await browserAccount()).newKeys(input);
}

/** Links that were given or blocked here, and when somebody was active. Storage may be refused. */
function forgetMarks(): void {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Then there is nothing in it.
  }
}

/**
 * "Sign out here": ends the session and takes everything of this person off the device, what was not
 * sent yet too. A session that is ended from elsewhere takes the keys and leaves that: it may be all
 * that there is of somebody's last words, and it is sealed.
 */
export async function signOutHere(): Promise<void> {
  const signedIn = await browserAccount();
  const { record } = await indexedDbVault().load();
  const person = signedIn.keyring.current()?.person ?? record?.person;
  await signedIn.signOut();
  if (person) await eraseIndexedDevice(person);
  tellTabs("lock");
}
