import {
  confirmFinish,
  confirmStart,
  confirmStarted,
  passwordFinish,
  passwordStart,
  passwordStarted,
} from "#domain/account.ts";
import { idleMinutesOf } from "#domain/index-schema.ts";
import { ok, refuse } from "#domain/result.ts";
import * as z from "zod";
import type { Account, Standing } from "./account.ts";
import { isGoodPassword, signIn } from "./account-entry.ts";
import { admit, type AccountParts } from "./account-parts.ts";
import { askAt } from "./asking.ts";
import type { DeviceRecord } from "./keyring/device-vault.ts";
import { openIndex } from "./keyring/index-sealing.ts";

/** What a device remembers, and how it locks and unlocks. */

export const restore =
  (parts: AccountParts): Account["restore"] =>
  async () => {
    if (parts.holder.current()) return { is: "unlocked" };
    const { record, unlocked } = await parts.vault.load();
    if (!record) return { is: "signed-out" };
    const locked: Standing = { is: "locked", name: record.name };
    if (!unlocked) return locked;
    const { keys, at } = unlocked;
    const { version, sealed } = record.index;
    const index = await openIndex(keys.index, record.person, version, sealed);
    const idle = parts.clock.now() - at;
    // A time in the future, after a clock was set back, says nothing: then it is locked.
    if (!index || idle < 0 || idle >= idleMinutesOf(index) * 60_000) {
      await drop(parts);
      return locked;
    }
    const { name, unlock: device } = record;
    const admitted = await admit(parts, { name, account: record, keys, device });
    return admitted.ok ? { is: "unlocked" } : locked;
  };

/** Drops the keys in this tab and on this device. */
async function drop({ holder, secrets, vault }: AccountParts): Promise<void> {
  holder.set(null);
  secrets.end();
  await vault.lock();
}

export const unlock =
  (parts: AccountParts): Account["unlock"] =>
  async (password) => {
    const { record } = await parts.vault.load();
    if (!record) return refuse("not-remembered");
    const { name, person, identity, unlock: device } = record;
    const again = () => signIn(parts)({ name, password, remember: true });

    const opened = await parts.secrets.call("openOnDevice", {
      password,
      device,
      person,
      identity,
    });
    if (!opened) {
      // It may be a new password, set on another device.
      const signedIn = await again();
      return signedIn.ok ? signedIn : refuse("wrong-credentials");
    }
    const admitted = await admit(parts, {
      name,
      account: record,
      keys: opened.keys,
      device,
    });
    const refreshed = await parts.holder.current()?.index.refresh();
    if (!refreshed || refreshed.ok || refreshed.refusal.code !== "not-signed-in") return admitted;

    // The session has ended meanwhile: begin another. If the password has been replaced elsewhere, this
    // one opens nothing here any more.
    const signedIn = await again();
    if (!signedIn.ok && signedIn.refusal.code === "wrong-credentials") await forget(parts);
    return signedIn;
  };

async function forget(parts: AccountParts): Promise<void> {
  await drop(parts);
  await parts.vault.forget();
}

export const lock =
  (parts: AccountParts): Account["lock"] =>
  () =>
    drop(parts);

export const signOut =
  (parts: AccountParts): Account["signOut"] =>
  async () => {
    await forget(parts);
    await parts.session.signOut();
  };

export const sessionEnded =
  (parts: AccountParts): Account["sessionEnded"] =>
  async () => {
    await forget(parts);
    // Takes the cookie away.
    await parts.api.post("/api/account/logout", {});
  };

export const touch =
  (parts: AccountParts): Account["touch"] =>
  async () => {
    if (!parts.holder.current()?.remembered) return;
    await parts.vault.touch(parts.clock.now());
  };

export const changePassword =
  (parts: AccountParts): Account["changePassword"] =>
  async ({ current, next }) => {
    const { api, secrets, vault, holder, clock } = parts;
    const keyring = holder.current();
    if (!keyring) return refuse("locked");
    const { person, name } = keyring;
    if (!(await isGoodPassword(next, [name]))) return refuse("bad-password");

    const login = await secrets.call("startLogin", { password: current });
    const registration = await secrets.call("startRegistration", { password: next });
    const started = await askAt(
      api,
      "/api/account/password/start",
      { schema: passwordStart, value: { login: login.message, request: registration.message } },
      passwordStarted,
    );
    if (!started.ok) return started;
    const { accountKey, ticket } = started.value;

    const proven = await secrets.call("finishLogin", {
      password: current,
      state: login.state,
      response: started.value.login,
    });
    if (!proven) return refuse("wrong-credentials");
    const { unlock: key, proof } = proven;
    const renewed = await secrets.call("renewPassword", {
      unlock: key,
      accountKey,
      person,
      password: next,
      state: registration.state,
      response: started.value.response,
    });
    if (!renewed) return refuse("fault");
    const finished = await askAt(
      api,
      "/api/account/password/finish",
      { schema: passwordFinish, value: { ticket, proof, ...renewed } },
      z.unknown(),
    );
    if (!finished.ok) return finished;

    const { record } = await vault.load();
    if (!keyring.remembered || record?.person !== person) return ok(null);
    const opened = await secrets.call("open", {
      kind: "password",
      unlock: key,
      accountKey,
      person,
      identity: record.identity,
      remember: next,
    });
    if (!opened?.device) return refuse("fault");
    const changed: DeviceRecord = { ...record, unlock: opened.device };
    const stillHere = holder.current() === keyring;
    await vault.remember(changed, stillHere ? { keys: opened.keys, at: clock.now() } : null);
    return ok(null);
  };

export const confirm =
  (parts: AccountParts): Account["confirm"] =>
  async (password) => {
    const { api, secrets } = parts;
    const { state, message } = await secrets.call("startLogin", { password });
    const started = await askAt(
      api,
      "/api/account/confirm/start",
      { schema: confirmStart, value: { request: message } },
      confirmStarted,
    );
    if (!started.ok) return started;
    const { response, ticket } = started.value;
    const proven = await secrets.call("finishLogin", { password, state, response });
    if (!proven) return refuse("wrong-credentials");
    const finished = await askAt(
      api,
      "/api/account/confirm/finish",
      { schema: confirmFinish, value: { ticket, proof: proven.proof } },
      z.unknown(),
    );
    return finished.ok ? ok(null) : finished;
  };

export const deleteAccount =
  (parts: AccountParts): Account["deleteAccount"] =>
  async () => {
    const deleted = await parts.api.post("/api/account/delete", {});
    if (!deleted.ok) return deleted;
    await forget(parts);
    return ok(null);
  };
