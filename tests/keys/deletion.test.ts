import { beforeEach, describe, expect, it } from "vitest";
import {
  PASSWORD,
  accountWorld,
  newcomer,
  type AccountWorld,
} from "#tests/support/account-world.ts";

const MINUTE = 60_000;

let world: AccountWorld;
let device: Awaited<ReturnType<typeof newcomer>>;
beforeEach(async () => {
  world = await accountWorld();
  device = await newcomer(world);
});

const confirmAgain = { ok: false, refusal: { code: "confirm-again" } };

describe("what cannot be undone", () => {
  it("K31 asks for the password again, five minutes after it was given", async () => {
    const endOthers = () => device.api.post("/api/account/sessions/end", { which: "others" });
    expect(await endOthers()).toMatchObject({ ok: true });
    world.time.now += 5 * MINUTE;
    expect(await endOthers()).toEqual(confirmAgain);
    expect(await device.account.deleteAccount()).toEqual(confirmAgain);
    expect(await device.account.confirm("not the password at all")).toMatchObject({
      refusal: { code: "wrong-credentials" },
    });
    expect(await endOthers()).toEqual(confirmAgain);
    expect(await device.account.confirm(PASSWORD)).toMatchObject({ ok: true });
    expect(await endOthers()).toMatchObject({ ok: true });
  });

  it("K31 is confirmed for the session in which the password was given, and no other", async () => {
    const second = world.device();
    await second.account.signIn({ name: device.name, password: PASSWORD, remember: true });
    world.time.now += 5 * MINUTE;
    await second.account.confirm(PASSWORD);
    expect(await device.account.deleteAccount()).toEqual(confirmAgain);
  });

  it("K31 is not confirmed by a clock that went back", async () => {
    world.time.now -= MINUTE;
    expect(await device.account.deleteAccount()).toEqual(confirmAgain);
  });
});

describe("an account that is deleted", () => {
  it("K32 is gone: its name and its words let nobody in, and every session has ended", async () => {
    const second = world.device();
    await second.account.signIn({ name: device.name, password: PASSWORD, remember: true });
    const ended: string[] = [];
    world.sessions.onEnded(({ id }) => void ended.push(id));
    expect(await device.account.deleteAccount()).toMatchObject({ ok: true });
    expect(ended).toHaveLength(2);
    expect(device.account.keyring.current()).toBeNull();
    expect(await second.api.get("/api/account")).toMatchObject({
      refusal: { code: "not-signed-in" },
    });
    const input = { name: device.name, password: PASSWORD, remember: false };
    const unknown = await world.device().account.signIn({ ...input, name: "heron-0000" });
    expect(await world.device().account.signIn(input)).toEqual(unknown);
    const words = device.words.join(" ");
    expect(await world.device().account.recover({ ...input, words })).toEqual(unknown);
  });
});
