import { expect } from "vitest";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { RoomView } from "#domain/rooms.ts";
import { newId } from "#tests/support/room-world.ts";
import { isOffered } from "./consent-facts.ts";
import { SIDES, type ConsentRun, type Side } from "./consent-run.ts";
import { Sockets } from "./consent-sockets.ts";

/** What has to hold after every step, whatever came before. */
export async function holds(run: ConsentRun): Promise<void> {
  for (const side of SIDES) {
    const view = await run.consent.view(run.person(side), run.world.room);
    if (!view.ok) throw new Error("who is in a room can see it");
    await nothingOfDrafts(run, side, view.value);
    await onlyWhatWasOpened(run, side);
    doorIsCalm(run, side, view.value);
    nothingIsDestroyed(run, side, view.value);
    const [here, shadow] = [
      await run.bytesOf(run.world, side, run.consent),
      await run.shadowBytes(side),
    ];
    expect(here, `nothing quiet of the other's shows to ${side}`).toBe(shadow);
  }
  await takenBackIsGone(run);
  await strangersGetOneAnswer(run);
  framesStayInside(run);
}

/** Nothing about what was not offered, or waits, in anything that the other gets. */
async function nothingOfDrafts(run: ConsentRun, side: Side, view: RoomView): Promise<void> {
  const { facts, now, world } = run;
  const me = run.person(side);
  const got = JSON.stringify([view, await run.consent.record(me, world.room)]);
  const chain = await run.consent.chain(me, world.room);
  for (const { piece, owner, mode } of facts.pieces) {
    if (owner === me || mode !== "own") continue;
    const offered = facts.versions.some((one) => one.piece === piece && isOffered(one, now));
    if (!offered) expect(got, "a draft shows nowhere").not.toContain(piece);
    expect(await run.consent.access(me, piece)).toEqual(await run.consent.access(me, newId()));
  }
  for (const one of facts.versions) {
    if (one.author === me || isOffered(one, now)) continue;
    expect(got, "what waits shows nowhere").not.toContain(one.version);
    expect(JSON.stringify(chain)).not.toContain(one.version);
  }
}

/** A version's words and key are given out exactly if it was offered, opened and not taken back. */
async function onlyWhatWasOpened(run: ConsentRun, side: Side): Promise<void> {
  const me = run.person(side);
  const nothing = await run.consent.version(me, newId<VersionId>());
  for (const one of run.facts.versions) {
    if (one.author === me) continue;
    const answer = await run.consent.version(me, one.version);
    if (one.opened && !one.takenBack) expect(answer).toMatchObject({ ok: true });
    else expect(answer, "what was not opened is not there").toEqual(nothing);
  }
}

function doorIsCalm(run: ConsentRun, side: Side, view: RoomView): void {
  const waiting = view.pieces.filter(
    (piece) =>
      (piece.mode === "own" && piece.role === "reader" && piece.door?.putOff === false) ||
      (piece.mode === "together" && piece.state.is === "offered" && !piece.state.putOff),
  );
  expect(waiting.length, `one envelope at a time for ${side}`).toBeLessThanOrEqual(1);
  expect(view.pause.paused).toBe(run.paused);
  if (run.paused) expect(waiting, "nothing comes in a pause").toEqual([]);
}

/** Own pieces are their owner's to end; what both signed stands until one of them changes it. */
function nothingIsDestroyed(run: ConsentRun, side: Side, view: RoomView): void {
  const me = run.person(side);
  for (const { piece, owner, mode, accepted } of run.facts.pieces) {
    const seen = view.pieces.find((one) => one.piece === piece);
    if (mode === "own" && owner === me) {
      expect(seen).toMatchObject({ mode: "own", role: "author" });
    }
    if (mode !== "together" || !accepted) continue;
    if (seen?.mode !== "together" || !("lines" in seen.state)) {
      throw new Error("a piece of both is gone");
    }
    for (const [key, signers] of run.facts.signatures) {
      const [of, line, hash] = key.split(" ");
      if (of !== piece) continue;
      const lines = seen.state.lines.find((one) => one.line === line);
      const stands = lines?.standing?.hash === hash;
      if (signers.size === 2) expect(stands, "what both signed stands").toBe(true);
    }
  }
}

async function takenBackIsGone({ facts, world }: ConsentRun): Promise<void> {
  for (const { version, takenBack, cancelled } of facts.versions) {
    if (!takenBack && !cancelled) continue;
    expect(await world.stores.ledger.version(version)).toMatchObject({
      ciphertext: "",
      wrappedKey: "",
    });
  }
}

async function strangersGetOneAnswer({ consent, facts, world, stranger }: ConsentRun) {
  const { person } = stranger;
  const notHere = { ok: false, refusal: { code: "not-here" } };
  for (const room of [world.room, newId<RoomId>()]) {
    expect(await consent.view(person, room)).toEqual(notHere);
    expect(await consent.record(person, room)).toEqual(notHere);
    expect(await consent.chain(person, room)).toEqual(notHere);
  }
  for (const version of [facts.versions.at(-1)?.version ?? newId<VersionId>()]) {
    expect(await consent.version(person, version)).toEqual(notHere);
  }
  for (const piece of [facts.pieces.at(-1)?.piece ?? newId<PieceId>()]) {
    expect(await consent.access(person, piece)).toEqual({ status: "refused", code: "not-here" });
  }
}

/** What reached a socket was acknowledged on its piece, once, and in the order of the log. */
function framesStayInside({ sockets, facts }: ConsentRun): void {
  for (const one of sockets?.open ?? []) {
    const piece = facts.pieces.find(({ piece: id }) => id === one.piece);
    if (piece?.mode === "own") expect(one.person).toBe(piece.owner);
    const log = sockets?.acknowledged.get(one.piece) ?? [];
    const got = Sockets.delivered(one);
    expect(new Set(got).size).toBe(got.length);
    expect(log.filter((frame) => got.includes(frame))).toEqual(got);
  }
}
