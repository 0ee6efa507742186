import { readFileSync } from "node:fs";
import type { AppLoadContext, LoaderFunction } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { SESSION_COOKIE, type Accounts, type Sessions } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { loader as room } from "#app/routes/room/route.tsx";
import { pageRoutes } from "#tests/support/data-routes.ts";
import { newId, random, RoomWorld, somebody } from "#tests/support/room-world.ts";

/** The pages in whose address an id stands, as far as the server looks at it. */
const PAGES: Readonly<Record<string, LoaderFunction | "no id of anybody's">> = {
  "room/:room": room,
  "help/about/:page": "no id of anybody's",
  "help/:country": "no id of anybody's",
  "practices/:practice": "no id of anybody's",
  "practices/:practice/begin": "no id of anybody's",
};

describe("pages", () => {
  it("have a case for every id that the server looks at", async () => {
    const looks = (await pageRoutes())
      .filter(({ path }) => path.includes(":"))
      .filter(({ file }) =>
        /export (async function|const) (loader|action)\b/.test(readFileSync(`app/${file}`, "utf8")),
      )
      .map(({ path }) => path);
    expect(looks.sort()).toEqual(Object.keys(PAGES).sort());
  });

  it("R2 a room of others and a room that never was are one page", async () => {
    const world = await RoomWorld.paired();
    const stranger = await somebody(world.stores.accounts);
    const answerTo = async (person: PersonId | null, id: string): Promise<string> => {
      const find: Sessions["find"] = async () => (person ? { id: "session", person } : null);
      const context: AppLoadContext = {
        services: {
          accounts: {} as Accounts,
          sessions: { find } as Sessions,
          rooms: world.rooms,
          consent: world.consent,
          limits: { mayAsk: async () => true },
        },
        nonce: "",
        address: "192.0.2.1",
      };
      const cookie = `${SESSION_COOKIE}=${toBase64Url(random(32))}`;
      const request = new Request(`http://threshold.test/room/${id}`, { headers: { cookie } });
      const thrown: unknown = await room({ request, params: { room: id }, context }).catch(
        (error: unknown) => error,
      );
      if (!(thrown instanceof Response)) throw new Error("it was answered");
      const { status, headers } = thrown;
      return JSON.stringify([status, [...headers], await thrown.text()]).replaceAll(id, "the id");
    };
    for (const person of [stranger.person, null]) {
      const real = await answerTo(person, world.room);
      expect(await answerTo(person, newId())).toBe(real);
    }
    expect(await answerTo(stranger.person, "x")).toBe(await answerTo(stranger.person, world.room));
    world.consent.close();
  });
});
