import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { editsOfTrace, generatedEdits, updatesOf } from "./edits.ts";
import { refusalTimes } from "./refusals.ts";
import { startOurs, startTheirs, type Side } from "./sides.ts";

const { values } = parseArgs({
  options: { trace: { type: "string" }, edits: { type: "string", default: "2000" } },
});
const EDITS = Number(values.edits);
const ROUNDS = 5;
/** Documents written at a time, and updates in flight in each, for the throughput. */
const DOCUMENTS = 8;
const WINDOW = 64;

type Figures = {
  readonly answerP50: number;
  readonly answerP99: number;
  readonly deliveryP50: number;
  readonly deliveryP99: number;
  readonly throughput: number;
  readonly processor: number;
};

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const sort = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const median = (numbers: readonly number[]) => percentile(sort(numbers), 0.5);

/** One update at a time, the next when the one before has been answered and delivered. */
async function latency(side: Side, updates: readonly Uint8Array[]) {
  const pair = await side.pair();
  const answers: number[] = [];
  const deliveries: number[] = [];
  for (const update of updates) {
    const began = performance.now();
    await new Promise<void>((resolve) => {
      let open = 2;
      const arrived = (into: number[]) => {
        into.push(performance.now() - began);
        if ((open -= 1) === 0) resolve();
      };
      pair.settled = () => arrived(answers);
      pair.delivered = () => arrived(deliveries);
      pair.send(update);
    });
  }
  return { answers: sort(answers), deliveries: sort(deliveries) };
}

/** Updates a second, answered and delivered, with several documents written at once. */
async function throughput(side: Side, updates: readonly Uint8Array[]): Promise<number> {
  const pairs = await Promise.all(Array.from({ length: DOCUMENTS }, () => side.pair()));
  const began = performance.now();
  await Promise.all(
    pairs.map(
      (pair) =>
        new Promise<void>((resolve) => {
          let sent = 0;
          let settled = 0;
          let delivered = 0;
          const go = () => {
            for (; sent < Math.min(settled + WINDOW, updates.length); sent++) {
              const update = updates[sent];
              if (update) pair.send(update);
            }
            if (settled >= updates.length && delivered >= updates.length) resolve();
          };
          pair.settled = (count) => {
            settled += count;
            go();
          };
          pair.delivered = (count) => {
            delivered += count;
            go();
          };
          go();
        }),
    ),
  );
  return (DOCUMENTS * updates.length * 1000) / (performance.now() - began);
}

/** Processor time that a process has used, in microseconds; NaN where Linux's /proc is not there. */
function processorTime(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, "utf8").split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10_000; // in ticks of 10 ms
}

async function measure(side: Side, updates: readonly Uint8Array[]): Promise<Figures> {
  const { answers, deliveries } = await latency(side, updates.slice(0, Math.ceil(EDITS / 4)));
  const before = processorTime(side.pid);
  const perSecond = await throughput(side, updates);
  const processor = (processorTime(side.pid) - before) / (DOCUMENTS * updates.length);
  return {
    answerP50: percentile(answers, 0.5),
    answerP99: percentile(answers, 0.99),
    deliveryP50: percentile(deliveries, 0.5),
    deliveryP99: percentile(deliveries, 0.99),
    throughput: perSecond,
    processor,
  };
}

function line(what: string, ours: number, theirs: number, digits: number): void {
  const [a, b] = [ours, theirs].map((figure) => figure.toFixed(digits).padStart(12));
  console.log(`${what.padEnd(42)}${a}${b}${(ours / theirs).toFixed(2).padStart(9)}`);
}

const edits = values.trace ? editsOfTrace(values.trace) : generatedEdits(EDITS);
const updates = updatesOf(edits.slice(0, EDITS));
const sides = [await startOurs(), await startTheirs(process.env["BASELINE"] ?? "")] as const;
const figures: Figures[][] = sides.map(() => []);
// They take turns, so that what else the machine does falls on both; the first round warms up.
for (let round = -1; round < ROUNDS; round++) {
  for (const [at, side] of sides.entries()) {
    const measured = await measure(side, updates);
    if (round >= 0) figures[at]?.push(measured);
  }
}
for (const side of sides) await side.stop();

const of = (at: number, name: keyof Figures) =>
  median((figures[at] ?? []).map((figure) => figure[name]));
const [ours, theirs] = sides;
console.log(
  `
${updates.length} edits (${values.trace ? "a real trace" : "generated"}), medians of ${ROUNDS} rounds in turns.
${ours.name}: frames of sealed size, on the disk before they are answered.
${theirs.name}: in memory; its answer is the echo.
`,
);
console.log(
  `${"".padEnd(42)}${"Threshold".padStart(12)}${"@y".padStart(12)}${"ratio".padStart(9)}`,
);
line("answer to the writer, p50, ms", of(0, "answerP50"), of(1, "answerP50"), 3);
line("answer to the writer, p99, ms", of(0, "answerP99"), of(1, "answerP99"), 3);
line("delivery to the other, p50, ms", of(0, "deliveryP50"), of(1, "deliveryP50"), 3);
line("delivery to the other, p99, ms", of(0, "deliveryP99"), of(1, "deliveryP99"), 3);
line(`updates/s, ${DOCUMENTS} documents at once`, of(0, "throughput"), of(1, "throughput"), 0);
line("the server's processor, µs an update", of(0, "processor"), of(1, "processor"), 1);

const { existing, missing } = await refusalTimes();
console.log(`\nFrom asking for a piece that one may not see to the closing code "not here":\n`);
console.log(
  `${"".padEnd(42)}${"existing".padStart(12)}${"missing".padStart(12)}${"ratio".padStart(9)}`,
);
line("p50, ms", median(existing), median(missing), 3);
line("p99, ms", percentile(sort(existing), 0.99), percentile(sort(missing), 0.99), 3);
