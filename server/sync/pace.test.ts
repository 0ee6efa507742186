import { afterEach, describe, expect, it } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { newId } from "#tests/support/some.ts";
import {
  newPerson,
  newPiece,
  openRelayWorld,
  type RelayWorld,
} from "#tests/support/relay-world.ts";
import { someSealed } from "#tests/support/wire-client.ts";
import { Pace, USUAL_PACE } from "./pace.ts";

const MIB = 1024 * 1024;
const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

describe("the pace", () => {
  const ada = newId<PersonId>();
  const ben = newId<PersonId>();
  let now = 0;

  it("L5 lets a day offline through at once, and slows down what comes after it", () => {
    const pace = new Pace(USUAL_PACE, () => now);
    for (let n = 0; n < USUAL_PACE.burst.frames; n++) expect(pace.take(ada, 500)).toBe(0);
    expect(pace.take(ada, 500)).toBeCloseTo(SECOND / USUAL_PACE.perSecond.frames);
    expect(pace.take(ben, 500)).toBe(0);
    now += SECOND;
    expect(pace.take(ada, 500)).toBe(0);
  });

  it("L5 never slows down who writes by hand, together, all day", () => {
    const pace = new Pace(USUAL_PACE, () => now);
    for (let n = 0; n < 100_000; n++) {
      now += 50;
      expect(pace.take(ada, 600)).toBe(0);
    }
  });

  it("L5 slows down who writes more in a day than there is room for", () => {
    const pace = new Pace(USUAL_PACE, () => now);
    const frame = MIB / 4;
    for (let n = 0; n < 4 * 256; n++) expect(pace.take(ada, frame)).toBe(0);
    expect(pace.take(ada, frame)).toBeGreaterThan(60 * SECOND);
    now += DAY;
    expect(pace.take(ada, frame)).toBe(0);
  });
});

describe("a relay with a pace", () => {
  let world: RelayWorld;
  afterEach(() => world.close());

  it("L5 takes everything in the end, over all sockets of a person, in order", async () => {
    const burst = { frames: 10, bytes: MIB };
    world = await openRelayWorld({
      pace: { burst, perSecond: { frames: 100, bytes: MIB } },
    });
    const [ada, ben, piece] = [newPerson(), newPerson(), newPiece()];
    world.allow(ada, piece);
    world.allow(ben, piece);
    const writer = await world.connect(ada, piece);
    const other = await world.connect(ben, piece);
    await writer.hello();
    await other.hello();
    const sn = await writer.announce();
    const began = performance.now();
    for (let counter = 1; counter <= 30; counter++) {
      writer.send({ type: "push", sn, counter, sealed: someSealed() });
    }
    // Somebody else is not slowed down meanwhile.
    await other.fence();
    const last = await other.entry("frame", (frame) => frame.counter === 30);
    expect(last.seq).toBe(31);
    expect(performance.now() - began).toBeGreaterThan(150);
    const counters = other.entries.flatMap((one) => (one.type === "frame" ? [one.counter] : []));
    expect(counters).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });
});
