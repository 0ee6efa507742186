import type { PieceId, VersionId } from "#domain/ids.ts";
import type { PieceCommand } from "#domain/consent/commands.ts";
import { newId, offering, some } from "#tests/support/room-world.ts";
import {
  isOffered,
  isWaiting,
  type PieceFacts,
  type Sealed,
  type VersionFacts,
} from "./consent-facts.ts";
import type { ConsentRun } from "./consent-run.ts";
import type { ActTable } from "./consent-steps.ts";
import type { Side } from "./consent-world.ts";

const HOUR = 60 * 60_000;

/** What is done to a piece that one of the two writes alone, by its author, then by its reader. */
export const OWN = {
  begin: [1, (run, side) => beginPiece(run, side)],
  offer: [8, (run, side, n) => onOwn(run, side, n, (piece) => offer(run, side, piece, null))],
  wait: [
    3,
    (run, side, n) => {
      const notBefore = run.now + (1 + (n % 40)) * HOUR;
      return onOwn(run, side, n, (piece) => offer(run, side, piece, notBefore));
    },
  ],
  "dont-send": [
    2,
    (run, side, n) =>
      onVersion(written(run, side, n), async (facts) => {
        const { piece, version } = facts;
        const outcome = await run.quietly(side, piece, { kind: "dont-send", version });
        if (outcome === "done") facts.cancelled = true;
      }),
  ],
  "take-back": [6, (run, side, n) => onVersion(written(run, side, n), takeBack(run, side))],
  "delete-piece": [
    1,
    (run, side, n) => onOwn(run, side, n, (piece) => deletePiece(run, side, piece)),
  ],
  open: [
    12,
    async (run, side, n) =>
      onVersion(await atDoor(run, side, n), async (facts) => {
        const { piece, version } = facts;
        const outcome = await run.quietly(side, piece, { kind: "open", version });
        if (outcome === "done") facts.opened = true;
      }),
  ],
  "not-now": [3, (run, side, n) => answerAtDoor(run, side, n, "not-now")],
  no: [3, (run, side, n) => answerAtDoor(run, side, n, "no")],
  "tell-no": [
    3,
    async (run, side, n) =>
      onVersion(await atDoor(run, side, n), async (facts) => {
        const { piece, version } = facts;
        const outcome = await run.signed(side, piece, { kind: "tell-no", version });
        if (outcome === "done") facts.declined = true;
      }),
  ],
  "tell-opened": [
    2,
    (run, side, n) =>
      onVersion(newest(run, received(run, side, n)), async ({ piece, version }) => {
        await run.signed(side, piece, { kind: "tell-opened", version });
      }),
  ],
  answer: [
    3,
    (run, side, n) =>
      onVersion(newest(run, received(run, side, n)), async ({ piece, version }) => {
        await run.signed(side, piece, { kind: "answer", version, answer: some(284) });
      }),
  ],
} satisfies ActTable;

// ---- which

async function onOwn(
  run: ConsentRun,
  side: Side,
  n: number,
  act: (piece: PieceFacts) => Promise<void>,
): Promise<void> {
  const me = run.person(side);
  const piece = run.pieceOf(
    n,
    ({ mode, owner, discarded }) => mode === "own" && owner === me && !discarded,
  );
  if (piece) await act(piece);
}

async function onVersion(
  version: VersionFacts | null,
  act: (version: VersionFacts) => Promise<void>,
): Promise<void> {
  if (version) await act(version);
}

/** Mostly one that the act can be meant for, and now and then any. */
function oneOf(
  run: ConsentRun,
  n: number,
  meant: (version: VersionFacts) => boolean,
): VersionFacts | null {
  const all = run.facts.versions;
  const among = n % 5 === 0 ? all : all.filter(meant);
  return among[(n >> 3) % Math.max(1, among.length)] ?? null;
}

const written = (run: ConsentRun, side: Side, n: number) =>
  oneOf(run, n, ({ author }) => author === run.person(side));

const received = (run: ConsentRun, side: Side, n: number) =>
  oneOf(run, n, ({ author }) => author !== run.person(side));

const newest = ({ facts }: ConsentRun, one: VersionFacts | null) =>
  facts.versions.findLast(({ piece }) => piece === one?.piece) ?? null;

