import { beforeAll, describe, expect, it } from "vitest";
import { openIndex, sealIndex } from "#client/keyring/index-sealing.ts";
import { createSealedIndex } from "#client/keyring/sealed-index.ts";
import { Locked } from "#client/keyring/keyring.ts";
import { secretsHandlers } from "#client/secrets/calls.ts";
import type { UnlockedKeys } from "#client/secrets/secrets-worker.ts";
import { emptyIndex, type Index } from "#domain/index-schema.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import { newId, random } from "#tests/support/keys.ts";
import {
  accountWorld,
  ANOTHER,
  LIGHT,
  newcomer,
  PASSWORD,
  type AccountWorld,
} from "#tests/support/account-world.ts";

const MINUTE = 60_000;
const secrets = secretsHandlers(LIGHT);
const WRONG = { ok: false, refusal: { code: "wrong-credentials" } };
const UNLOCKED = { is: "unlocked" };

let world: AccountWorld;
let ada: Awaited<ReturnType<typeof newcomer>>;
beforeAll(async () => {
  world = await accountWorld();
  ada = await newcomer(world);
});

const kept = async (vault: typeof ada.vault) => {
  const { record, unlocked } = await vault.load();
  if (!record || !unlocked) throw new Error("nothing is kept");
  return { record, unlocked };
};

