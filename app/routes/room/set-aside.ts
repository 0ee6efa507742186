import type { QuestionCard } from "#client/rooms/cards.ts";
import type { Index } from "#domain/index-schema.ts";
import { known } from "#domain/newer.ts";
import { whyUnwanted, type Unwanted, type Wants } from "#domain/pieces/wanted.ts";
import { cardOf } from "./decks.ts";

/**
 * Why a question of the other's is set aside before it is seen; `null` if it is not. It is found out on
 * this device and said to nobody: to who asked, it is unseen. What I asked myself, or have begun to
 * answer, or what is both's by now, is never set aside.
 */
export function whySetAside(
  { mine, card, piece, view: { state, round, results } }: QuestionCard,
  wants: Wants,
  { pieces }: Index,
): Unwanted | null {
  const found = cardOf(card);
  const begun =
    state.mine !== null ||
    round?.is === "running" ||
    results.length > 0 ||
    known(pieces[piece])?.draft;
  return found && !mine && !begun ? whyUnwanted(found, wants) : null;
}