async function atDoor(run: ConsentRun, side: Side, n: number): Promise<VersionFacts | null> {
  if (n % 5 === 0) return received(run, side, n);
  const { acts } = run.world;
  const { pieces } = await acts.view(acts[side]);
  const there = new Set(
    pieces.flatMap((piece) =>
      piece.mode === "own" && piece.role === "reader" && piece.door ? [piece.door.version] : [],
    ),
  );
  return oneOf(run, n, ({ version }) => there.has(version));
}

// ---- what

export async function beginPiece(run: ConsentRun, side: Side): Promise<void> {
  const piece = newId<PieceId>();
  const sealedKey = some(60);
  const outcome = await run.deed(side, "quiet", async ({ consent, room, [side]: who }) => {
    const made = await consent.makePiece(who.person, { id: piece, room, sealedKey });
    return made.ok ? "done" : made.refusal.code;
  });
  if (outcome !== "done") return;
  const owner = run.person(side);
  run.facts.pieces.push({ ...NEW, piece, owner, mode: "own" });
}

export const NEW = {
  accepted: false,
  withdrawn: false,
  closed: false,
  epoch: 1,
  discarded: false,
} as const;

async function offer(
  run: ConsentRun,
  side: Side,
  { piece }: PieceFacts,
  notBefore: number | null,
): Promise<void> {
  const version = newId<VersionId>();
  const act = offering(version);
  const shows = notBefore === null ? "open" : "quiet";
  const outcome = await run.deed(side, shows, async (world) => {
    const day = new Date(notBefore ?? world.now).toISOString().slice(0, 10);
    const signed = await world.signed(world[side], piece, act, day);
    if (signed.kind !== "offer") throw new Error("not an offer");
    const command: PieceCommand =
      notBefore === null ? signed : { ...signed, kind: "wait", notBefore };
    return world.run(world[side], piece, command);
  });
  const author = run.person(side);
  if (outcome === "done") offered(run, { author, piece, act, notBefore, goodbye: false });
}

/** What waited of this piece has been replaced. */
export function offered(
  { facts, now }: ConsentRun,
  {
    act,
    ...one
  }: Pick<VersionFacts, "author" | "piece" | "notBefore" | "goodbye"> & { readonly act: Offering },
): void {
  for (const before of facts.versions) {
    if (before.piece === one.piece && isWaiting(before, now)) before.cancelled = true;
  }
  const { version } = act;
  facts.sealed.set(version, sealedIn(act));
  facts.versions.push({ ...NEW_VERSION, ...one, version, offeredAt: one.notBefore ?? now });
}

const NEW_VERSION = {
  released: false,
  cancelled: false,
  opened: false,
  declined: false,
  takenBack: false,
  gone: false,
} as const;

type Offering = ReturnType<typeof offering>;

export const sealedIn = ({
  sealedVersion: ciphertext,
  wrappedKey,
  ownerKey,
}: Omit<Offering, "kind" | "envelope">): Sealed => ({ ciphertext, wrappedKey, ownerKey });

function takeBack(run: ConsentRun, side: Side) {
  return async ({ piece, version }: VersionFacts) => {
    if ((await run.signed(side, piece, { kind: "take-back", version })) !== "done") return;
    const { versions } = run.facts;
    const named = versions.findIndex((one) => one.version === version);
    const taken = versions
      .slice(0, named + 1)
      .filter((one) => one.piece === piece && isOffered(one, run.now) && !one.takenBack);
    for (const one of taken) one.takenBack = true;
  };
}

async function deletePiece(run: ConsentRun, side: Side, piece: PieceFacts): Promise<void> {
  const outcome = await run.deed(side, "quiet", async ({ consent, [side]: { person } }) => {
    const deleted = await consent.deletePiece(person, piece.piece);
    return deleted.ok ? "done" : deleted.refusal.code;
  });
  if (outcome !== "done") return;
  piece.discarded = true;
  for (const one of run.facts.versions) {
    if (one.piece === piece.piece && isWaiting(one, run.now)) one.cancelled = true;
  }
  await run.world.sockets.endedOn(piece.piece);
}

async function answerAtDoor(
  run: ConsentRun,
  side: Side,
  n: number,
  kind: "not-now" | "no",
): Promise<void> {
  return onVersion(await atDoor(run, side, n), async (facts) => {
    const { piece, version } = facts;
    const outcome = await run.quietly(side, piece, { kind, version });
    if (outcome === "done" && kind === "no") facts.declined = true;
  });
}
