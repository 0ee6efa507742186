import type { QuestionCard } from "#client/rooms/cards.ts";
import type { Unwanted } from "#domain/pieces/wanted.ts";
import { QuestionAtDoor } from "./question-card.tsx";

const WHY: Record<Unwanted, string> = {
  "too-deep": "It goes deeper than you chose.",
  "does-not-fit": "It takes for granted something that you have not said of the two of you.",
  "not-for-us": "You said that this is not for you.",
};

export type Aside = { readonly card: QuestionCard; readonly why: Unwanted };

/** Questions that this person did not want put before them. To who asked them they are unseen. */
export function SetAside({ aside }: { aside: readonly Aside[] }) {
  if (aside.length === 0) return null;
  return (
    <details className="space-y-4">
      <summary className="flex min-h-target items-center text-s text-ink-soft">
        Set aside, as you wished ({aside.length})
      </summary>
      <p className="text-s text-ink-soft">
        To who asked, these look like questions that you have not seen. You can answer one all the
        same. What you wish for is set where you ask a question yourself.
      </p>
      {aside.map(({ card, why }) => (
        <div key={card.piece} className="space-y-2">
          <p className="text-s text-ink-soft">{WHY[why]}</p>
          <QuestionAtDoor card={card} />
        </div>
      ))}
    </details>
  );
}