describe("a remembered device", () => {
  it("K10 unlocks without the network", async () => {
    const device = ada.reload();
    await device.account.lock();
    device.cut(true);
    const locked = { is: "locked", name: ada.name };
    expect(await device.account.restore()).toEqual(locked);
    expect(await device.account.unlock(ANOTHER)).toEqual(WRONG);
    expect(await device.account.unlock(PASSWORD)).toEqual({ ok: true, value: { name: ada.name } });
    expect(device.account.keyring.current()?.index.current().recoveryWords).toEqual(ada.words);
    device.cut(false);
    expect((await device.account.keyring.current()?.index.refresh())?.ok).toBe(true);
  });

  it("K10 opens neither without its own key nor without the password", async () => {
    const { record } = await kept(ada.vault);
    const elsewhere = await newcomer(world);
    const { unlock: theirs } = (await kept(elsewhere.vault)).record;
    const { person, identity, unlock } = record;
    const open = { password: PASSWORD, person, identity };
    expect(await secrets.openOnDevice({ ...open, device: unlock })).not.toBeNull();
    const otherKey = { ...unlock, deviceKey: theirs.deviceKey };
    expect(await secrets.openOnDevice({ ...open, device: otherKey })).toBeNull();
    const wrong = { ...open, password: ANOTHER, device: unlock };
    expect(await secrets.openOnDevice(wrong)).toBeNull();
  });

  it("K10 begins a new session when the old one has ended meanwhile", async () => {
    const person = await newcomer(world);
    const id = person.account.keyring.current()?.person;
    if (!id) throw new Error("nobody is unlocked");
    await world.sessions.endAll(id);
    await person.account.lock();
    expect((await person.account.unlock(PASSWORD)).ok).toBe(true);
    expect((await person.account.keyring.current()?.index.refresh())?.ok).toBe(true);
  });

  it("K10 forgets the account once its password has been replaced and is not known here", async () => {
    const person = await newcomer(world);
    const recovering = { name: person.name, words: person.words.join(" "), password: ANOTHER };
    expect((await world.device().account.recover({ ...recovering, remember: false })).ok).toBe(
      true,
    );
    await person.account.lock();
    expect(await person.account.unlock(PASSWORD)).toEqual(WRONG);
    expect(person.account.keyring.current()).toBeNull();
    expect(await person.vault.load()).toEqual({ record: null, unlocked: null });
  });

  it("K12 has no keys once it is locked, in this page or the next", async () => {
    const person = await newcomer(world);
    const keyring = person.account.keyring.current();
    if (!keyring) throw new Error("nobody is unlocked");
    const told: unknown[] = [];
    person.account.keyring.subscribe((current) => told.push(current));
    await person.account.lock();

    expect(person.account.keyring.current()).toBeNull();
    expect(told).toEqual([null]);
    expect((await person.vault.load()).unlocked).toBeNull();
    const piece = newId<PieceId>();
    const attempts = [
      keyring.sign(random(3)),
      keyring.openFrom(random(80), random(3)),
      keyring.wrapPieceKey(piece, random(32)),
      keyring.unwrapPieceKey(piece, random(60)),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(Locked);
    const updated = await keyring.index.update((index) => ({ ...index, prefs: {} }));
    expect(updated).toEqual(refuse("locked"));
    expect(await person.reload().account.restore()).toEqual({ is: "locked", name: person.name });
  });

  it("K12 does not take up keys again by a touch that comes after the lock", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const touching = device.account.touch();
    await device.account.lock();
    await touching;
    await device.vault.touch(world.time.now);
    expect((await device.vault.load()).unlocked).toBeNull();
  });

  it("K13 is unlocked after a reload within the idle time, and locked after it", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    world.time.now += 9 * MINUTE;
    const second = ada.reload();
    second.cut(true);
    expect(await second.account.restore()).toEqual(UNLOCKED);
    expect(second.account.keyring.current()?.name).toBe(ada.name);
    world.time.now += 9 * MINUTE;
    await second.account.touch();
    world.time.now += 9 * MINUTE;
    expect(await ada.reload().account.restore()).toEqual(UNLOCKED);
    world.time.now += 10 * MINUTE;
    const late = ada.reload();
    expect((await late.account.restore()).is).toBe("locked");
    expect((await late.vault.load()).unlocked).toBeNull();
  });

  it("K13 keeps the idle time that the person chose", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const setIdle = (idleMinutes: 1 | 10 | 60) => (index: Index) => ({
      ...index,
      prefs: { ...index.prefs, idleMinutes },
    });
    await device.account.keyring.current()?.index.update(setIdle(60));
    world.time.now += 59 * MINUTE;
    expect(await ada.reload().account.restore()).toEqual(UNLOCKED);
    await device.account.keyring.current()?.index.update(setIdle(1));
    world.time.now += MINUTE;
    expect((await ada.reload().account.restore()).is).toBe("locked");
  });

  it("K13 is locked when its clock was set back", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    world.time.now -= MINUTE;
    expect((await ada.reload().account.restore()).is).toBe("locked");
    world.time.now += MINUTE;
  });

  it("K30 holds no key that can be exported", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const { record, unlocked } = await kept(ada.vault);
    const { signing, box, index, pieces, versions }: UnlockedKeys = unlocked.keys;
    const all = [signing, box.privateKey, index, pieces, versions, record.unlock.deviceKey];
    expect(all.map((key) => key.extractable)).toEqual(all.map(() => false));
    for (const key of all)
      await expect(crypto.subtle.exportKey("jwk", key)).rejects.toThrow("not extractable");
  });

  it("K11 forgets everything on signing out, also without the network", async () => {
    const person = await newcomer(world);
    person.cut(true);
    await person.account.signOut();
    expect(await person.vault.load()).toEqual({ record: null, unlocked: null });
    expect(await person.reload().account.restore()).toEqual({ is: "signed-out" });
  });

  it("K35 ends the session of who signed out without the network once the server can be reached", async () => {
    const person = await newcomer(world);
    const id = person.account.keyring.current()?.person as PersonId;
    person.cut(true);
    await person.account.signOut();
    await person.account.endLeftSession();
    expect(await world.store.sessionsOf(id)).toHaveLength(1);
    // The page may be another one by then.
    const later = person.reload();
    await later.account.endLeftSession();
    expect(await world.store.sessionsOf(id)).toEqual([]);
    expect(later.api.cookie()).toBe("");
    const asked = later.wire.length;
    await later.account.endLeftSession();
    expect(later.wire, "nothing is left to ask for").toHaveLength(asked);
  });

  it("K35 leaves nothing to end, and nothing here, when the server has ended the session", async () => {
    const person = await newcomer(world);
    person.cut(true);
    await person.account.sessionEnded();
    expect(await person.vault.load()).toEqual({ record: null, unlocked: null });
    const later = person.reload();
    await later.account.endLeftSession();
    expect(later.wire).toEqual([]);
  });

  it("K35 ends it before anybody signs in there, and never theirs", async () => {
    const person = await newcomer(world);
    const id = person.account.keyring.current()?.person as PersonId;
    const { name } = person;
    person.cut(true);
    await person.account.signOut();
    person.cut(false);
    const signedIn = await person.account.signIn({ name, password: PASSWORD, remember: true });
    expect(signedIn.ok).toBe(true);
    expect(await world.store.sessionsOf(id), "theirs alone").toHaveLength(1);
    await person.account.endLeftSession();
    await person.reload().account.endLeftSession();
    expect((await person.api.get("/api/account")).ok).toBe(true);
  });
});

describe("a shared device", () => {
  it("K11 keeps nothing of whoever was here", async () => {
    const device = world.device();
    const credentials = { name: ada.name, password: PASSWORD, remember: false };
    expect((await device.account.signIn(credentials)).ok).toBe(true);
    expect(device.account.keyring.current()?.remembered).toBe(false);
    await device.account.touch();
    await device.account.keyring.current()?.index.update((index) => ({ ...index, seen: 1 }));
    expect(await device.vault.load()).toEqual({ record: null, unlocked: null });
    expect(await device.reload().account.restore()).toEqual({ is: "signed-out" });
    expect(await device.account.unlock(PASSWORD)).toEqual({
      ok: false,
      refusal: { code: "not-remembered" },
    });
  });

  it("K11 leaves what the device remembers of another, locked", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const guest = await newcomer(world);
    const credentials = { name: guest.name, password: PASSWORD, remember: false };
    expect((await device.account.signIn(credentials)).ok).toBe(true);
    expect(await device.reload().account.restore()).toEqual({ is: "locked", name: ada.name });
  });
});

