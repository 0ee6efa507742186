import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button } from "#components/button.tsx";
import { Field, inputClasses, Labelled } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { DEPTHS, THEMES_OF_CARDS, type Card } from "#domain/pieces/decks.ts";
import { askable, found } from "#domain/pieces/wanted.ts";
import { aboutCard, CARD_THEME, CARDS, DEPTH, LIST_FORM } from "../room/decks.ts";
import { otherName } from "../room/words.ts";
import { CardWants, useWants } from "./card-wants.tsx";

const FORMS = [
  { value: "question", label: "formQuestion", hint: "formQuestionHint" },
  { value: "swap", label: "formSwap", hint: "formSwapHint" },
  { value: "list", label: "formList", hint: "formListHint" },
] as const satisfies readonly { value: Card["is"]; label: string; hint: string }[];

const ANY = "any";

type Chosen = {
  readonly card: number | null;
  readonly onChoose: (card: number | null) => void;
};

/** One of our own cards. They are fixed words: nobody is met by free words without their yes. */
export function ChooseQuestion({
  first,
  card,
  onChoose,
}: Chosen & {
  /** The form that is shown at first: a practice may ask for one. */
  readonly first: Card["is"];
}) {
  const { t } = useTranslation("room-places");
  const { scene } = useInRoom();
  const kept = useWants();
  const [form, setForm] = useState(first);
  const all = askable(CARDS, kept.wants).filter((one) => one.is === form);
  return (
    <>
      <p>{t("whatYouAskShowsToName", { name: otherName(scene.petname) })}</p>
      <Options
        legend={t("whatWouldYouLike")}
        name="form"
        value={form}
        onChange={(value) => {
          setForm(value);
          onChoose(null);
        }}
        options={FORMS.map(({ value, label, hint }) => ({
          value,
          label: t(label),
          hint: t(hint),
        }))}
      />
      {form === "list" ? (
        <Cards cards={all} card={card} onChoose={onChoose} />
      ) : (
        <FindCard key={form} cards={all} card={card} onChoose={onChoose} />
      )}
      <NotForUs
        key={card}
        card={card}
        onHide={(change) => {
          onChoose(null);
          void kept.change(change);
        }}
      />
      <CardWants {...kept} />
    </>
  );
}

type CardsProps = Chosen & { readonly cards: readonly Card[] };

/** By word, by depth, by theme. */
function FindCard({ cards, card, onChoose }: CardsProps) {
  const { t } = useTranslation("room-places");
  const id = useId();
  const [words, setWords] = useState("");
  const [depth, setDepth] = useState(ANY);
  const [theme, setTheme] = useState(ANY);
  const themes = THEMES_OF_CARDS.filter((one) =>
    cards.some((each) => each.is !== "list" && each.theme === one),
  );
  const depths = DEPTHS.filter((one) => cards.some((each) => each.depth === one));
  const here = found(cards, words, aboutCard).filter(
    (one) =>
      (depth === ANY || `${one.depth}` === depth) &&
      (theme === ANY || (one.is !== "list" && one.theme === theme)),
  );
  const anew = (change: () => void) => {
    change();
    onChoose(null);
  };
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field
          id={`${id}-words`}
          type="search"
          label={t("lookForAWord")}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            const { value } = event.currentTarget;
            anew(() => setWords(value));
          }}
        />
        <Labelled id={`${id}-theme`} label={t("about")}>
          <select
            id={`${id}-theme`}
            className={inputClasses}
            value={theme}
            onChange={(event) => {
              const { value } = event.currentTarget;
              anew(() => setTheme(value));
            }}
          >
            <option value={ANY}>{t("anything")}</option>
            {themes.map((one) => (
              <option key={one} value={one}>
                {CARD_THEME[one]}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
      <Options
        legend={t("howDeep")}
        name="depth"
        across
        value={depth}
        onChange={(value) => anew(() => setDepth(value))}
        options={[
          { value: ANY, label: "any" },
          ...depths.map((value) => ({ value: `${value}`, label: DEPTH[value] })),
        ]}
      />
      <p role="status" className="text-s text-ink-soft">
        {here.length === 0
          ? t("noneOfOursHasAllOf")
          : t("lengthToChooseFrom", { length: here.length })}
      </p>
      <Cards cards={here} card={card} onChoose={onChoose} />
    </>
  );
}

/** However many there are, what follows them stays near. */
function Cards({ cards, card, onChoose }: CardsProps) {
  const { t } = useTranslation("room-places");
  if (cards.length === 0) return null;
  return (
    <div className="max-h-[min(26rem,45dvh)] overflow-y-auto border-y border-line px-1 py-2">
      <Options
        legend={t("whichOne")}
        name="card"
        value={card === null ? null : `${card}`}
        onChange={(value) => onChoose(Number(value))}
        options={cards.map((one) => ({
          value: `${one.card}`,
          label: <span className="font-serif text-l leading-snug">{one.words}</span>,
          hint: hintOf(one),
        }))}
      />
    </div>
  );
}

function hintOf(one: Card): string {
  if (one.is !== "list") return `${aboutCard(one)} · ${DEPTH[one.depth]}`;
  return `${LIST_FORM[one.form]} · ${DEPTH[one.depth]} · ${one.lines.length} lines`;
}

type Hiding = Parameters<ReturnType<typeof useWants>["change"]>[0];

/** Takes what is chosen, or all of its theme, out of what I am shown: here, and when the other asks it. */
function NotForUs({ card, onHide }: { card: number | null; onHide: (change: Hiding) => void }) {
  const { t } = useTranslation("room-places");
  const chosen = CARDS.find((one) => one.card === card);
  if (!chosen) return null;
  return (
    <div role="group" aria-label={t("notForUs")} className="flex flex-wrap items-center gap-x-2">
      <span className="text-s text-ink-soft">{t("notForUs2")}</span>
      <Button look="quiet" onClick={() => onHide({ card: [chosen.card, true] })}>
        {t("thisOne")}
      </Button>
      {chosen.is !== "list" && (
        <Button look="quiet" onClick={() => onHide({ theme: [chosen.theme, true] })}>
          {t("anythingAboutValue", { value: CARD_THEME[chosen.theme] })}
        </Button>
      )}
    </div>
  );
}
