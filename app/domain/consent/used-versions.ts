import type { PieceId, VersionId } from "../ids.ts";
import type { ConsentEvent } from "./events.ts";
import type { Known, Piece } from "./gate.ts";

/**
 * Whether these events make a version under an id that this person knows from another piece. The store
 * would refuse it too, but only for as long as that version is there: its being deleted must not show.
 */
export const usesAgain = (known: Known, of: PieceId, events: readonly ConsentEvent[]): boolean =>
  events.some((event) => {
    const made = madeBy(event);
    return (
      made !== null &&
      [...known.pieces].some(([id, piece]) => id !== of && versionsIn(piece).includes(made))
    );
  });

function madeBy(event: ConsentEvent): VersionId | null {
  switch (event.type) {
    case "version-offered":
    case "offer-set":
    case "answer-put-in":
      return event.version;
    default:
      return null;
  }
}

function versionsIn(piece: Piece): readonly VersionId[] {
  switch (piece.mode) {
    case "own":
      return piece.versions.map(({ version }) => version);
    case "paired":
      return piece.opened.map(({ version }) => version);
    default:
      return [];
  }
}