describe("the sealed index", () => {
  const country = (code: string) => (index: Index) => ({
    ...index,
    prefs: { ...index.prefs, country: code },
  });

  it("K14 takes changes from two devices, whoever is faster", async () => {
    const person = await newcomer(world);
    const other = world.device();
    await other.account.signIn({ name: person.name, password: PASSWORD, remember: false });
    const [here, there] = [person.account.keyring.current(), other.account.keyring.current()];
    const seen: Index[] = [];
    there?.index.subscribe((index) => seen.push(index));
    const mark = (key: string) => (index: Index) => ({ ...index, [key]: true });
    const updates = ["a", "b", "c"].flatMap((key) => [
      here?.index.update(mark(`here-${key}`)),
      there?.index.update(mark(`there-${key}`)),
    ]);
    expect((await Promise.all(updates)).every((done) => done?.ok)).toBe(true);
    await here?.index.refresh();
    await there?.index.refresh();
    expect(here?.index.current()).toEqual(there?.index.current());
    for (const key of ["here-a", "here-c", "there-a", "there-c"])
      expect(here?.index.current()).toHaveProperty(key, true);
    expect(seen.at(-1)).toEqual(there?.index.current());
  });

  it("K14 says so when it cannot be changed, and stays as it was", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const keyring = device.account.keyring.current();
    const before = keyring?.index.current();
    device.cut(true);
    expect(await keyring?.index.update(country("nz"))).toEqual({
      ok: false,
      refusal: { code: "offline" },
    });
    expect(keyring?.index.current()).toBe(before);
  });

  it("K14 does not go back to an older one that a server shows", async () => {
    const person = await newcomer(world);
    const older = await person.api.get("/api/account");
    await person.account.keyring.current()?.index.update(country("au"));
    const { record, unlocked } = await kept(person.vault);
    const { version, sealed } = record.index;
    const opened = await openIndex(unlocked.keys.index, record.person, version, sealed);
    expect(opened?.prefs.country).toBe("au");
    const index = createSealedIndex({
      api: { ...person.api, get: async () => older },
      person: record.person,
      key: () => unlocked.keys.index,
      version,
      index: opened ?? emptyIndex(),
      keep: async () => {},
    });
    expect(await index.refresh()).toEqual({ ok: false, refusal: { code: "fault" } });
    expect(index.current().prefs.country).toBe("au");
  });

  it("K14 opens for its own person and version only, and shows its length in steps", async () => {
    const { unlocked } = await kept((await newcomer(world)).vault);
    const { index: key } = unlocked.keys;
    const person = newId<PersonId>();
    const full: Index = { ...emptyIndex(), recoveryWords: Array<string>(12).fill("zoo") };
    const sealed = await sealIndex(key, person, 3, full);
    expect(await openIndex(key, person, 3, sealed)).toEqual(full);
    expect(await openIndex(key, person, 4, sealed)).toBeNull();
    expect(await openIndex(key, newId<PersonId>(), 3, sealed)).toBeNull();
    expect(await openIndex(unlocked.keys.pieces, person, 3, sealed)).toBeNull();
    expect(sealed).toHaveLength(4096 + 28);
    expect(await sealIndex(key, person, 3, emptyIndex())).toHaveLength(4096 + 28);
  });

  it("K14 gives back what a newer client has put in", async () => {
    const person = newId<PersonId>();
    const { unlocked } = await kept((await newcomer(world)).vault);
    const piece = { kind: "letter", title: "", room: newId<RoomId>(), colour: 3 } as const;
    const pieces = { [newId<PieceId>()]: piece };
    const newer: Index = { ...emptyIndex(), pieces, tomorrow: { is: "another" } };
    const sealed = await sealIndex(unlocked.keys.index, person, 0, newer);
    expect(await openIndex(unlocked.keys.index, person, 0, sealed)).toEqual(newer);
  });

  it("K14 is not written over by a tab whose session has become another's", async () => {
    const device = ada.reload();
    await device.account.unlock(PASSWORD);
    const keyring = device.account.keyring.current();
    const guest = await newcomer(world);
    const tab = device.reload();
    await tab.account.signIn({ name: guest.name, password: PASSWORD, remember: false });
    expect(await keyring?.index.update(country("ca"))).toEqual({
      ok: false,
      refusal: { code: "not-signed-in" },
    });
  });
});
