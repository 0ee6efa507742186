import { beforeEach, describe, expect, it } from "vitest";
import type { Result } from "#domain/result.ts";
import {
  accountWorld,
  ANOTHER,
  newcomer,
  PASSWORD,
  type AccountWorld,
  type Device,
} from "#tests/support/account-world.ts";

let world: AccountWorld;
let ada: Awaited<ReturnType<typeof newcomer>>;
beforeEach(async () => {
  world = await accountWorld();
  ada = await newcomer(world);
});

const WRONG = { ok: false, refusal: { code: "wrong-credentials" } };
const pending = ({ account }: Device) => account.pendingRecoveryWords()?.join(" ") ?? "";
const recover = (words: string): Promise<Result<unknown>> =>
  world.device().account.recover({ name: ada.name, words, password: ANOTHER, remember: false });

describe("new words", () => {
  it("O4 open the account, the old ones nothing, and password and sessions stay", async () => {
    const second = world.device();
    const signIn = { name: ada.name, password: PASSWORD, remember: false };
    await second.account.signIn(signIn);
    const before = pending(ada);
    expect(await ada.account.makeNewWords(PASSWORD)).toMatchObject({ ok: true });
    expect(pending(ada)).not.toBe(before);
    expect(await second.api.get("/api/account")).toMatchObject({ ok: true });
    expect(await world.device().account.signIn(signIn)).toMatchObject({ ok: true });
    expect(await recover(before)).toEqual(WRONG);
    expect(await recover(pending(ada))).toMatchObject({ ok: true });
  });

  it("O4 are made only with the password, whatever the session", async () => {
    const before = pending(ada);
    expect(await ada.account.makeNewWords(ANOTHER)).toEqual(WRONG);
    expect(pending(ada)).toBe(before);
    expect(await recover(before)).toMatchObject({ ok: true });
  });

  it("O4 wait on every device until two of them are typed back, also when there were none", async () => {
    const words = ada.words;
    const typed = [0, 5].map((place) => ({ place, word: words[place] ?? "" }));
    expect(await ada.account.confirmRecoveryWords(typed)).toMatchObject({ ok: true });
    expect(ada.account.pendingRecoveryWords()).toBeNull();
    const second = world.device();
    await second.account.signIn({ name: ada.name, password: PASSWORD, remember: false });
    // The second changes the index under the first, which goes on top of it.
    const elsewhere = second.account.keyring.current()?.index;
    await elsewhere?.update((index) => ({ ...index, prefs: { neutralTitle: true } }));
    expect(await ada.account.makeNewWords(PASSWORD)).toMatchObject({ ok: true });
    const mine = ada.account.keyring.current()?.index.current();
    expect(mine).toMatchObject({ prefs: { neutralTitle: true } });
    expect(pending(ada).split(" ")).toHaveLength(12);
    await elsewhere?.refresh();
    expect(pending(second)).toBe(pending(ada));
  });

  it("O4 are sent as little as the first ones were", async () => {
    await ada.account.makeNewWords(PASSWORD);
    const said = ada.wire.join("\n");
    for (const secret of [PASSWORD, pending(ada)]) {
      expect(said).not.toContain(secret);
      expect(said).not.toContain(Buffer.from(secret).toString("base64url"));
    }
  });

  it("O4 are not made from another's ticket, nor from one that was used", async () => {
    const asked: unknown[] = [];
    const { post } = ada.api;
    const api = {
      ...ada.api,
      post: (path: string, body: unknown) => {
        if (path === "/api/account/words/finish") asked.push(body);
        return post(path, body);
      },
    };
    Object.assign(ada.api, api);
    expect(await ada.account.makeNewWords(PASSWORD)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
    expect(await post("/api/account/words/finish", asked[0])).toMatchObject({
      refusal: { code: "index-moved" },
    });
    const other = await newcomer(world);
    expect(await other.api.post("/api/account/words/finish", asked[0])).toEqual(WRONG);
  });
});
