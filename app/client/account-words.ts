import { indexReplaced, wordsFinish, wordsStart, wordsStarted } from "#domain/account.ts";
import { known } from "#domain/newer.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Account } from "./account.ts";
import type { AccountParts } from "./account-parts.ts";
import { askAt } from "./asking.ts";

/** The recovery words of somebody who is unlocked. */

export const pendingRecoveryWords = ({ holder }: AccountParts): readonly string[] | null =>
  known(holder.current()?.index.current().recoveryWords) ?? null;

export const showRecoveryWords =
  (parts: AccountParts): Account["showRecoveryWords"] =>
  async () => {
    if (!pendingRecoveryWords(parts)) return ok(null);
    const confirmed = await parts.api.get("/api/account/confirm");
    return confirmed.ok ? ok(pendingRecoveryWords(parts)) : confirmed;
  };

export const makeNewWords =
  (parts: AccountParts): Account["makeNewWords"] =>
  async (password) => {
    const { api, secrets, holder } = parts;
    const keyring = holder.current();
    if (!keyring) return refuse("locked");
    const { state, message } = await secrets.call("startLogin", { password });
    const started = await askAt(
      api,
      "/api/account/words/start",
      { schema: wordsStart, value: { request: message } },
      wordsStarted,
    );
    if (!started.ok) return started;
    const { response, ticket, accountKey } = started.value;
    const proven = await secrets.call("finishLogin", { password, state, response });
    if (!proven) return refuse("wrong-credentials");
    const { proof, unlock } = proven;
    const { person } = keyring;
    const renewed = await secrets.call("renewWords", { unlock, accountKey, person });
    if (!renewed) return refuse("fault");

    const { words, ...sealed } = renewed;
    const kept = await keyring.index.update(
      (index) => ({ ...index, recoveryWords: [...words] }),
      (index) =>
        askAt(
          api,
          "/api/account/words/finish",
          { schema: wordsFinish, value: { ticket, proof, ...sealed, index } },
          indexReplaced,
        ),
    );
    return kept.ok ? ok(null) : kept;
  };

/** This many words are typed back before all of them are dropped. */
const CONFIRMED_WORDS = 2;

export const confirmRecoveryWords =
  ({ holder }: AccountParts): Account["confirmRecoveryWords"] =>
  async (typed) => {
    const keyring = holder.current();
    if (!keyring) return refuse("locked");
    const words = known(keyring.index.current().recoveryWords);
    const isRight = typed.every(({ place, word }) => words?.[place] === word.trim().toLowerCase());
    const places = new Set(typed.map(({ place }) => place));
    if (words && (!isRight || places.size < CONFIRMED_WORDS)) return refuse("wrong-words");
    const done = await keyring.index.update(({ recoveryWords: _seen, ...rest }) => rest);
    return done.ok ? ok(null) : done;
  };
