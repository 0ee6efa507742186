import { useState } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { withNext } from "#client/next-path.ts";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { Practice } from "#domain/practices/practice.ts";
import { suggestion } from "#domain/practices/walk.ts";
import { KeepOut } from "./keep-out.tsx";
import { MaybeMine, useMine, type Mine } from "./mine.tsx";
import "./practices.css";
import { PRACTICES } from "./practices.ts";
import { PracticesBar } from "./practices-bar.tsx";
import { PracticeList } from "./walk-list.tsx";
import { WalkPicture } from "./walk-picture.tsx";

export const meta = titled("practices", "practices");

/** The thirteen themes as a walk, and four more. For everybody: no account, no script. */
export default function Practices() {
  return (
    <MaybeMine>
      <Walk />
    </MaybeMine>
  );
}

function Walk() {
  const { t } = useTranslation("practices");
  const mine = useMine();
  const [words, setWords] = useState("");
  const hidden = mine?.walk.hidden ?? NOTHING;
  const shown = PRACTICES.filter((one) => !hidden.has(one.id) && hasWords(one, words));
  const next = mine && suggestion(PRACTICES, mine.walk);
  const onTheWalk = PRACTICES.filter(({ place }) => place !== null);
  return (
    <>
      <PracticesBar />
      <Page className="space-y-10">
        <div>
          <PageTitle lead={t("leadForAll")}>{t("practices")}</PageTitle>
          <p className="max-w-measure text-ink-soft">{t("inWhatOrder")}</p>
        </div>
        {mine ? <Next mine={mine} /> : <ForEverybody />}
        <FindByName words={words} onChange={setWords} found={shown.length} />
        {words.trim() === "" ? (
          <>
            <section aria-labelledby="walk" className="space-y-6">
              <h2 id="walk" className="text-xl">
                {t("theWalk")}
              </h2>
              <WalkPicture
                practices={onTheWalk}
                beside={PRACTICES.filter(({ place }) => place === null)}
                walk={mine?.walk ?? null}
                next={next}
              />
              <PracticeList
                practices={shown.filter(({ place }) => place !== null)}
                next={next}
                ordered
              />
            </section>
            <section aria-labelledby="beside">
              <h2 id="beside" className="text-xl">
                {t("besideTheWalk")}
              </h2>
              <p className="mt-1 mb-4 text-ink-soft">{t("whenYouNeedThem")}</p>
              <PracticeList practices={shown.filter(({ place }) => place === null)} next={null} />
            </section>
          </>
        ) : (
          shown.length > 0 && <PracticeList practices={shown} next={next} />
        )}
        {mine && <OnlyMine mine={mine} />}
        <p className="max-w-measure text-s text-ink-soft">{t("nearlyAllStudies")}</p>
      </Page>
    </>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** Every word that was typed stands somewhere in its name, its theme or what it is for. */
function hasWords({ title, theme, lead }: Practice, words: string): boolean {
  const name = `${title} ${theme ?? ""} ${lead}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word));
}

/** Looked for on this page: nobody learns what somebody types. Without scripts the whole list is there. */
function FindByName({
  words,
  onChange,
  found,
}: {
  words: string;
  onChange: (words: string) => void;
  found: number;
}) {
  const { t } = useTranslation("practices");
  if (!useHydrated()) return null;
  return (
    <div className="max-w-[26rem] print:hidden">
      <Field
        id="find"
        type="search"
        label={t("findByName")}
        hint={t("findByNameHint")}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p role="status" className="text-s text-ink-soft">
        {words.trim() !== "" && (found === 0 ? t("noneHasIt") : t("foundCount", { count: found }))}
      </p>
    </div>
  );
}

function ForEverybody() {
  const { t } = useTranslation("practices");
  return (
    <Notice
      actions={
        <ButtonLink to={withNext("/sign-up", "/begin?alone=1")}>{t("beginAlone")}</ButtonLink>
      }
    >
      <p>{t("beginAloneIsForYou")}</p>
      <p>{t("readingAsksNothing")}</p>
    </Notice>
  );
}

/** What may come next, and why, in one sentence. */
function Next({ mine: { walk } }: { mine: Mine }) {
  const { t } = useTranslation("practices");
  const next = suggestion(PRACTICES, walk);
  if (!next) return <Notice>{t("nothingIsNext")}</Notice>;
  return (
    <Notice
      beside
      title={
        <>
          <span className="block font-sans text-s font-normal text-ink-soft">
            {t("oneSuggestion")}
          </span>
          {next.title}
        </>
      }
      actions={<ButtonLink to={`/practices/${next.id}`}>{t("open")}</ButtonLink>}
    >
      {next.because}
    </Notice>
  );
}

/** What is not for us, and whether the rooms show practices at all. */
function OnlyMine({ mine: { walk, take, complaint } }: { mine: Mine }) {
  const { t } = useTranslation("practices");
  const hidden = PRACTICES.filter(({ id }) => walk.hidden.has(id));
  return (
    <section aria-label={t("settings")} className="space-y-5 border-t border-line pt-6">
      <p className="max-w-measure text-s text-ink-soft">{t("onlyYouSeeThis")}</p>
      {hidden.length > 0 && (
        <details>
          <summary className="min-h-target cursor-pointer py-2.5">
            {t("hidden", { count: hidden.length })}
          </summary>
          <ul>
            {hidden.map(({ id, title }) => (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-4 border-t border-line py-1"
              >
                <span>{title}</span>
                <Button
                  look="quiet"
                  aria-label={t("bringBackNamed", { title })}
                  onClick={() => void take({ is: "showed", practice: id })}
                >
                  {t("bringBack")}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <KeepOut walk={walk} take={take} />
      <FormError>{complaint}</FormError>
    </section>
  );
}
