import { beforeAll, describe, expect, it } from "vitest";
import { nameFrom, type SignInName } from "#domain/account.ts";
import { secretsHandlers } from "#client/secrets/calls.ts";
import { nameHashOf, sha256 } from "#server/auth/names.ts";
import {
  accountWorld,
  ANOTHER,
  LIGHT,
  newcomer,
  PASSWORD,
  type AccountWorld,
} from "#tests/support/account-world.ts";

const secrets = secretsHandlers(LIGHT);
const WRONG = { ok: false, refusal: { code: "wrong-credentials" } };
const nowhere = "heron-0000";

let world: AccountWorld;
let ada: Awaited<ReturnType<typeof newcomer>>;
beforeAll(async () => {
  world = await accountWorld();
  ada = await newcomer(world);
});

describe("signing up", () => {
  it("K2 adds four digits to the chosen word", () => {
    expect(ada.name).toMatch(/^heron-\d{4}$/);
    expect(ada.account.keyring.current()?.name).toBe(ada.name);
  });

  it("K1 sends neither the password nor the words, nor what could be tried without the server", async () => {
    const said = ada.wire.join("\n");
    expect(said.length).toBeGreaterThan(1000);
    // Some of the words are the protocol's own, such as "start": somebody else says them too.
    const protocol = (await newcomer(world)).wire.join("\n");
    for (const secret of [PASSWORD, ...ada.words]) {
      if (secret.length < 5) continue; // a short word can stand in base64 by chance
      if (secret !== PASSWORD && protocol.includes(secret)) continue;
      for (const form of [secret, Buffer.from(secret).toString("base64url")])
        expect(said).not.toContain(form);
    }
    const proof = sha256(Buffer.from(ada.words.join(" ")));
    expect(said).not.toContain(Buffer.from(proof).toString("base64url"));
  });

  it("K3 leaves nothing of the name in the store but a hash under the server's key", async () => {
    const name = ada.name as SignInName;
    const account = await world.store.byName(nameHashOf(name, world.secrets));
    if (!account) throw new Error("the account is not found by its hash");
    const kept = JSON.stringify(account, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(kept).not.toContain("heron");
    expect(account.nameHash).not.toEqual(sha256(Buffer.from(name)));
    const elsewhere = await accountWorld();
    expect(nameHashOf(name, elsewhere.secrets)).not.toEqual(account.nameHash);
  });

  it("K29 refuses a password that is short, common, or made of the name", async () => {
    const { account } = world.device();
    const signUp = (password: string, word = "marigold") =>
      account.signUp({ word, password, remember: false });
    const bad = { ok: false, refusal: { code: "bad-password" } };
    expect(await signUp("tr0ub4dor&3")).toEqual(bad);
    expect(await signUp("passwordpassword")).toEqual(bad);
    expect(await signUp("123456789012")).toEqual(bad);
    expect(await signUp("marigoldmarigold")).toEqual(bad);
    expect(await signUp(PASSWORD, "no digits 1")).toEqual({
      ok: false,
      refusal: { code: "bad-word" },
    });
  });
});

describe("names", () => {
  it.each(["heron-4821", "Heron 4821", " HERON4821 ", "heron – 4821"])(
    "K2 can be written as %j",
    (typed) => {
      expect(nameFrom(typed)).toBe("heron-4821");
    },
  );

  it.each(["heron", "heron-482", "heron-48210", "h-4821", "4821", "her on-4821", "", "hérон-4821"])(
    "K2 cannot be %j",
    (typed) => {
      expect(nameFrom(typed)).toBeNull();
    },
  );
});

describe("signing in", () => {
  it("K7 opens on another device what was sealed on the first", async () => {
    const there = world.device();
    const signedIn = await there.account.signIn({
      name: ada.name,
      password: PASSWORD,
      remember: false,
    });
    expect(signedIn).toEqual({ ok: true, value: { name: ada.name } });
    const [mine, theirs] = [ada.account.keyring.current(), there.account.keyring.current()];
    expect(theirs?.signingKey).toEqual(mine?.signingKey);
    expect(theirs?.boxKey).toEqual(mine?.boxKey);
    expect(theirs?.index.current()).toEqual(mine?.index.current());
  });

  it("K7 opens by the password and by the words, each for its own person only", async () => {
    const account = await world.store.byName(nameHashOf(ada.name as SignInName, world.secrets));
    const known = await secrets.readWords({ words: ada.words });
    if (!account || !known) throw new Error("the account is not there");
    const { person, identity, byWords, byPassword } = account;
    const open = { kind: "recovery", unlock: known.unlock, identity, remember: null } as const;
    const opened = await secrets.open({ ...open, accountKey: byWords, person });
    expect(opened?.keys.signingKey).toEqual(account.signingKey);
    const somebodyElse = (await newcomer(world)).account.keyring.current()?.person;
    if (!somebodyElse) throw new Error("nobody is unlocked");
    const refused = [
      { ...open, accountKey: byWords, person: somebodyElse },
      { ...open, accountKey: byPassword, person },
      { ...open, kind: "password" as const, accountKey: byWords, person },
    ];
    for (const attempt of refused) expect(await secrets.open(attempt)).toBeNull();
  });

  it("K4 ends alike for an unknown name and a wrong password", async () => {
    const [unknown, wrong] = [world.device(), world.device()];
    const signIn = { password: ANOTHER, remember: true };
    expect(await unknown.account.signIn({ ...signIn, name: nowhere })).toEqual(WRONG);
    expect(await wrong.account.signIn({ ...signIn, name: ada.name })).toEqual(WRONG);
    expect(await wrong.account.signIn({ ...signIn, name: "not a name" })).toEqual(WRONG);
    const shape = (wire: readonly string[]) => wire.map((said) => said.replace(/[\w-]{22,}/g, "…"));
    const lengths = (wire: readonly string[]) => wire.map((said) => said.length);
    expect(shape(unknown.wire).join().replaceAll(nowhere, ada.name)).toBe(shape(wrong.wire).join());
    expect(lengths(unknown.wire)).toEqual(lengths(wrong.wire));
  });

  it("K4 ends alike also for whoever goes on by hand", async () => {
    const finish = async (name: string) => {
      const { message } = await secrets.startLogin({ password: ANOTHER });
      const from = { address: "192.0.2.9" };
      const input = { name: name as SignInName, request: message };
      const started = await world.accounts.startLogin(input, from);
      if (!started.ok) throw new Error(started.refusal.code);
      const { ticket } = started.value;
      const proof = Buffer.alloc(64).toString("base64url");
      return world.accounts.finishLogin({ ticket, proof, remember: false }, from);
    };
    expect(await finish(nowhere)).toEqual(WRONG);
    expect(await finish(ada.name)).toEqual(WRONG);
  });

  it("K6 counts starts, known name or not, and takes the count back when they end well", async () => {
    const limits = { perNameAndAddress: 3, perName: 5, perAddress: 100, registrations: 1 };
    const small = await accountWorld(limits);
    const { name } = await newcomer(small);
    const TOO_MANY = { ok: false, refusal: { code: "too-many" } };
    expect(await small.device().account.signUp(signUp("wren"))).toEqual(TOO_MANY);

    const start = async (who: string, address: string) => {
      const { message } = await secrets.startLogin({ password: PASSWORD });
      const input = { name: who as SignInName, request: message };
      return (await small.accounts.startLogin(input, { address })).ok;
    };
    const often = async (who: string, address: string, times: number) => {
      const done: boolean[] = [];
      for (let i = 0; i < times; i++) done.push(await start(who, address));
      return done;
    };
    expect(await often(nowhere, "192.0.2.1", 4)).toEqual([true, true, true, false]);
    expect(await often(name, "192.0.2.1", 2)).toEqual([true, true]);
    expect((await small.device().account.signIn({ ...signUp(""), name })).ok).toBe(true);
    expect(await often(name, "192.0.2.1", 4)).toEqual([true, true, true, false]);
    // From elsewhere it goes on, until the name itself has had enough.
    expect(await often(name, "192.0.2.2", 3)).toEqual([true, true, false]);
    // One IPv6 network counts as one.
    const network = "2001:db8:1:2";
    expect(await often("wren-1111", `${network}::1`, 2)).toEqual([true, true]);
    expect(await often("wren-1111", `${network}:ffff::2`, 2)).toEqual([true, false]);
  });
});

const signUp = (word: string) => ({ word, password: PASSWORD, remember: false });

describe("recovery words", () => {
  it("K15 wait in the sealed index until two of them are typed back", async () => {
    const { account, words } = await newcomer(world);
    const typed = (place: number) => ({ place, word: words[place] ?? "" });
    const refused = { ok: false, refusal: { code: "wrong-words" } };
    expect(words).toHaveLength(12);
    expect(await account.confirmRecoveryWords([typed(3)])).toEqual(refused);
    expect(await account.confirmRecoveryWords([typed(3), typed(3)])).toEqual(refused);
    const wrong = { place: 4, word: words[5] === words[4] ? "zoo" : (words[5] ?? "") };
    expect(await account.confirmRecoveryWords([typed(3), wrong])).toEqual(refused);
    expect(account.pendingRecoveryWords()).toEqual(words);
    const shouted = { place: 7, word: ` ${words[7]?.toUpperCase()} ` };
    expect((await account.confirmRecoveryWords([typed(3), shouted])).ok).toBe(true);
    expect(account.pendingRecoveryWords()).toBeNull();
  });

  it("K5 ends alike for an unknown name and wrong words", async () => {
    const other = await newcomer(world);
    const recover = { password: ANOTHER, remember: false };
    const [unknown, wrong] = [world.device(), world.device()];
    const theirs = { ...recover, words: other.words.join(" ") };
    expect(await unknown.account.recover({ ...theirs, name: nowhere })).toEqual(WRONG);
    expect(await wrong.account.recover({ ...theirs, name: ada.name })).toEqual(WRONG);
    const nonsense = { ...recover, words: "not twelve words" };
    expect(await wrong.account.recover({ ...nonsense, name: ada.name })).toEqual(WRONG);
    const lengths = (wire: readonly string[]) => wire.map((said) => said.length);
    expect(lengths(unknown.wire)).toEqual(lengths(wrong.wire));
    expect(unknown.wire.at(-1)).toBe(wrong.wire.at(-1));
  });

  it("K8 bring everything back under a new password, and end all sessions", async () => {
    const person = await newcomer(world);
    const before = person.account.keyring.current();
    await before?.index.update((index) => ({ ...index, prefs: { country: "ie" } }));
    const there = world.device();
    const recovering = {
      name: person.name,
      words: ` ${person.words.join("  ").toUpperCase()}`,
      password: ANOTHER,
      remember: false,
    };
    const recovered = await there.account.recover(recovering);
    expect(recovered).toEqual({ ok: true, value: { name: person.name } });
    const after = there.account.keyring.current();
    expect(after?.person).toBe(before?.person);
    expect(after?.signingKey).toEqual(before?.signingKey);
    expect(after?.index.current().prefs).toEqual({ country: "ie" });

    const newWords = there.account.pendingRecoveryWords();
    expect(newWords).toHaveLength(12);
    expect(newWords).not.toEqual(person.words);
    expect(await before?.index.refresh()).toEqual({
      ok: false,
      refusal: { code: "not-signed-in" },
    });
    expect(await world.device().account.recover(recovering)).toEqual(WRONG);
    const old = { name: person.name, password: PASSWORD, remember: false };
    expect(await world.device().account.signIn(old)).toEqual(WRONG);
    const again = await world.device().account.signIn({ ...old, password: ANOTHER });
    expect(again.ok).toBe(true);
    expect((await after?.index.refresh())?.ok).toBe(true);
  });
});

describe("changing the password", () => {
  it("K9 takes the one of now and ends every other session; the words stay", async () => {
    const person = await newcomer(world);
    const other = world.device();
    const credentials = { name: person.name, password: PASSWORD, remember: true };
    await other.account.signIn(credentials);
    const change = (current: string, next: string) =>
      person.account.changePassword({ current, next });

    expect(await change(ANOTHER, ANOTHER)).toEqual(WRONG);
    expect(await change(PASSWORD, "short")).toEqual({
      ok: false,
      refusal: { code: "bad-password" },
    });
    expect(await change(PASSWORD, ANOTHER)).toEqual({ ok: true, value: null });

    expect((await person.account.keyring.current()?.index.refresh())?.ok).toBe(true);
    const ended = await other.account.keyring.current()?.index.refresh();
    expect(ended).toEqual({ ok: false, refusal: { code: "not-signed-in" } });
    expect(await world.device().account.signIn(credentials)).toEqual(WRONG);

    // The device that changed it unlocks by the new one, the other by the new one once it is online.
    await person.account.lock();
    person.cut(true);
    expect(await person.account.unlock(PASSWORD)).toEqual(WRONG);
    expect((await person.account.unlock(ANOTHER)).ok).toBe(true);
    await other.account.lock();
    expect((await other.account.unlock(ANOTHER)).ok).toBe(true);

    const words = person.words.join(" ");
    const recovered = { name: person.name, words, password: PASSWORD, remember: false };
    expect((await world.device().account.recover(recovered)).ok).toBe(true);
  });
});
