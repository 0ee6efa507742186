import { expect, it } from "vitest";
import type { Api } from "#client/api.ts";
import { createAccount } from "#client/account.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { newId } from "#tests/support/keys.ts";
import { accountWorld, LIGHT, newcomer, PASSWORD } from "#tests/support/account-world.ts";

it("K14 an older index does not take the place of a newer one by signing in again", async () => {
  const world = await accountWorld();
  const { account, api, vault, name } = await newcomer(world);
  const older = await api.get("/api/account");
  const room = newId<RoomId>();
  const changed = await account.keyring.current()?.index.update((index) => ({
    ...index,
    rooms: { ...index.rooms, [room]: { petname: "Bo" } },
  }));
  expect(changed?.ok).toBe(true);
  await account.lock();

  const rolledBack: Api = {
    ...api,
    post: async (path, body) => {
      const answer = await api.post(path, body);
      if (path !== "/api/account/login/finish" || !answer.ok || !older.ok) return answer;
      return { ok: true, value: { ...(answer.value as object), account: older.value } };
    },
  };
  const again = createAccount({
    api: rolledBack,
    secrets: inProcessSecrets(LIGHT),
    vault,
    clock: { now: () => world.time.now },
  });
  expect(await again.signIn({ name, password: PASSWORD, remember: true })).toEqual({
    ok: false,
    refusal: { code: "fault" },
  });
  expect((await vault.load()).record?.index.version).toBe(1);
  expect((await account.signIn({ name, password: PASSWORD, remember: true })).ok).toBe(true);
  const entry = account.keyring.current()?.index.current().rooms[room];
  expect(known(entry)?.petname).toBe("Bo");
});
