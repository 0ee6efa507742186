import type { ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import { RoomContext, type InRoom } from "#client/hooks/use-room.ts";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { inHtml } from "#tests/support/in-html.tsx";
import { RoomWorld, type Somebody } from "#tests/support/room-world.ts";
import { Leaving } from "../room-settings/leaving.tsx";
import { PausedNotice } from "./paused-notice.tsx";

vi.mock("@remix-run/react", () => ({ Link: "a", useNavigate: () => () => {} }));

const DAY = 24 * 60 * 60_000;
const WAYS: Readonly<Record<string, readonly RoomCommand[]>> = {
  pause: [{ kind: "pause", minutes: null }],
  leave: [{ kind: "leave" }],
  block: [{ kind: "block" }],
  "pause, then leave": [{ kind: "pause", minutes: null }, { kind: "leave" }],
};
/** What each reads of what they did themselves. */
const OWN: Readonly<Record<string, string>> = {
  pause: "You can end it whenever you like.",
  leave: "You left this room.",
  block: "You left this room, and blocked the other person.",
  "pause, then leave": "You left this room.",
};
const PAUSED = "This room is paused.";
const LONG = "This room has been paused for sixty days. You may close your side.";
const CLOSE = "Close my side";

/** The notice in the room, and what the settings say of leaving it, as this person's browser shows them. */
async function pagesOf(world: RoomWorld, who: Somebody): Promise<readonly [string, string]> {
  const here = { scene: { view: await world.view(who), petname: "" } } as InRoom;
  const within = (page: ReactElement) => pageIn(here, page);
  return [within(<PausedNotice />), within(<Leaving />)];
}

const pageIn = (here: InRoom, page: ReactElement): string =>
  inHtml(<RoomContext.Provider value={here}>{page}</RoomContext.Provider>);

async function after(way: string, time: number) {
  const world = await RoomWorld.paired();
  for (const command of WAYS[way] ?? []) {
    expect(await world.act(world.ada, command)).toBe("done");
  }
  world.now += time;
  return { ada: await pagesOf(world, world.ada), bo: await pagesOf(world, world.bo) };
}

describe("a room in which nothing crosses", () => {
  it.each(Object.keys(WAYS))(
    "R21 says to both in the same words that it was so for 60 days (%s)",
    async (way) => {
      const before = await after(way, 60 * DAY - 1);
      const long = await after(way, 60 * DAY);
      for (const page of [...before.ada, ...before.bo]) expect(page).not.toContain(LONG);
      for (const page of [...long.ada, ...long.bo]) {
        expect(page).toContain(LONG);
        expect(page).toContain(CLOSE);
      }
      for (const [notice] of [long.ada, long.bo]) expect(notice).toContain(PAUSED);
      expect(before.ada[0]).toContain(OWN[way]);
      expect(long.ada[0]).toContain(OWN[way]);
      if (way !== "pause") {
        expect(long.ada[1]).toContain(OWN[way]);
        expect([...long.ada].join()).not.toContain("End the pause");
      }
    },
  );

  it("R17 R21 says to who stays the same after a pause, a leaving and a block, before and after", async () => {
    for (const time of [0, 60 * DAY - 1, 60 * DAY, 400 * DAY]) {
      const [first, ...others] = await Promise.all(
        Object.keys(WAYS).map(async (way) => (await after(way, time)).bo),
      );
      for (const other of others) expect(other).toEqual(first);
      expect(first?.join()).not.toContain("You left");
    }
  });

  it("R21 says to who closed their side that they did, and offers it no more", async () => {
    const world = await RoomWorld.paired();
    await world.act(world.ada, { kind: "leave" });
    world.now += 61 * DAY;
    expect(await world.act(world.ada, { kind: "close-side" })).toBe("done");
    const pages = await pagesOf(world, world.ada);
    for (const page of pages) {
      expect(page).toContain("You left this room");
      expect(page).not.toContain(LONG);
      expect(page).not.toContain(CLOSE);
    }
  });
});
