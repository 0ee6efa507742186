import { interfaceWords } from "#app/language/languages.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { sentenceFor } from "#client/sentences.ts";
import type { Account } from "#client/account.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { control, useAsking } from "#components/form/use-asking.ts";
import { Notice } from "#components/notice.tsx";
import { saveAsFile } from "./save-as-file.ts";
import { twoPlaces } from "./places.ts";

const word = z.string({ error: () => interfaceWords("words")("typeThisWord") });
const schema = z.object({ first: word, second: word });

type TwelveWordsProps = {
  readonly name: string;
  readonly words: readonly string[];
  readonly confirm: Account["confirmRecoveryWords"];
  readonly done: () => void;
  /** Shows them again, to whoever may still see them. */
  readonly again: () => void;
  /** Where "Later" leads. */
  readonly later: string;
};

/** The words, then two of them typed back. */
export function TwelveWords({ name, words, confirm, done, again, later }: TwelveWordsProps) {
  const { t } = useTranslation("words");
  const [written, setWritten] = useState(false);
  return written ? (
    <TypeTwoBack confirm={confirm} done={done} again={again} />
  ) : (
    <AccountPage
      title={t("twelveWordsThatBringEverythingBack")}
      lead={t("ifYouForgetYourPasswordOr")}
    >
      <div className="space-y-5">
        <ol
          lang="en"
          dir="ltr"
          className="columns-2 gap-x-6 rounded-card border border-edge bg-paper px-5 py-3 font-serif text-l sm:columns-3"
        >
          {words.map((one, place) => (
            <li key={place} className="flex break-inside-avoid items-baseline gap-2.5 py-1.5">
              <span className="w-5 text-end font-sans text-s text-ink-soft tabular-nums">
                {place + 1}
              </span>
              <span className="select-all">{one}</span>
            </li>
          ))}
        </ol>
        <Notice tone="care" title={t("whoeverHasTheseWordsCanRead")}>
          <p>{t("keepThemAwayFromWhereThe")}</p>
        </Notice>
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" onClick={() => setWritten(true)}>
            {t("iHaveWrittenThemDown")}
          </Button>
          <Button
            onClick={() =>
              saveAsFile(
                "words.txt",
                [name, ...words.map((one, place) => `${place + 1} ${one}`), ""].join("\n"),
              )
            }
          >
            {t("saveAsATextFile")}
          </Button>
          <ButtonLink look="quiet" to={later}>
            {t("later")}
          </ButtonLink>
        </div>
      </div>
    </AccountPage>
  );
}

/** Fair numbers from 0 up to 1, from the browser's own source. */
const random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

function TypeTwoBack({
  confirm,
  done,
  again,
}: Pick<TwelveWordsProps, "confirm" | "done" | "again">) {
  const { t } = useTranslation("words");
  const [[one, two]] = useState(() => twoPlaces(random));
  const { form, fields, pending, ready, error } = useAsking({
    id: "two-words",
    schema,
    ask: ({ first, second }) =>
      confirm([
        { place: one, word: first },
        { place: two, word: second },
      ]),
    say: (code) => ({ sentence: sentenceFor(code) }),
    done,
  });
  const firstId = fields.first.id;
  useEffect(() => document.getElementById(firstId)?.focus(), [firstId]);
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <AccountPage title={t("typeTwoOfThem")} lead={t("soThatBothOfUsKnow")}>
      <form {...form} className="space-y-5">
        <Field label={t("wordAt", { place: one + 1 })} {...control(fields.first)} {...plain} />
        <Field label={t("wordAt", { place: two + 1 })} {...control(fields.second)} {...plain} />
        <FormError>{error}</FormError>
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" type="submit" disabled={!ready} pending={pending}>
            {pending ? t("looking") : t("thatIsThem")}
          </Button>
          <Button look="quiet" onClick={again}>
            {t("showThemAgain")}
          </Button>
        </div>
      </form>
    </AccountPage>
  );
}
