import { expect } from "vitest";
import type { PersonId, VersionId } from "#domain/ids.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { commonOf, givenTo, type PairFacts } from "./consent-facts.ts";
import type { ConsentRun, Got } from "./consent-run.ts";
import type { Side } from "./consent-world.ts";

/** What has to hold of every question for two. */
export function pairsHold(run: ConsentRun, side: Side, { view, json }: Got): void {
  const me = run.person(side);
  for (const pair of run.facts.pairs) {
    nothingOfWhatIsIn(pair, me, json);
    const seen = view.pieces.find(({ piece }) => piece === pair.piece);
    if (pair.withdrawn) expect(seen, "a question that was taken back is gone").toBeUndefined();
    if (seen?.mode === "paired") roundsAreFair(pair, seen, me, view.settings.quietHours === null);
  }
}

/** *In*, *taken out* and *not begun* are one to the other. */
function nothingOfWhatIsIn({ putIn, takenOut, opened }: PairFacts, me: PersonId, json: string) {
  const theirs = [
    ...(opened ? [] : [...putIn].filter(([by]) => by !== me).map(([, version]) => version)),
    ...takenOut.filter(({ by }) => by !== me).map(({ version }) => version),
  ];
  for (const version of theirs) {
    expect(json, "what is in shows nowhere before both are").not.toContain(version);
  }
}

/** The words and the key of an answer: to nobody but its author before both are in, to both after. */
export async function answersAreGivenOut(run: ConsentRun, side: Side): Promise<void> {
  for (const pair of run.some(run.facts.pairs)) await answersOf(run, pair, run.person(side));
}

async function answersOf(
  run: ConsentRun,
  { piece, putIn, takenOut, opened }: PairFacts,
  me: PersonId,
): Promise<void> {
  const { gate, stored } = run.world;
  const opens = (role: "author" | "reader", version: VersionId) =>
    expect.objectContaining({ ok: true, value: givenTo(role, piece, version, run.facts) });
  for (const [by, version] of run.some([...putIn])) {
    const answer = await gate.version(me, version);
    const role = by === me ? "author" : "reader";
    if (opened) expect(answer, "both open in one moment").toEqual(opens(role, version));
    else if (by === me) expect(answer).toEqual(opens(role, version));
    else expect(answer, "what is in is not there before both are").toMatchObject({ ok: false });
    if (run.facts.gone.has(by) && !opened) {
      expect((await stored(version))?.ciphertext ?? "").toBe("");
    }
  }
  for (const { version } of run.some(takenOut)) {
    expect(await gate.version(me, version)).toMatchObject({ ok: false });
    expect((await stored(version))?.ciphertext ?? "").toBe("");
  }
}

/** At its time, and not before, both learn what both marked alike, and nothing else. */
function roundsAreFair(
  { opened, round }: PairFacts,
  { state, round: shown }: PairedView,
  me: PersonId,
  always: boolean,
): void {
  if (!opened) expect(state.is).toBe("answering");
  else if (always) expect(state.is).toBe("opened");
  if (!round || shown?.round !== round.round) return;
  if (shown.is === "over") {
    const common = commonOf(round);
    expect(round.is, "no round ends before its time").toBe("over");
    expect(shown, "what is not in common, and not finished, are one").toEqual({
      is: "over",
      round: round.round,
      common,
    });
  } else if (always) expect(shown.is).toBe(round.is);
  if (shown.is === "running") expect(shown.submitted).toBe(round.submitted.has(me));
}
