import { useState } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { keepWants } from "#client/rooms/wants.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { DEPTHS, FITS, THEMES_OF_CARDS, type Fit } from "#domain/pieces/decks.ts";
import { wantsOf, type Wants } from "#domain/pieces/wanted.ts";
import { CARD_THEME, CARDS, DEPTH } from "../room/decks.ts";
import { otherName, sorry } from "../room/words.ts";

const FIT: Record<Fit, string> = {
  children: "There are children whom both of you care for",
  home: "You share a home",
  romance: "You are, or were, a couple",
};

/** What I want of our questions in this room, and the way to change it. */
export function useWants() {
  const { hand, room } = useInRoom();
  const { cards } = useIndex().rooms[room] ?? {};
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = async (to: Parameters<typeof keepWants>[2]) => {
    const done = await keepWants(hand.keyring, room, to);
    setTrouble(done.ok ? null : sorry(done.refusal.code));
  };
  return { wants: wantsOf(cards), change, trouble };
}

/** How deep I go, and what the two of us are to each other: kept for me alone, asked by nobody. */
export function CardWants({ wants, change, trouble }: ReturnType<typeof useWants>) {
  const { scene } = useInRoom();
  const other = otherName(scene.petname);
  return (
    <details className="rounded-card border border-line px-4 py-1">
      <summary className="flex min-h-target cursor-pointer items-center">
        What suits you: {DEPTH[wants.depth]} at most
      </summary>
      <div className="space-y-4 pb-3">
        <p className="text-s text-ink-soft">
          This is kept for you alone, and {other} is never told. Of the two of you, the one who is
          more careful decides: what goes deeper than you wish is set aside before you see it, and
          looks to {other} like a question that you have not seen.
        </p>
        <Options
          legend="How deep do you want to go, at most?"
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
          <legend className="mb-1.5 font-medium">What are you to each other?</legend>
          <p className="text-s text-ink-soft">
            Questions that take one of these for granted appear only if you say so.
          </p>
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
  const themes = THEMES_OF_CARDS.filter((theme) => wants.notThemes.has(theme));
  const cards = CARDS.filter(({ card }) => wants.notCards.has(card));
  if (themes.length + cards.length === 0) return null;
  const hidden = [
    ...themes.map((theme) => ({
      name: `The theme “${CARD_THEME[theme]}”`,
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
        Not for you two
      </h3>
      <ul>
        {hidden.map(({ name, back }) => (
          <li key={name} className="flex items-center justify-between gap-3 border-b border-line">
            <span className="text-s">{name}</span>
            <Button look="quiet" aria-label={`Bring back: ${name}`} onClick={() => void back()}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
