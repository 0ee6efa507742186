import { marksDocument, type MarksDocument } from "#client/pieces/marks-document.ts";
import { draftOf, planDocument } from "#client/pieces/plan-document.ts";
import { askForCheckIn, beginMarks, checkInCopy, putMarksIn } from "#client/rooms/check-ins.ts";
import { today } from "#client/rooms/day.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import type { Day } from "#domain/statement-view.ts";
import { addDays } from "#domain/pieces/days.ts";
import type { Marks } from "#domain/pieces/marks.ts";
import type { Stretch } from "#domain/pieces/picture.ts";
import { dueWithin, ready, wordsOf, type Commitment, type Rhythm } from "#domain/pieces/plan.ts";
import { must, type DemoPerson } from "./person.ts";

/** What somebody says that they will do, as it is typed. */
export type Will = {
  readonly goal: string;
  readonly when: string;
  readonly act: string;
  readonly obstacle?: string;
  readonly rhythm: Rhythm;
};

/** A commitment as it was signed. */
export type Kept = { readonly line: LineId; readonly commitment: Commitment };

/** Writes a commitment of one's own from today, and signs it; it is looked at again in six weeks. */
export async function commit(person: DemoPerson, plan: PieceId, will: Will): Promise<Kept> {
  const { person: owner } = person.hand.keyring;
  const kept = await person.writeBoth(plan, "plan", planDocument, (document) => {
    const line = document.add(owner, today());
    const written = document.shown().find(({ id }) => id === line);
    if (!line || !written) throw new Error("nothing was added");
    const { goal, when, act, obstacle = "", rhythm } = will;
    written.goal.insert(0, goal);
    written.when.insert(0, when);
    written.act.insert(0, act);
    written.obstacle.insert(0, obstacle);
    document.choose(line, { rhythm, review: addDays(today(), 42) });
    const chosen = document.shown().find(({ id }) => id === line) ?? written;
    return { line, commitment: must(ready(draftOf(chosen))) };
  });
  await sign(person, plan, kept);
  return kept;
}

/** As one's own, or, of the other's, that one has read it. */
export const sign = (person: DemoPerson, plan: PieceId, kept: Kept): Promise<void> =>
  person.signAsTheyAre(plan, kept.line, wordsOf(kept.commitment));

/** What one marks of each day or week of a commitment; `at` counts them from 0, the first one. */
export type Marking = {
  readonly kept: Kept;
  readonly mark: (document: MarksDocument, line: LineId, first: Day, at: number) => void;
};

/** Begins the piece of one's own in which one marks. */
export const beginMarking = async (person: DemoPerson, plan: PieceId): Promise<PieceId> =>
  must(await beginMarks(person.hand, await person.paired(), plan));

/** Marks each day or week that begins in this stretch; gives everything that is marked by then. */
export function markDays(
  person: DemoPerson,
  marks: PieceId,
  { from, to }: Stretch,
  markings: readonly Marking[],
): Promise<Marks> {
  return person.writeAlone(marks, (doc) => {
    const document = marksDocument(doc);
    for (const { kept, mark } of markings) {
      const due = dueWithin(kept.commitment, kept.commitment.start, to);
      due.forEach(({ first }, at) => {
        if (first >= from) mark(document, kept.line, first, at);
      });
    }
    return document.marks();
  });
}

/** A check-in that one asks for, and to which both say yes. */
export async function checkIn(
  asks: DemoPerson,
  says: DemoPerson,
  plan: PieceId,
  over: Stretch,
  marksOf: (person: DemoPerson) => Marks,
): Promise<void> {
  const piece = must(await askForCheckIn(asks.hand, await asks.paired(), plan, over));
  for (const person of [asks, says]) {
    const copy = checkInCopy(plan, over, marksOf(person));
    must(await putMarksIn(person.hand, await person.paired(), piece, copy));
  }
}
