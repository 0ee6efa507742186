import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import type { QuestionCard } from "#client/rooms/cards.ts";
import type { Unwanted } from "#domain/pieces/wanted.ts";
import { QuestionAtDoor } from "./question-card.tsx";

const WHY = table("room-places", {
  "too-deep": "itGoesDeeperThanYouChose",
  "does-not-fit": "itTakesForGrantedSomethingThat",
  "not-for-us": "youSaidThatThisIsNot",
});

export type Aside = { readonly card: QuestionCard; readonly why: Unwanted };

/** Questions that this person did not want put before them. To who asked them they are unseen. */
export function SetAside({ aside }: { aside: readonly Aside[] }) {
  const { t } = useTranslation("room-places");
  if (aside.length === 0) return null;
  return (
    <details className="space-y-4">
      <summary className="flex min-h-target items-center text-s text-ink-soft">
        {t("setAsideAsYouWishedLength", { length: aside.length })}
      </summary>
      <p className="text-s text-ink-soft">{t("toWhoAskedTheseLookLike")}</p>
      {aside.map(({ card, why }) => (
        <div key={card.piece} className="space-y-2">
          <p className="text-s text-ink-soft">{WHY[why]}</p>
          <QuestionAtDoor card={card} />
        </div>
      ))}
    </details>
  );
}
