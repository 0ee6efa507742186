import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import { checkExport, exportOf, type Checks } from "#domain/consent/export.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { newId } from "#tests/support/room-world.ts";
import { givenTo, isHeld, letTimeDo } from "./consent-facts.ts";
import {
  draftsOfTheOther,
  nothingOfDrafts,
  nothingOfWhatIsOver,
  onlyWhatWaits,
} from "./consent-invariants-reader.ts";
import { answersAreGivenOut, pairsHold } from "./consent-invariants-paired.ts";
import { PARTS, type ConsentRun, type Got } from "./consent-run.ts";
import { Sockets } from "./consent-sockets.ts";
import type { Side } from "./consent-world.ts";

const NOT_HERE = { ok: false, refusal: { code: "not-here" } };

/** What has to hold after every step, whatever came before. */
export async function holds(run: ConsentRun): Promise<void> {
  letTimeDo(run.facts, run.now);
  await Promise.all(run.here.map((side) => holdsFor(run, side)));
  for (const side of run.some(run.here)) await run.hears(side);
  await whatWasTakenAwayIsGone(run);
  await strangersGetOneAnswer(run);
  framesStayInside(run);
  expect(run.world.faults()).toEqual([]);
}

async function holdsFor(run: ConsentRun, side: Side): Promise<void> {
  const looks = run.some([...PARTS, ...REACHING]);
  const parts = looks.filter((look) => typeof look === "string");
  const got = await run.got(side, parts);
  for (const look of looks) if (typeof look === "function") await look(run, side);
  nothingOfDrafts(run, side, got);
  nothingOfWhatIsOver(run, side, got);
  onlyWhatWaits(run, got);
  pairsHold(run, side, got);
  doorIsCalm(run, side, got);
  nothingIsDestroyed(run, side, got);
  expect(got.bytes, `nothing quiet of the other's shows to ${side}`).toBe(got.inShadow);
}

async function noSocketLeadsToDrafts(run: ConsentRun, side: Side): Promise<void> {
  const me = run.person(side);
  const drafts = draftsOfTheOther(run, me).map(({ piece }) => piece);
  const tried = run.some([newId<PieceId>(), ...drafts]);
  const codes = await Promise.all(tried.map((id) => run.world.mayConnect(me, id)));
  expect(new Set(codes), "no socket leads to a draft").toEqual(new Set([CLOSE.notHere]));
}

/** A version's words and key are given out exactly if it was offered, opened and not taken back. */
async function onlyWhatWasOpened(run: ConsentRun, side: Side): Promise<void> {
  const me = run.person(side);
  const { gate } = run.world;
  const never = { version: newId<VersionId>() };
  const theirs = run.some([never, ...run.facts.versions.filter(({ author }) => author !== me)]);
  const answers = await Promise.all(theirs.map(({ version }) => gate.version(me, version)));
  for (const [i, one] of theirs.entries()) {
    const value =
      "author" in one && isHeld(one) ? givenTo("reader", one.piece, one.version, run.facts) : null;
    if (value) expect(answers[i], "what was offered is what is given").toEqual({ ok: true, value });
    else expect(answers[i], "what was not opened is not there").toEqual(NOT_HERE);
  }
}

/** Each signed just that, and nothing is missing in between: as anybody can check it. */
async function everySignatureHolds(run: ConsentRun, side: Side): Promise<void> {
  const { gate, acts } = run.world;
  const record = await gate.record(run.person(side), acts.room);
  if (!record.ok) throw new Error("who is in a room can see its record");
  const file = exportOf(record.value, acts.day, []);
  const findings = checkExport(file, { sha256, verify: verifyOnce(run) });
  const broken = findings.ok
    ? findings.value.filter(({ is }) => is === "failing")
    : ["not a record"];
  expect(broken, "every signature and both chains hold").toEqual([]);
}

/** Looking at one takes a millisecond or two, and each stands in the records of both for good. */
function verifyOnce(run: ConsentRun): Checks["verify"] {
  const known = VERIFIED.get(run) ?? new Map<string, boolean>();
  VERIFIED.set(run, known);
  return (key, message, signature) => {
    const which = [key, message, signature].map((bytes) => toBase64Url(bytes)).join(" ");
    const holds = known.get(which) ?? isSigned(signature, message, key);
    known.set(which, holds);
    return holds;
  };
}

const VERIFIED = new WeakMap<ConsentRun, Map<string, boolean>>();

/** The ways to what is not one's own. */
const REACHING = [
  noSocketLeadsToDrafts,
  onlyWhatWasOpened,
  answersAreGivenOut,
  everySignatureHolds,
];

