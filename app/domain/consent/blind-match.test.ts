import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PieceId, RoundId } from "../ids.ts";
import { ADA, BO, DAY, GateScene, id } from "#tests/support/gate-scene.ts";
import {
  boMarkedMore,
  bothMarked,
  DECK,
  onlyWhatBothMarked,
  play,
  steps,
  type Player,
  type Table,
} from "#tests/support/rounds.ts";

const QUESTION = id<PieceId>(13);
const roundId = (n: number) => id<RoundId>(40 + n);
const PERSON = { ada: ADA, bo: BO } as const;

/** On a ledger that is a list. Tokens are words here: of a line in its round, or of chance. */
function tableOf(): Table {
  const scene = new GateScene();
  scene.act(ADA, QUESTION, { kind: "begin-pair", envelope: "envelope" });
  let chances = 0;
  const shown = (who: Player) => {
    const seen = scene.view(PERSON[who]).find(({ piece }) => piece === QUESTION);
    return seen?.mode === "paired" ? seen : null;
  };
  const tokens = (round: RoundId, marked: ReadonlySet<string>) =>
    DECK.map((line) => ({
      slot: `${round} ${line}`,
      value: marked.has(line) ? `${round} yes to ${line}` : `chance ${(chances += 1)}`,
    }));
  return {
    ask: async (who, round, hours) =>
      scene.act(PERSON[who], QUESTION, {
        kind: "ask-round",
        round: roundId(round),
        lines: DECK.length,
        opensAt: scene.now + (hours * DAY) / 24,
      }),
    drop: async (who) => {
      const round = shown(who)?.round;
      return round?.is === "asked"
        ? scene.act(PERSON[who], QUESTION, { kind: "drop-round", round: round.round })
        : "nothing";
    },
    begin: async (who) => {
      const round = shown(who)?.round;
      if (round?.is !== "asked") return "nothing";
      const { round: its, statement } = round;
      const asked = statement.hash;
      return scene.act(PERSON[who], QUESTION, { kind: "begin-round", round: its, asked });
    },
    mark: async (who, marked) => {
      const round = shown(who)?.round;
      if (round?.is !== "running") return "nothing";
      const { round: its } = round;
      const all = tokens(its, marked);
      return scene.act(PERSON[who], QUESTION, { kind: "submit-round", round: its, tokens: all });
    },
    wait: async (hours) => {
      scene.now += (hours * DAY) / 24;
      scene.endRounds(QUESTION);
    },
    adaGets: async () => JSON.stringify([scene.view(ADA), scene.chain(ADA)]),
    adaReads: async () =>
      (shown("ada")?.results ?? []).map(({ round, common }) =>
        DECK.filter((line) => common.includes(`${round} ${line}`)),
      ),
  };
}

describe("rounds, as often as anybody likes", () => {
  it("G34 give out nothing but what both marked in each", async () => {
    const tally = { rounds: 0, common: 0, more: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const real = await play(tableOf(), script);
        const over = real.begun.slice(0, real.read.length);
        expect(real.read).toEqual(over.map(bothMarked));
        const other = await play(tableOf(), script, onlyWhatBothMarked(real.begun));
        expect(other.got).toEqual(real.got);

        tally.rounds += real.read.length;
        tally.common += real.read.filter((lines) => lines.length > 0).length;
        tally.more += over.filter(boMarkedMore).length;
      }),
      { numRuns: 120, seed: 34 },
    );
    // Otherwise it could not have failed.
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(30);
  });
});
