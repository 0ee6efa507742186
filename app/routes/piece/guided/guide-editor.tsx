import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useMap } from "#client/hooks/use-map.ts";
import {
  beginGuided,
  goOnAsLetter,
  guidedDocument,
  guidedUndo,
  placeOf,
  setGuided,
  wayOf,
  type GuidedDocument,
  type Way,
} from "#client/pieces/guided-document.ts";
import { Button } from "#components/button.tsx";
import { FieldsMirror } from "#components/editor/fields-mirror.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { TitleField } from "#components/editor/title-field.tsx";
import { UndoButtons } from "#components/editor/undo-buttons.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { LOOP } from "#domain/pieces/loop.ts";
import { QUESTIONS } from "#domain/pieces/forms.ts";
import type { Guide } from "#domain/pieces/guides.ts";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { wordsOf } from "../../room/guides.ts";
import { TurningPoint } from "../../room/turning-point.tsx";
import { LoopDrawing } from "./loop-drawing.tsx";
import { FieldQuestion, LineQuestion } from "./guide-question.tsx";
import "./guided.css";

type GuideEditorProps = {
  readonly doc: Y.Doc;
  readonly guide: Guide;
  /** What is written so far, as it would read; `null` before there is anything. */
  readonly body: LetterBody | null;
  /** Everything that the server has of it has been read. */
  readonly isRead: boolean;
};

/** A guide's questions, in the way in which its writer likes to answer them. */
export function GuideEditor({ doc, guide, body, isRead }: GuideEditorProps) {
  const { t } = useTranslation("piece-guided");
  const document = useMemo(() => guidedDocument(doc), [doc]);
  const undo = useMemo(() => guidedUndo(document, guide), [document, guide]);
  useMap(document.meta);
  useMap(document.chosen);
  useEffect(() => {
    // Before that nobody knows whether it says so already, perhaps in a newer format.
    if (isRead) beginGuided(document, guide.id);
  }, [document, guide, isRead]);
  const way = wayOf(document);
  const { short } = guide;
  return (
    <div className="guided">
      <h1 className="mb-1 font-sans text-s text-ink-soft print:hidden">{guide.name}</h1>
      <TitleField
        text={document.title}
        undo={undo}
        label={t("title")}
        placeholder={t("aTitleIfYouLike")}
      />
      {/* What is printed is the document that the answers make, with nothing that stays with its writer. */}
      <div className="print:hidden">
        <p className="mt-2 max-w-measure text-ink-soft">{guide.lead}</p>
        {guide.care && (
          <Notice tone="care" className="mt-5 max-w-measure">
            {guide.care}
          </Notice>
        )}
        {guide.window && (
          <TurningPoint title={t("beforeYouSayItInFull")} className="mt-5 max-w-measure">
            {t("whatIsSaidCannotBeUnsaid")}
          </TurningPoint>
        )}
        <div className="mt-6">
          <Options
            legend={t("howDoYouWantToWrite")}
            name="way"
            across
            value={way === "letter" ? null : way}
            onChange={(chosen: Exclude<Way, "letter">) => setGuided(document, { way: chosen })}
            options={[
              {
                value: "steps",
                label: t("oneQuestionAtATime"),
                hint: t("aboutMinutes", { count: guide.minutes.all }),
              },
              { value: "page", label: t("allOnAPage"), hint: t("theSameQuestions") },
              ...(short && guide.minutes.short
                ? ([
                    {
                      value: "short",
                      label: t("inThreeLines"),
                      hint: t("aboutMinutes", { count: guide.minutes.short }),
                    },
                  ] as const)
                : []),
            ]}
          />
        </div>
        <FieldsMirror page={`${way} ${way === "steps" ? placeOf(document) : ""}`}>
          <div className="mt-8">
            {way === "steps" && <Steps document={document} guide={guide} />}
            {way === "page" && (
              <div className="space-y-10">
                {guide.fields.map((field) => (
                  <FieldQuestion
                    key={field.id}
                    document={document}
                    undo={undo}
                    field={field}
                    openings={guide.openings[field.id]}
                  />
                ))}
              </div>
            )}
            {way === "short" && short && (
              <div className="space-y-8">
                {short.map((line) => (
                  <LineQuestion key={line.id} document={document} undo={undo} line={line} />
                ))}
              </div>
            )}
          </div>
          <div className="mt-6 flex flex-wrap gap-2.5">
            <UndoButtons undo={undo} />
          </div>
        </FieldsMirror>
      </div>
      {body && (
        <section
          aria-labelledby="as-it-reads"
          className="mt-10 border-t border-line pt-6 print:mt-4 print:border-0 print:pt-0"
        >
          <h2 id="as-it-reads" className="text-l print:hidden">
            {t("howItReadsSoFar")}
          </h2>
          <p className="mt-1 mb-4 text-s text-ink-soft print:hidden">
            {t("theQuestionsAreNotInIt")}
          </p>
          <LetterReader body={body} />
          {guide.id === LOOP && <LoopDrawing body={body} guide={guide} />}
          {guide.id !== QUESTIONS && (
            <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
              <Button onClick={() => goOnAsLetter(document, guide, wordsOf)}>
                {t("goOnAsALetter")}
              </Button>
              <p className="text-s text-ink-soft max-sm:w-full">
                {t("thenYouEditTheseWordsFreely")}
              </p>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

/** One question at a time. One comes back where one was. */
function Steps({ document, guide }: { document: GuidedDocument; guide: Guide }) {
  const { t } = useTranslation("piece-guided");
  const undo = guidedUndo(document, guide);
  const { fields } = guide;
  const at = Math.max(
    fields.findIndex(({ id }) => id === placeOf(document)),
    0,
  );
  const field = fields[at];
  const before = fields[at - 1];
  const next = fields[at + 1];
  const moved = useRef(false);
  const answer = useRef<HTMLDivElement>(null);
  const go = (to: string) => {
    moved.current = true;
    undo.endStep();
    setGuided(document, { at: to });
  };
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    answer.current?.querySelector<HTMLElement>("textarea, input")?.focus();
  }, [at]);
  if (!field) return null;
  return (
    <div>
      <p className="mb-3 text-s text-ink-soft" role="status">
        {t("questionValueOfLength", { value: at + 1, length: fields.length })}
      </p>
      <div ref={answer}>
        <FieldQuestion
          key={field.id}
          document={document}
          undo={undo}
          field={field}
          openings={guide.openings[field.id]}
          open
        />
      </div>
      <div className="mt-5 flex flex-wrap gap-2.5">
        {before && <Button onClick={() => go(before.id)}>{t("back")}</Button>}
        {next && <Button onClick={() => go(next.id)}>{t("next")}</Button>}
      </div>
    </div>
  );
}

/** What was answered in the guide, once the letter goes its own way; for its writer alone. */
export function OwnAnswers({ doc, guide }: { doc: Y.Doc; guide: Guide }) {
  const { t } = useTranslation("piece-guided");
  const document = useMemo(() => guidedDocument(doc), [doc]);
  const mine = guide.fields.filter(
    ({ type, id }) => type === "mine" && document.text(id).length > 0,
  );
  if (mine.length === 0) return null;
  return (
    <details className="mt-8 max-w-measure border-t border-line pt-4 print:hidden">
      <summary className="min-h-target cursor-pointer py-2.5 font-medium">
        {t("whatStaysWithYou")}
      </summary>
      <dl className="space-y-4">
        {mine.map(({ id, label }) => (
          <div key={id}>
            <dt className="text-s text-ink-soft">{label}</dt>
            <dd className="font-serif text-l whitespace-pre-wrap">
              {document.text(id).toString()}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
