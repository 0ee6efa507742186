import * as fc from "fast-check";
import { beginPiece, OWN } from "./consent-acts-own.ts";
import { accept, propose, TOGETHER } from "./consent-acts-together.ts";
import { beginPair, PAIRED } from "./consent-acts-paired.ts";
import { ROOM } from "./consent-acts-room.ts";
import { WIRE } from "./consent-acts-wire.ts";
import { holds } from "./consent-invariants.ts";
import type { ConsentRun } from "./consent-run.ts";
import { SIDES, type Side } from "./consent-world.ts";

/** What one of the two does, or happens to them; `n` chooses among what there is. */
export type Act = (run: ConsentRun, side: Side, n: number) => Promise<void>;
/** How often each comes against the others. */
export type ActTable = Readonly<Record<string, readonly [weight: number, act: Act]>>;

const ACTS: ActTable = { ...OWN, ...TOGETHER, ...PAIRED, ...ROOM, ...WIRE };

/** Every run begins alike in these: nothing can be offered before there is a piece. */
type Model = Record<string, never>;

class Step implements fc.AsyncCommand<Model, ConsentRun> {
  readonly kind: string;
  readonly side: Side;
  readonly n: number;

  constructor(kind: string, side: Side, n: number) {
    this.kind = kind;
    this.side = side;
    this.n = n;
  }

  check = () => true;

  toString = () => `${this.side} ${this.kind} ${this.n}`;

  async run(_model: Model, run: ConsentRun): Promise<void> {
    const [, act] = ACTS[this.kind] ?? [];
    if (!act) throw new Error(`nobody can ${this.kind}`);
    // Whose account is deleted does nothing any more; time and machines do.
    if (!run.isGone(this.side) || this.kind in MACHINE) await act(run, this.side, this.n);
    await holds(run);
  }
}

const MACHINE = { sleep: true, "clock-back": true, restart: true, kill: true };

/** Acts of both, in any order, on a room that has something in it; of these kinds alone, if there are any. */
export function steps(
  most: number,
  among: readonly string[] = Object.keys(ACTS),
): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, ConsentRun>>> {
  const weighed = among.map((kind) => ({
    arbitrary: fc.constant(kind),
    weight: ACTS[kind]?.[0] ?? 0,
  }));
  const step = fc
    .record({
      kind: fc.oneof(...weighed),
      side: fc.constantFrom<Side>("ada", "bo"),
      n: fc.nat(10_000),
    })
    .map(({ kind, side, n }) => new Step(kind, side, n));
  return fc.commands([step], { maxCommands: most, size: "max" });
}

/** The steps of a run, as a failure tells them: "ada pause 3157, bo push 0". */
export function stepsOf(told: string): readonly Step[] {
  return told.split(", ").map((one) => {
    const [side, kind = "", n] = one.split(" ");
    if (side !== "ada" && side !== "bo") throw new Error(`who is ${side}?`);
    return new Step(kind, side, Number(n));
  });
}

/** A room in which something of everything has begun. */
export async function furnish(run: ConsentRun): Promise<void> {
  for (const side of SIDES) {
    await beginPiece(run, side);
    await beginPiece(run, side);
  }
  await propose(run, "ada");
  const proposal = run.facts.pieces.find(({ mode }) => mode === "together");
  if (proposal) await accept(run, "bo", proposal);
  await beginPair(run, "ada");
}
