import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import {
  addToAnswer,
  chosenIn,
  choose,
  type GuidedDocument,
} from "#client/pieces/guided-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { Button } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { classes } from "#components/classes.ts";
import { LineField } from "#components/editor/line-field.tsx";
import { Options } from "#components/options.tsx";
import { MAX_ANSWER, type GuideField, type GuideLine } from "#domain/pieces/guides.ts";
import { groupsOf, wordsOf } from "../../room/guides.ts";

const PLACEHOLDER: Partial<Record<GuideField["type"], string>> = table("piece-guided", {
  lines: "aLineForEach",
  words: "inYourOwnWords",
});

type QuestionProps = {
  readonly document: GuidedDocument;
  readonly undo: Undo;
};

/** One question of a guide, with its help beside it. */
export function FieldQuestion({
  document,
  undo,
  field,
  openings = [],
  open = false,
}: QuestionProps & {
  readonly field: GuideField;
  /** Ways to begin a sentence. */
  readonly openings?: readonly string[] | undefined;
  /** The words to choose from are in view from the start. */
  readonly open?: boolean;
}) {
  const { t } = useTranslation("piece-guided");
  const id = useId();
  const help = `${id}-help`;
  return (
    <section
      aria-labelledby={id}
      className={classes("guide-question", field.type === "mine" && "print:hidden")}
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="text-xl">
          {field.label}
        </h2>
        {field.type === "mine" ? (
          <Chip>{t("staysWithYou")}</Chip>
        ) : (
          field.optional && <Chip>{t("ifYouLike")}</Chip>
        )}
      </div>
      <div className="guide-sides">
        <p id={help} className="text-s text-ink-soft">
          {field.help}
        </p>
        <div className="min-w-0">
          {field.type === "words" && (
            <WordsToChoose document={document} field={field} open={open} />
          )}
          {field.type === "choice" ? (
            <Options
              legend={field.label}
              quietLegend
              name={`${id}-choice`}
              value={chosenIn(document, field.id)[0] ?? null}
              onChange={(value) => choose(document, field.id, value, { alone: true })}
              options={field.choices}
            />
          ) : (
            <LineField
              className="guide-field"
              text={document.text(field.id)}
              undo={undo}
              label={field.label}
              describedBy={help}
              placeholder={PLACEHOLDER[field.type]}
              maxLength={MAX_ANSWER}
              manyLines
            />
          )}
          {openings.length > 0 && (
            <WaysToBegin document={document} undo={undo} field={field.id} openings={openings} />
          )}
        </div>
      </div>
    </section>
  );
}

/** For who sits before an empty page: shown when asked for, and put in only when pressed. */
function WaysToBegin({
  document,
  undo,
  field,
  openings,
}: QuestionProps & { readonly field: string; readonly openings: readonly string[] }) {
  const { t } = useTranslation("practices");
  const here = useRef<HTMLDetailsElement>(null);
  return (
    <details ref={here} className="mt-1 print:hidden">
      <summary className="min-h-target cursor-pointer py-2.5 text-s text-ink-soft">
        {t("waysToBegin")}
      </summary>
      <p className="text-s text-ink-soft">{t("waysToBeginHint")}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {openings.map((words) => (
          <li key={words}>
            <Button
              onClick={() => {
                undo.endStep();
                addToAnswer(document, field, words);
                const answer = here.current?.parentElement?.querySelector("textarea");
                answer?.focus();
                answer?.setSelectionRange(answer.value.length, answer.value.length);
              }}
            >
              {words} …
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One of the three lines. */
export function LineQuestion({ document, undo, line }: QuestionProps & { line: GuideLine }) {
  const { t } = useTranslation("piece-guided");
  const id = useId();
  return (
    <section aria-labelledby={id} className="guide-question">
      <h2 id={id} className="mb-2 text-xl">
        {line.label}
      </h2>
      {line.starts && (
        <p id={`${id}-starts`} className="mb-1 font-serif text-l text-ink-soft">
          {line.starts} …
        </p>
      )}
      <LineField
        className="guide-field guide-line"
        text={document.text(line.id)}
        undo={undo}
        label={line.label}
        describedBy={line.starts && t("idStarts", { id })}
        maxLength={MAX_ANSWER}
        manyLines
      />
    </section>
  );
}

/** Words that may fit. Nobody has to use them, and what is not chosen leaves no trace. */
function WordsToChoose({
  document,
  field,
  open,
}: {
  document: GuidedDocument;
  field: Extract<GuideField, { type: "words" }>;
  open: boolean;
}) {
  const { t } = useTranslation("piece-guided");
  const chosen = chosenIn(document, field.id, wordsOf(field.list));
  return (
    <details className="mb-3" open={open}>
      <summary className="min-h-target cursor-pointer py-2.5 font-medium">
        {t("wordsThatMayFit")}
        {chosen.length > 0 && `: ${chosen.join(", ")}`}
      </summary>
      <div className="guide-words">
        {groupsOf(field.list).map((group) => (
          <fieldset key={group.name}>
            <legend className="text-s text-ink-soft">{group.name}</legend>
            {group.words.map((word) => (
              <label key={word} className="flex min-h-target items-center gap-3">
                <input
                  type="checkbox"
                  className="checkbox"
                  checked={chosen.includes(word)}
                  onChange={(event) =>
                    choose(document, field.id, word, { on: event.currentTarget.checked })
                  }
                />
                <span>{word}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
