import { createAccount, type Account } from "#client/account.ts";
import type { Api } from "#client/api.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import { memoryVault, type DeviceVault } from "#client/keyring/device-vault.ts";
import type { Stretching } from "#client/secrets/device-unlock.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import { memoryMark } from "#client/unended-session.ts";
import type { Accounts, Sessions } from "#domain/account.ts";
import { refuse } from "#domain/result.ts";
import { createAccounts } from "#server/auth/accounts.ts";
import type { LimitOptions } from "#server/auth/limits.ts";
import { makeSecrets, type ServerSecrets } from "#server/auth/secrets.ts";
import { createMemoryAccounts } from "#server/store/accounts-memory.ts";
import type { AccountStore } from "#server/store/accounts.ts";
import { routedApi } from "./routed-api.ts";

/** A good password, and another. */
export const PASSWORD = "lanterns over the quiet harbour";
export const ANOTHER = "seventeen apricots, halved";

/** As little stretching as Argon2id allows: what it costs is no part of what most tests look at. */
export const LIGHT: Stretching = { iterations: 1, memory: 8, parallelism: 1 };

/** A browser with its own cookies and its own storage. */
export type Device = {
  readonly account: Account;
  readonly api: Api;
  readonly vault: DeviceVault;
  /** Everything that left it and everything that came back, as text. */
  readonly wire: string[];
  /** Cuts the network, or mends it. */
  readonly cut: (isCut: boolean) => void;
  /** The same browser after the page was loaded again. */
  readonly reload: () => Device;
};

export type AccountWorld = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly store: AccountStore;
  readonly secrets: ServerSecrets;
  readonly time: { now: number };
  /** `agent` is what it calls itself. */
  readonly device: (agent?: string) => Device;
};

/** Accounts in memory behind the real routes, with a clock that only tests move. */
export async function accountWorld(limits?: LimitOptions): Promise<AccountWorld> {
  const time = { now: 1_750_000_000_000 };
  const clock = { now: () => time.now };
  const store = createMemoryAccounts();
  const secrets = await makeSecrets();
  const { accounts, sessions } = await createAccounts({
    store,
    secrets,
    clock,
    randomness: systemRandomness,
    ...(limits && { limits }),
  });

  function deviceWith(routed: Api, vault: DeviceVault, mark = memoryMark()): Device {
    const wire: string[] = [];
    let isCut = false;
    const api: Api = {
      ...routed,
      get: async (path) => {
        if (isCut) return refuse("offline");
        const answer = await routed.get(path);
        wire.push(path, JSON.stringify(answer));
        return answer;
      },
      post: async (path, body) => {
        if (isCut) return refuse("offline");
        const answer = await routed.post(path, body);
        wire.push(path, JSON.stringify(body), JSON.stringify(answer));
        return answer;
      },
    };
    return {
      account: createAccount({ api, secrets: inProcessSecrets(LIGHT), vault, clock, mark }),
      api,
      vault,
      wire,
      cut: (cut) => {
        isCut = cut;
      },
      reload: () => deviceWith(routed, vault, mark),
    };
  }
  return {
    accounts,
    sessions,
    store,
    secrets,
    time,
    device: (agent) => deviceWith(routedApi({ accounts, sessions }, { agent }), memoryVault()),
  };
}

/** Signs up on a device of its own. Throws if that is refused. */
export async function newcomer(
  world: AccountWorld,
  remember = true,
): Promise<Device & { readonly name: string; readonly words: readonly string[] }> {
  const device = world.device();
  const signedUp = await device.account.signUp({ word: "heron", password: PASSWORD, remember });
  if (!signedUp.ok) throw new Error(signedUp.refusal.code);
  const words = device.account.pendingRecoveryWords();
  if (!words) throw new Error("there are no recovery words");
  return { ...device, name: signedUp.value.name, words };
}
