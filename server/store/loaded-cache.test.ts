import { describe, expect, it } from "vitest";
import type { Entry } from "#domain/consent/events.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Loaded } from "#domain/ports.ts";
import { newId } from "#tests/support/some.ts";
import { LoadedCache } from "./loaded-cache.ts";

const [ada, bo] = [newId<PersonId>(), newId<PersonId>()];

function entry(room: RoomId, seq: number, more: Partial<Entry> = {}): Entry {
  const event = { type: "room-resumed" } as const;
  return { subject: room, scope: "shared", seq, by: ada, at: seq, event, ...more };
}

const loaded = (room: RoomId, me: PersonId, count = 1): Loaded => ({
  me: { person: me, sealedRoomKey: null, packet: null, signingKey: "", boxKey: "" },
  other: null,
  invitation: null,
  holdings: {
    room,
    me,
    other: null,
    pieces: [],
    entries: Array.from({ length: count }, (_, n) => entry(room, n + 1)),
  },
});

describe("what was read of a room", () => {
  it("is had again as long as the room has the version under which it was read", () => {
    const cache = new LoadedCache();
    const room = newId<RoomId>();
    const hers = loaded(room, ada);
    cache.keep(3, hers);
    expect(cache.find(room, 3, ada)).toBe(hers);
    expect([cache.find(room, 4, ada), cache.find(room, 3, bo)]).toEqual([null, null]);
    cache.keep(2, loaded(room, ada, 0));
    expect(cache.find(room, 3, ada)).toBe(hers);
  });

  it("grows by what is written next, for each by what they may know, or has to be read anew", () => {
    const cache = new LoadedCache();
    const room = newId<RoomId>();
    for (const me of [ada, bo]) cache.keep(1, loaded(room, me));
    cache.extend(room, 2, { entries: [entry(room, 2), entry(room, 1, { scope: ada })] });
    const seen = (version: number, me: PersonId) =>
      cache.find(room, version, me)?.holdings.entries.map(({ scope, seq }) => `${scope} ${seq}`);
    expect(seen(2, bo)).toEqual(["shared 1", "shared 2"]);
    expect(seen(2, ada)).toEqual(["shared 1", `${ada} 1`, "shared 2"]);
    cache.extend(room, 4, { entries: [entry(room, 3)] });
    expect(seen(4, ada)).toBeUndefined();
    const unknown = entry(room, 3, { subject: newId<PieceId>(), scope: ada });
    cache.extend(room, 3, { entries: [unknown] });
    expect([seen(3, ada), seen(3, bo)?.length]).toEqual([undefined, 2]);
  });

  it("is read anew by whoever more has changed for, and by nobody else", () => {
    const cache = new LoadedCache();
    const room = newId<RoomId>();
    for (const me of [ada, bo]) cache.keep(1, loaded(room, me));
    cache.extend(room, 2, { entries: [], anew: ada });
    expect(cache.find(room, 2, ada)).toBeNull();
    expect(cache.find(room, 2, bo)?.holdings.entries).toHaveLength(1);
  });

  it("is let go of, the longest unread first, when there is too much of it", () => {
    const cache = new LoadedCache();
    const rooms = [newId<RoomId>(), newId<RoomId>(), newId<RoomId>()] as const;
    cache.keep(1, loaded(rooms[0], ada, 25_000));
    cache.keep(1, loaded(rooms[1], ada, 25_000));
    cache.find(rooms[0], 1, ada);
    cache.keep(1, loaded(rooms[2], ada, 25_000));
    expect(rooms.map((room) => cache.find(room, 1, ada) !== null)).toEqual([true, false, true]);
  });
});
