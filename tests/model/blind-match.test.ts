import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blindMatchOf } from "#client/crypto/blind-match.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import { secretFrom } from "#client/crypto/secret.ts";
import type { RoundId } from "#domain/ids.ts";
import {
  boMarkedMore,
  bothMarked,
  DECK,
  onlyWhatBothMarked,
  play,
  ROUNDS,
  steps,
  type Player,
  type Table,
} from "#tests/support/rounds.ts";
import { newId, random, RoomWorld } from "#tests/support/room-world.ts";

const HOUR = 60 * 60 * 1000;
const RUNS = process.env.SOAK ? 1_000 : process.env.ALL ? 200 : 12;

/** Before the services, with the tokens that devices make. Ids and hashes are told by their length. */
async function tableOf(): Promise<Table> {
  const world = await RoomWorld.paired();
  const secret = await secretFrom(random(32));
  const piece = await world.question();
  const rounds = Array.from({ length: ROUNDS }, () => newId<RoundId>());
  const match = (round: RoundId) =>
    blindMatchOf(secret, { room: world.room, piece, round }, systemRandomness);
  const shown = async (who: Player) => {
    const { pieces } = await world.view(world[who]);
    const seen = pieces.find((one) => one.piece === piece);
    if (seen?.mode !== "paired") throw new Error("the question is gone");
    return seen;
  };
  return {
    ask: (who, n, hours) => {
      const round = rounds[n] ?? newId<RoundId>();
      const opensAt = world.now + hours * HOUR;
      return world.sign(world[who], piece, {
        kind: "ask-round",
        ...{ round, lines: DECK.length, opensAt },
      });
    },
    drop: async (who) => {
      const { round } = await shown(who);
      if (round?.is !== "asked") return "nothing";
      return world.sign(world[who], piece, { kind: "drop-round", round: round.round });
    },
    begin: async (who) => {
      const { round } = await shown(who);
      if (round?.is !== "asked") return "nothing";
      const asked = round.statement.hash;
      return world.sign(world[who], piece, { kind: "begin-round", round: round.round, asked });
    },
    mark: async (who, marked) => {
      const { round } = await shown(who);
      if (round?.is !== "running") return "nothing";
      const tokens = [...(await match(round.round).tokens(DECK, marked))];
      return world.run(world[who], piece, { kind: "submit-round", round: round.round, tokens });
    },
    wait: async (hours) => {
      world.now += hours * HOUR;
    },
    adaGets: async () => {
      const { person } = world.ada;
      const all = [
        await world.view(world.ada),
        await world.consent.chain(person, world.room),
        await world.consent.record(person, world.room),
        await world.rooms.list(person),
        world.announced.filter((who) => who === person).length,
      ];
      return JSON.stringify(all).replace(/[\w-]{22,}/g, ({ length }) => `${length}`);
    },
    adaReads: async () => {
      const { results } = await shown("ada");
      return Promise.all(
        results.map(({ round, common }) => match(round).linesOf(DECK, [...common])),
      );
    },
  };
}

describe("rounds before the services, with real tokens", () => {
  it("G34 give out nothing but what both marked in each, by any path", async () => {
    let more = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const real = await play(await tableOf(), script);
        const over = real.begun.slice(0, real.read.length);
        expect(real.read).toEqual(over.map(bothMarked));
        const other = await play(await tableOf(), script, onlyWhatBothMarked(real.begun));
        expect(other.got).toEqual(real.got);
        more += over.filter(boMarkedMore).length;
      }),
      { numRuns: RUNS, seed: 34 },
    );
    // Otherwise it could not have failed.
    expect(more).toBeGreaterThan(RUNS / 2);
  }, 600_000);
});
