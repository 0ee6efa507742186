import * as fc from "fast-check";
import { expect } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { some } from "#tests/support/room-world.ts";
import type { VersionFacts } from "./consent-facts.ts";
import { holds } from "./consent-invariants.ts";
import { otherOf, type ConsentRun, type Side } from "./consent-run.ts";

/** What one of the two, or time, or the server, may do next, and how often against the others. */
const KINDS = {
  begin: 1,
  offer: 8,
  wait: 3,
  "dont-send": 2,
  "take-back": 6,
  open: 12,
  "not-now": 3,
  no: 3,
  "tell-opened": 2,
  answer: 3,
  propose: 1,
  accept: 2,
  sign: 6,
  unsign: 2,
  close: 1,
  pause: 2,
  resume: 6,
  leave: 1,
  block: 1,
  "quiet-hours": 1,
  pace: 1,
  seen: 1,
  connect: 4,
  push: 6,
  sleep: 3,
  restart: 2,
} as const;
type Kind = keyof typeof KINDS;

/** Every run begins alike in these: nothing can be offered before there is a piece. */
type Model = Record<string, never>;

const HOUR = 60 * 60_000;
const SLEEPS = [1, HOUR, 13 * HOUR, 3 * 24 * HOUR, 31 * 24 * HOUR, 61 * 24 * HOUR];

class Step implements fc.AsyncCommand<Model, ConsentRun> {
  readonly kind: Kind;
  readonly side: Side;
  readonly n: number;

  constructor(kind: Kind, side: Side, n: number) {
    this.kind = kind;
    this.side = side;
    this.n = n;
  }

  check = () => true;

  toString = () => `${this.side} ${this.kind} ${this.n}`;

  async run(_model: Model, run: ConsentRun): Promise<void> {
    await act(run, this);
    await holds(run);
  }
}

async function act(run: ConsentRun, { kind, side, n }: Step): Promise<void> {
  const me = run.person(side);
  const own = run.pieceOf(n, ({ mode, owner }) => mode === "own" && owner === me);
  const both = run.pieceOf(n, ({ mode, accepted }) => mode === "together" && accepted);
  const version = await versionFor(run, kind, me, n);
  switch (kind) {
    case "begin":
      return run.begin(side);
    case "offer":
      return own ? run.offer(side, own.piece, null) : undefined;
    case "wait":
      return own ? run.offer(side, own.piece, run.now + (1 + (n % 40)) * HOUR) : undefined;
    case "dont-send": {
      if (!version) return;
      const command = { kind, version: version.version } as const;
      if ((await run.quietly(side, version.piece, command)) === "done") version.cancelled = true;
      return;
    }
    case "take-back":
      return version ? takeBack(run, side, version) : undefined;
    case "open": {
      if (!version) return;
      const command = { kind, version: version.version } as const;
      if ((await run.quietly(side, version.piece, command)) === "done") version.opened = true;
      return;
    }
    case "not-now":
    case "no": {
      if (!version) return;
      await run.quietly(side, version.piece, { kind, version: version.version });
      return;
    }
    case "tell-opened":
    case "answer": {
      const newest = run.facts.versions.findLast(({ piece }) => piece === version?.piece);
      if (!newest) return;
      const its = { version: newest.version };
      const said = kind === "answer" ? { kind, ...its, answer: some(284) } : { kind, ...its };
      await run.signed(side, newest.piece, said);
      return;
    }
    case "propose":
      return run.propose(side);
    case "accept": {
      const proposed = run.pieceOf(n, ({ mode, accepted }) => mode === "together" && !accepted);
      return proposed ? run.accept(side, proposed) : undefined;
    }
    case "sign":
    case "unsign":
      return both ? run.signLine(side, both.piece, n, kind === "unsign") : undefined;
    case "close": {
      if (!both) return;
      if ((await run.signed(side, both.piece, { kind })) === "done") both.closed = true;
      return;
    }
    case "pause": {
      const minutes = n % 2 === 0 ? null : 1 + (n % 3000);
      expect(await run.room(side, { kind, minutes }), "a pause always succeeds").toBe("done");
      if (run.facts.left.has(me)) return;
      run.facts.pauses.set(me, minutes === null ? null : run.now + minutes * 60_000);
      return;
    }
    case "resume":
      expect(await run.room(side, { kind })).toBe("done");
      run.facts.pauses.delete(me);
      return;
    case "leave":
    case "block":
      // Seldom, or most runs would be over before they have begun.
      if (n % 4 === 0) expect(await run.leave(side, { kind }), `to ${kind} succeeds`).toBe("done");
      return;
    case "quiet-hours": {
      const hours = n % 3 === 0 ? null : { zone: "Europe/Zurich", from: 1320, to: 420 };
      await run.room(side, { kind: "set-quiet-hours", hours });
      return;
    }
    case "pace": {
      const at = { zone: "UTC", at: n % 1440 };
      const its = [
        { every: "time" },
        { every: "day", ...at },
        { every: "week", ...at, weekday: n % 7 },
      ] as const;
      await run.room(side, { kind: "set-pace", pace: its[n % 3] ?? its[0] });
      return;
    }
    case "seen":
      await run.room(side, { kind });
      return;
    case "connect":
      return connect(run, side, n);
    case "push":
      return push(run, side, n);
    case "sleep":
      return run.sleep(SLEEPS[n % SLEEPS.length] ?? 1);
    case "restart":
      return run.restart();
  }
}

