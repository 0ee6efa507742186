import * as fc from "fast-check";

/** Rounds of marking lines, played over and over: what one of the two can learn of the other's marks. */

export const DECK = ["peace", "friendship", "mornings", "money", "a good ending"] as const;
export const ROUNDS = 6;

export type Player = "ada" | "bo";

type Step =
  | { readonly do: "ask"; readonly who: Player; readonly round: number; readonly hours: number }
  | { readonly do: "drop" | "begin"; readonly who: Player }
  | { readonly do: "mark"; readonly who: Player; readonly marked: readonly string[] }
  | { readonly do: "wait"; readonly hours: number };

const who = fc.constantFrom<Player>("ada", "bo");
const hours = fc.integer({ min: 1, max: 30 });
const ask = fc.record({
  do: fc.constant("ask" as const),
  who,
  round: fc.nat({ max: ROUNDS - 1 }),
  hours,
});
const begin = fc.record({ do: fc.constant("begin" as const), who });
const mark = fc.record({
  do: fc.constant("mark" as const),
  who,
  marked: fc.subarray([...DECK]),
});
const wait = fc.record({ do: fc.constant("wait" as const), hours });
const drop = fc.record({ do: fc.constant("drop" as const), who });

/** Mostly as a round goes, with anything in between and anything left out. */
const turn: fc.Arbitrary<readonly Step[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(ask, begin, begin, mark, mark, mark, wait, wait),
  },
  fc.tuple(ask, begin, mark, mark, mark, mark, wait).chain((parts) => fc.shuffledSubarray(parts)),
  fc.array(fc.oneof(ask, begin, mark, wait, drop), { maxLength: 4 }),
);

export const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(turn, { minLength: 2, maxLength: 8 })
  .map((turns) => turns.flat());

/** One question with its rounds, before whatever decides. Each act gives its outcome. */
export type Table = {
  readonly ask: (who: Player, round: number, hours: number) => Promise<string>;
  /** Said to the round that is asked for, whichever it is; `nothing` if none is. */
  readonly drop: (who: Player) => Promise<string>;
  readonly begin: (who: Player) => Promise<string>;
  readonly mark: (who: Player, marked: ReadonlySet<string>) => Promise<string>;
  readonly wait: (hours: number) => Promise<void>;
  /** Every byte that Ada can get now. */
  readonly adaGets: () => Promise<string>;
  /** What Ada reads of each round that is over. */
  readonly adaReads: () => Promise<readonly (readonly string[])[]>;
};

/** The first marks that were taken of each, by round as it was begun. */
type Taken = { readonly at: number; readonly marked: readonly string[] };
type Begun = Readonly<Partial<Record<Player, Taken>>>;

export type Played = {
  readonly got: readonly string[];
  readonly read: readonly (readonly string[])[];
  readonly begun: readonly Begun[];
};

/** `bos` are Bo's marks at a step, if they mark at all there. */
export async function play(
  table: Table,
  script: readonly Step[],
  bos: (at: number, marked: readonly string[]) => readonly string[] | null = (_at, marked) =>
    marked,
): Promise<Played> {
  const got: string[] = [];
  const begun: Begun[] = [];
  for (const [at, one] of script.entries()) {
    let told: string | null = null;
    switch (one.do) {
      case "ask":
        told = await table.ask(one.who, one.round, one.hours);
        break;
      case "drop":
        told = await table.drop(one.who);
        break;
      case "begin":
        told = await table.begin(one.who);
        if (told === "done") begun.push({});
        break;
      case "mark": {
        const marked = one.who === "bo" ? bos(at, one.marked) : one.marked;
        if (!marked) break;
        const outcome = await table.mark(one.who, new Set(marked));
        const round = begun.at(-1);
        if (outcome === "done" && round && !round[one.who]) {
          begun[begun.length - 1] = { ...round, [one.who]: { at, marked } };
        }
        if (one.who === "ada") told = outcome;
        break;
      }
      case "wait":
        await table.wait(one.hours);
        break;
    }
    got.push(`${told ?? ""} ${await table.adaGets()}`);
  }
  return { got, read: await table.adaReads(), begun };
}

/** What both marked in a round, in the order of the deck: nothing unless both did. */
export const bothMarked = ({ ada, bo }: Begun): readonly string[] =>
  DECK.filter((line) => ada?.marked.includes(line) && bo?.marked.includes(line));

/** Whether there is more of Bo's marks than Ada may know. */
export const boMarkedMore = (round: Begun): boolean =>
  (round.bo?.marked.length ?? 0) > bothMarked(round).length;

/**
 * Another Bo, who marks nothing but what both marked, and nothing at all where that is nothing: whoever
 * can tell the two apart has learnt more than what both marked.
 */
export function onlyWhatBothMarked(begun: readonly Begun[]) {
  const instead = new Map(begun.map((round) => [round.bo?.at, bothMarked(round)]));
  return (at: number): readonly string[] | null => {
    const marked = instead.get(at) ?? [];
    return marked.length > 0 ? marked : null;
  };
}
