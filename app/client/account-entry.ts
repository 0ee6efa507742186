import {
  accountOpened,
  accountView,
  loginFinish,
  loginStart,
  loginStarted,
  nameFrom,
  recoveryFinish,
  recoveryStart,
  recoveryStarted,
  registrationFinish,
  registrationStart,
  registrationStarted,
  wordFrom,
} from "#domain/account.ts";
import { emptyIndex } from "#domain/index-schema.ts";
import { idOf, ID_BYTES, type PersonId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import * as z from "zod";
import type { Account } from "./account.ts";
import { admit, type AccountParts } from "./account-parts.ts";
import { askAt } from "./asking.ts";
import { systemRandomness } from "./crypto/random.ts";
import { openIndex, sealIndex } from "./keyring/index-sealing.ts";
import { isStrong, PASSWORD_AT_LEAST, strengthOf } from "./password-strength.ts";

/** The ways in: signing up, signing in, coming back by the recovery words. */

/** Whether a new password may be taken. Without its word lists, which need the network, length decides. */
export async function isGoodPassword(password: string, known: readonly string[]): Promise<boolean> {
  if (password.length < PASSWORD_AT_LEAST) return false;
  const strength = await strengthOf(password, known);
  return strength === null || isStrong(strength);
}

export const signUp =
  (parts: AccountParts): Account["signUp"] =>
  async ({ word: typed, password, remember }) => {
    const { api, secrets, session } = parts;
    const word = wordFrom(typed);
    if (word === null) return refuse("bad-word");
    if (!(await isGoodPassword(password, [word]))) return refuse("bad-password");
    await session.endIt();

    const { state, message } = await secrets.call("startRegistration", { password });
    const started = await askAt(
      api,
      "/api/account/register/start",
      { schema: registrationStart, value: { word, request: message } },
      registrationStarted,
    );
    if (!started.ok) return started;
    const { name, response, ticket } = started.value;

    const person = idOf<PersonId>(systemRandomness.bytes(ID_BYTES));
    const made = await secrets.call("createAccount", {
      password,
      state,
      response,
      person,
      remember,
    });
    const { words, ...unlocks } = made.unlocks;
    const index = await sealIndex(made.keys.index, person, 0, {
      ...emptyIndex(),
      recoveryWords: [...words],
    });
    const { signingKey, boxKey } = made.keys;
    const finish = {
      ...unlocks,
      ticket,
      person,
      signingKey,
      boxKey,
      identity: made.identity,
      index,
      remember,
    };
    const finished = await askAt(
      api,
      "/api/account/register/finish",
      { schema: registrationFinish, value: finish },
      accountView,
    );
    if (!finished.ok) return finished;
    const { keys, device } = made;
    return admit(parts, { name, account: finished.value, keys, device });
  };

export const signIn =
  (parts: AccountParts): Account["signIn"] =>
  async ({ name: typed, password, remember }) => {
    const { api, secrets, session } = parts;
    const name = nameFrom(typed);
    if (name === null) return refuse("wrong-credentials");
    await session.endIt();

    const { state, message } = await secrets.call("startLogin", { password });
    const started = await askAt(
      api,
      "/api/account/login/start",
      { schema: loginStart, value: { name, request: message } },
      loginStarted,
    );
    if (!started.ok) return started;
    const { response, ticket } = started.value;

    const proven = await secrets.call("finishLogin", { password, state, response });
    if (!proven) return refuse("wrong-credentials");
    const { proof, unlock } = proven;
    const finished = await askAt(
      api,
      "/api/account/login/finish",
      { schema: loginFinish, value: { ticket, proof, remember } },
      accountOpened,
    );
    if (!finished.ok) return finished;
    const { account, accountKey } = finished.value;

    const opened = await secrets.call("open", {
      kind: "password",
      unlock,
      accountKey,
      person: account.person,
      identity: account.identity,
      remember: remember ? password : null,
    });
    if (!opened) return refuse("fault");
    return admit(parts, { name, account, ...opened });
  };

export const recover =
  (parts: AccountParts): Account["recover"] =>
  async ({ name: typed, words: typedWords, password, remember }) => {
    const { api, secrets, session } = parts;
    const name = nameFrom(typed);
    const words = typedWords.trim().toLowerCase().split(/\s+/);
    const known = await secrets.call("readWords", { words });
    if (name === null || !known) return refuse("wrong-credentials");
    if (!(await isGoodPassword(password, [name]))) return refuse("bad-password");
    await session.endIt();

    const { state, message } = await secrets.call("startRegistration", { password });
    const started = await askAt(
      api,
      "/api/account/recover/start",
      { schema: recoveryStart, value: { name, proof: known.proof, request: message } },
      recoveryStarted,
    );
    if (!started.ok) return started;
    const { response, ticket, account, accountKey } = started.value;
    const { person, identity } = account;

    const { unlock } = known;
    const kept = remember ? password : null;
    const opening = { kind: "recovery", unlock, accountKey, person, identity } as const;
    const opened = await secrets.call("open", { ...opening, remember: kept });
    const renewing = { unlock, accountKey, person, password, state, response };
    const renewed = await secrets.call("renewUnlocks", renewing);
    const { version, sealed } = account.index;
    const index = opened && (await openIndex(opened.keys.index, person, version, sealed));
    if (!opened || !renewed || !index) return refuse("fault");

    const { words: newWords, ...unlocks } = renewed;
    const next = { ...index, recoveryWords: [...newWords] };
    const resealed = await sealIndex(opened.keys.index, person, version + 1, next);
    const finish = { ...unlocks, ticket, index: { version, sealed: resealed }, remember };
    const finished = await askAt(
      api,
      "/api/account/recover/finish",
      { schema: recoveryFinish, value: finish },
      z.unknown(),
    );
    if (!finished.ok) return finished;
    const renewedIndex = { version: version + 1, sealed: resealed };
    return admit(parts, { name, account: { person, identity, index: renewedIndex }, ...opened });
  };