/** Mostly one that the act can be meant for, and now and then any. */
async function versionFor(
  run: ConsentRun,
  kind: Kind,
  me: PersonId,
  n: number,
): Promise<VersionFacts | null> {
  const all = run.facts.versions;
  const mine = kind === "take-back" || kind === "dont-send";
  const atDoor = kind === "open" || kind === "not-now" || kind === "no";
  const door = atDoor && n % 5 !== 0 ? await doorOf(run, me) : null;
  const meant = all.filter(({ author, version }) =>
    door ? door.has(version) : (author === me) === mine,
  );
  const among = n % 5 === 0 ? all : meant;
  return among[(n >> 3) % Math.max(1, among.length)] ?? null;
}

async function doorOf(run: ConsentRun, me: PersonId): Promise<ReadonlySet<string>> {
  const view = await run.world.consent.view(me, run.world.room);
  const pieces = view.ok ? view.value.pieces : [];
  return new Set(
    pieces.flatMap((piece) =>
      piece.mode === "own" && piece.role === "reader" && piece.door ? [piece.door.version] : [],
    ),
  );
}

async function takeBack(run: ConsentRun, side: Side, { piece, version }: VersionFacts) {
  if ((await run.signed(side, piece, { kind: "take-back", version })) !== "done") return;
  const named = run.facts.versions.findIndex((one) => one.version === version);
  for (const [i, one] of run.facts.versions.entries()) {
    const waits = one.notBefore !== null && one.notBefore > run.now;
    if (i <= named && one.piece === piece && !waits && !one.cancelled) one.takenBack = true;
  }
}

async function connect(run: ConsentRun, side: Side, n: number): Promise<void> {
  const { facts, sockets } = run;
  const together = facts.pieces.filter(({ accepted }) => accepted);
  const among = n % 2 === 0 ? together : facts.pieces;
  const piece = among[(n >> 1) % Math.max(1, among.length)];
  if (!piece || !sockets || sockets.open.length > 6) return;
  const me = run.person(side);
  const may = piece.mode === "own" ? piece.owner === me : piece.accepted;
  expect(await sockets.connect(me, piece.piece)).toBe(may ? "open" : 4404);
}

async function push(run: ConsentRun, side: Side, n: number): Promise<void> {
  const { facts, sockets } = run;
  const mine = sockets?.open.filter(({ person }) => person === run.person(side)) ?? [];
  const one = mine[n % Math.max(1, mine.length)];
  const piece = facts.pieces.find((known) => known.piece === one?.piece);
  if (!sockets || !one || !piece) return;
  const may = piece.mode === "own" || !(run.paused || piece.closed);
  expect(await sockets.push(one), "what is written in a pause is not taken").toBe(may);
}

const weighed = (Object.entries(KINDS) as readonly [Kind, number][]).map(([kind, weight]) => ({
  arbitrary: fc.constant(kind),
  weight,
}));

/** Acts of both, in any order, on a room that has something in it. */
export function steps(most: number): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, ConsentRun>>> {
  const step = fc
    .record({
      kind: fc.oneof(...weighed),
      side: fc.constantFrom<Side>("ada", "bo"),
      n: fc.nat(10_000),
    })
    .map(({ kind, side, n }) => new Step(kind, side, n));
  return fc.commands([step], { maxCommands: most, size: "max" });
}

/** A room in which something of everything has begun. */
export async function furnish(run: ConsentRun): Promise<void> {
  for (const side of ["ada", "bo"] as const) {
    await run.begin(side);
    await run.begin(side);
  }
  await run.propose("ada");
  const proposal = run.facts.pieces.find(({ mode }) => mode === "together");
  if (proposal) await run.accept(otherOf("ada"), proposal);
}