function doorIsCalm(run: ConsentRun, side: Side, { view }: Got): void {
  const waiting = view.pieces.flatMap((piece): readonly (VersionId | PieceId)[] => {
    if (piece.mode === "own" && piece.role === "reader") {
      return piece.door?.putOff === false ? [piece.door.version] : [];
    }
    const proposed = piece.mode === "together" && piece.state.is === "offered";
    return proposed && !piece.state.putOff ? [piece.piece] : [];
  });
  expect(waiting.length, `one envelope at a time for ${side}`).toBeLessThanOrEqual(1);
  expect(view.pause.paused).toBe(run.paused);
  if (!run.paused) return;
  const goodbyes = run.facts.versions.filter(({ goodbye }) => goodbye);
  const said = new Set<string>(goodbyes.map(({ version }) => version));
  expect(
    waiting.filter((one) => !said.has(one)),
    "nothing comes in a pause but a goodbye",
  ).toEqual([]);
}

/** Own pieces are their owner's to end; what both signed stands until one of them changes it. */
function nothingIsDestroyed(run: ConsentRun, side: Side, { view }: Got): void {
  const me = run.person(side);
  for (const { piece, owner, mode, accepted, discarded } of run.facts.pieces) {
    const seen = view.pieces.find((one) => one.piece === piece);
    if (mode === "own" && owner === me) {
      if (discarded) expect(seen, "what was deleted is not there").toBeUndefined();
      else expect(seen).toMatchObject({ mode: "own", role: "author" });
    }
    // In quiet hours what the other did may come later: what is shown is how it was before them.
    if (mode !== "together" || !accepted || view.settings.quietHours) continue;
    if (seen?.mode !== "together" || !("lines" in seen.state)) {
      throw new Error("a piece of both is gone");
    }
    for (const [key, signers] of run.facts.signatures) {
      const [of, line, hash] = key.split(" ");
      if (of !== piece) continue;
      const lines = seen.state.lines.find((one) => one.line === line);
      const stands = lines?.standing?.hash === hash;
      expect(stands, "words stand once both signed them, and only then").toBe(signers.size === 2);
    }
  }
}

/** What was taken back, not sent, or deleted: its words and its key are nowhere any more. */
async function whatWasTakenAwayIsGone(run: ConsentRun): Promise<void> {
  const taken = run.facts.versions.filter(
    ({ takenBack, cancelled, gone }) => takenBack || cancelled || gone,
  );
  for (const { version } of run.some(taken)) {
    const { ciphertext, wrappedKey } = (await run.world.stored(version)) ?? NOTHING_STORED;
    expect({ ciphertext, wrappedKey }).toEqual(NOTHING_STORED);
  }
}

const NOTHING_STORED = { ciphertext: "", wrappedKey: "" };

/** Whatever a stranger asks, of what is there or never was. */
async function strangersGetOneAnswer(run: ConsentRun): Promise<void> {
  const { stranger, gate, acts, mayConnect, exported } = run.world;
  const version = run.facts.versions.at(-1)?.version ?? newId<VersionId>();
  const piece = run.facts.pieces.at(-1)?.piece ?? newId<PieceId>();
  const command = { kind: "pause", minutes: null } as const;
  const asking = [
    ...[acts.room, newId<RoomId>()].flatMap((room) => [
      () => gate.view(stranger, room),
      () => gate.record(stranger, room),
      () => gate.chain(stranger, room),
      () => gate.run(stranger, { room, command }),
      ...(exported ? [async () => recordIn(await exported(stranger, room))] : []),
    ]),
    () => gate.version(stranger, version),
    () => gate.deletePiece(stranger, piece),
    async () => closedWith(await mayConnect(stranger, piece)),
  ];
  for (const answer of await Promise.all(run.some(asking).map((ask) => ask()))) {
    expect(answer).toEqual(NOT_HERE);
  }
}

const recordIn = (file: unknown) => (file as { readonly record: unknown }).record;

/** What a socket said, as the other ways to ask say it. */
const closedWith = (code: number | "open") => (code === CLOSE.notHere ? NOT_HERE : code);

/**
 * What reached a socket was acknowledged on its piece, once, and in the order of the log; and nothing more
 * reaches it from the moment in which a pause or a closing is written until it is over.
 */
function framesStayInside(run: ConsentRun): void {
  const { sockets } = run.world;
  const { facts } = run;
  for (const one of sockets.open) {
    const piece = facts.pieces.find(({ piece: id }) => id === one.piece);
    if (piece?.mode === "own") expect(one.person).toBe(piece.owner);
    const log = sockets.acknowledged.get(one.piece) ?? [];
    const got = Sockets.delivered(one);
    expect(new Set(got).size).toBe(got.length);
    expect(log.filter((frame) => got.includes(frame))).toEqual(got);
    if (piece?.mode === "together" && (run.pausedAllAlong || piece.closed)) {
      expect(got.length, "no frame comes in a pause, or to a closed piece").toBe(one.came);
    }
    one.came = got.length;
  }
}
