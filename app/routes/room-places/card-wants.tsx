import { useState } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { keepWants } from "#client/rooms/wants.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { DEPTHS, FITS, THEMES_OF_CARDS } from "#domain/pieces/decks.ts";
import { wantsOf, type Wants } from "#domain/pieces/wanted.ts";
import { CARD_THEME, CARDS, DEPTH } from "../room/decks.ts";
import { otherName, sorry } from "../room/words.ts";
import { known } from "#domain/newer.ts";

const FIT = table("room-places", {
  children: "thereAreChildrenWhomBothOf",
  home: "youShareAHome",
  romance: "youAreOrWereACouple",
});

/** What I want of our questions in this room, and the way to change it. */
export function useWants() {
  const { hand, room } = useInRoom();
  const { cards } = known(useIndex().rooms[room]) ?? {};
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = async (to: Parameters<typeof keepWants>[2]) => {
    const done = await keepWants(hand.keyring, room, to);
    setTrouble(done.ok ? null : sorry(done.refusal.code));
  };
  return { wants: wantsOf(cards), change, trouble };
}

/** How deep I go, and what the two of us are to each other: kept for me alone, asked by nobody. */
export function CardWants({ wants, change, trouble }: ReturnType<typeof useWants>) {
  const { t } = useTranslation("room-places");
  const { scene } = useInRoom();
  const other = otherName(scene.petname);
  return (
    <details className="rounded-card border border-line px-4 py-1">
      <summary className="flex min-h-target cursor-pointer items-center">
        {t("whatSuitsYouValueAtMost", { value: DEPTH[wants.depth] })}
      </summary>
      <div className="space-y-4 pb-3">
        <p className="text-s text-ink-soft">{t("thisIsKeptForYouAlone", { other })}</p>
        <Options
          legend={t("howDeepDoYouWantTo")}
          name="most"
          across
          value={`${wants.depth}`}
          onChange={(value) => {
            const depth = DEPTHS.find((one) => `${one}` === value);
            if (depth) void change({ depth });
          }}
          options={DEPTHS.map((value) => ({ value: `${value}`, label: DEPTH[value] }))}
        />
        <fieldset>
          <legend className="mb-1.5 font-medium">{t("whatAreYouToEachOther")}</legend>
          <p className="text-s text-ink-soft">{t("questionsThatTakeOneOfThese")}</p>
          {FITS.map((fit) => (
            <label key={fit} className="flex min-h-target items-center gap-3 py-1.5">
              <input
                type="checkbox"
                className="checkbox"
                checked={wants.fits.has(fit)}
                onChange={(event) => void change({ fit: [fit, event.currentTarget.checked] })}
              />
              {FIT[fit]}
            </label>
          ))}
        </fieldset>
        <NotForUs wants={wants} change={change} />
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
      </div>
    </details>
  );
}

/** What was hidden, to be brought back. */
function NotForUs({
  wants,
  change,
}: Pick<ReturnType<typeof useWants>, "change"> & { wants: Wants }) {
  const { t } = useTranslation("room-places");
  const themes = THEMES_OF_CARDS.filter((theme) => wants.notThemes.has(theme));
  const cards = CARDS.filter(({ card }) => wants.notCards.has(card));
  if (themes.length + cards.length === 0) return null;
  const hidden = [
    ...themes.map((theme) => ({
      name: t("theThemeValue", { value: CARD_THEME[theme] }),
      back: () => change({ theme: [theme, false] }),
    })),
    ...cards.map(({ card, words }) => ({
      name: words,
      back: () => change({ card: [card, false] }),
    })),
  ];
  return (
    <section aria-labelledby="not-for-us">
      <h3 id="not-for-us" className="mb-1.5 font-medium">
        {t("notForYouTwo")}
      </h3>
      <ul>
        {hidden.map(({ name, back }) => (
          <li key={name} className="flex items-center justify-between gap-3 border-b border-line">
            <span className="text-s">{name}</span>
            <Button
              look="quiet"
              aria-label={t("bringBackName", { name })}
              onClick={() => void back()}
            >
              {t("bringBack")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
