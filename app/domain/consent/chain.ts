import type { Encoded } from "../encoded.ts";
import type { PersonId } from "../ids.ts";
import type { ChainView, HeadView } from "../statement-view.ts";
import type { Entry, Recorded } from "./events.ts";
import type { Known, Piece } from "./gate.ts";
import { MAX_TAKEN_UP, NO_HEAD } from "./record.ts";

/** Where this person's chain ends, as far as these entries go. */
export function headOf(entries: readonly Entry[], person: PersonId): HeadView | null {
  let last: Recorded | null = null;
  for (const { by, event } of entries) {
    if (by !== person || !("recorded" in event)) continue;
    if (event.recorded.n > (last?.n ?? 0)) last = event.recorded;
  }
  return last && { n: last.n, hash: last.statement.hash };
}

/** Where my chain of statements stands: see record.ts for what is chained and what is loose. */
export function chainOf(known: Known, entries: readonly Entry[]): ChainView {
  const last = headOf(entries, known.me);
  const taken = new Set<Encoded>();
  for (const { by, event } of entries) {
    if (by !== known.me || !("recorded" in event)) continue;
    for (const hash of event.recorded.takeUp) taken.add(hash);
  }
  const both = [...known.pieces.values()].flatMap((piece) => knownToBoth(piece, known));
  const takeUp = both.map(({ statement }) => statement.hash).filter((hash) => !taken.has(hash));
  return {
    n: last?.n ?? 0,
    head: last?.hash ?? NO_HEAD,
    takeUp: takeUp.slice(0, MAX_TAKEN_UP),
  };
}

/**
 * My loose statements that the other has, in the record, shown to know of. It rests on shared journals
 * alone: that an offer can be taken up never tells its author that it was opened.
 */
function knownToBoth(piece: Piece, { me }: Known): readonly Recorded[] {
  if (piece.mode === "own") {
    if (piece.owner !== me) return [];
    return piece.versions.flatMap(({ offered, takenBack, told, answer }) => {
      const wasOpened = told?.what === "opened" || answer !== null;
      if (wasOpened) return takenBack ? [offered, takenBack] : [offered];
      // What was refused stands in the record of who refused it, without what became of it.
      return told ? [offered] : [];
    });
  }
  if (piece.mode === "paired") {
    const opened = piece.opened.filter(({ by }) => by === me).map(({ recorded }) => recorded);
    return piece.withdrawn && piece.by === me ? [...opened, piece.withdrawn] : opened;
  }
  if (piece.by !== me) return [];
  switch (piece.stage.is) {
    case "proposed":
    case "withdrawn":
      return piece.told ? [piece.proposal] : [];
    case "open":
    case "closed":
      return [piece.proposal];
  }
}
