import type { LineId, PieceId, RoundId } from "#domain/ids.ts";
import type { Area } from "#domain/pieces/boundaries.ts";
import type { MarkLine } from "#domain/pieces/decks.ts";
import type { Result } from "#domain/result.ts";
import type { Hand } from "./acts.ts";
import { note } from "./own-pieces.ts";
import { newId } from "./pairing.ts";
import { propose } from "./together.ts";
import type { Paired } from "./versions.ts";

/** What both marked in a round, taken on together. */

/** What all of the lines are about, if that is one thing. */
export function themeOf(lines: readonly MarkLine[]): Area {
  const [area, ...others] = new Set(lines.map((line) => line.area));
  return area && others.length === 0 ? area : "open";
}

/**
 * Proposes an agreement of lines that both marked. Their words, which both know, are written in it from
 * this side once both have said yes (see use-first-line.ts): nothing but the theme shows before.
 */
export async function proposeFromGround(
  hand: Hand,
  paired: Paired,
  fromRound: { readonly piece: PieceId; readonly round: RoundId },
  lines: readonly MarkLine[],
): Promise<Result<PieceId>> {
  const theme = themeOf(lines);
  const proposed = await propose(hand, paired, { form: "proposal", kind: "agreement", theme });
  if (!proposed.ok) return proposed;
  const firstLines = lines.map(({ words }) => ({ as: newId<LineId>(), words }));
  const kept = await note(hand.keyring, proposed.value, {
    ...{ kind: "agreement", title: "", room: paired.room },
    firstLines,
    fromRound,
  });
  return kept.ok ? proposed : kept;
}
