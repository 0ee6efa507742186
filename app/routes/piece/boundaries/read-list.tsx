import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOpenly } from "#client/rooms/acts.ts";
import { answerLines } from "#client/rooms/boundaries.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import { changesBetween, type BoundaryLine, type LineChange } from "#domain/pieces/boundaries.ts";
import { LINE_ANSWERS, type LineAnswer } from "#domain/pieces/boundary-answer.ts";
import { refuse, type Result } from "#domain/result.ts";
import type { OpenedView } from "#domain/piece-view.ts";
import { leftForGood, otherName, sorry, theOther } from "../../room/words.ts";
import { ProposeFromLine } from "./propose-from-line.tsx";
import { ReadLine } from "./read-line.tsx";
import { LINE_ANSWER } from "./words.ts";

/** In the order in which they are shown; the last says nothing. */
const CHOICES = LINE_ANSWERS.toSorted((a, b) => Number(a === "nothing") - Number(b === "nothing"));

/** The lines, each with what can be answered to it; the answers go as one. */
export function ReadList({
  piece,
  opened,
  lines,
  before,
  said,
  prior,
}: {
  piece: PieceId;
  opened: OpenedView;
  lines: readonly BoundaryLine[];
  /** The lines of the version that was opened before, to show what changed since. */
  before: readonly BoundaryLine[] | null;
  /** What I answered to this version. */
  said: readonly LineAnswer[] | null;
  /** What I answered to these lines in an earlier one: it stands with them until I answer anew. */
  prior: readonly LineAnswer[] | null;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const [answers, setAnswers] = useState<readonly LineAnswer[]>(
    () => said ?? prior ?? lines.map(() => "nothing" as const),
  );
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { version } = opened;
  const other = otherName(scene.petname);
  const { paused, left } = scene.view.pause;
  const changed = answers.some((answer, i) => answer !== ((said ?? prior)?.[i] ?? "nothing"));

  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  const send = () =>
    run(async () =>
      paired ? answerLines(hand, paired, piece, version, answers) : refuse("not-here"),
    );
  const tell = () => run(() => actOpenly(hand, room, piece, { kind: "tell-opened", version }));

  const changes: readonly LineChange[] = before
    ? changesBetween(before, lines)
    : lines.map((line) => ({ is: "same", line }));
  return (
    <>
      <ol className="boundaries" aria-label={t("linesFromOther", { other })}>
        {changes.map((change) => {
          if (change.is === "gone") {
            return (
              <li key={change.before.id}>
                <Over>{t("noLongerOffered")}</Over>
                <del className="boundary-words text-ink-soft" dir="auto">
                  {change.before.statement}
                </del>
              </li>
            );
          }
          const { line } = change;
          const at = lines.indexOf(line);
          return (
            <li key={line.id} className="boundary-line">
              <div className="min-w-0">
                <ReadLine
                  line={line}
                  {...(change.is === "changed" && { before: change.before })}
                  over={
                    change.is === "new" ? (
                      <Over>{t("new")}</Over>
                    ) : (
                      change.is === "changed" && <Over>{t("changed")}</Over>
                    )
                  }
                >
                  <ProposeFromLine piece={piece} line={line} number={at + 1} />
                </ReadLine>
              </div>
              <AnswerLine
                number={at + 1}
                value={answers[at] ?? "nothing"}
                disabled={paused || left !== null}
                onChange={(answer) =>
                  setAnswers(answers.map((one, i) => (i === at ? answer : one)))
                }
              />
            </li>
          );
        })}
      </ol>
      <section aria-labelledby="answer" className="mt-6 border-t border-line pt-6 print:hidden">
        <h2 id="answer" className="text-l">
          {t("ifYouWantToAnswer")}
        </h2>
        <p className="mt-1 mb-4 max-w-measure text-s text-ink-soft">
          {left
            ? leftForGood()
            : paused
              ? t("youNeedNotWhileThisRoom")
              : t("youNeedNotABoundaryHolds", { name: theOther(scene.petname) })}
        </p>
        {opened.answer && (
          <p role="status" className="mb-4">
            {t("youAnsweredOnDayNameCan", {
              day: sayDay(opened.answer.on),
              name: theOther(scene.petname),
            })}
          </p>
        )}
        {!opened.answer && prior?.some((answer) => answer !== "nothing") && (
          <p className="mb-4 max-w-measure text-s">{t("whatYouAnsweredToTheLines")}</p>
        )}
        <div className="flex flex-wrap gap-2.5 empty:hidden">
          {!paused && !left && (
            <Button disabled={!changed} pending={pending} onClick={() => void send()}>
              {opened.answer ? t("sendTheChangedAnswer") : t("sendMyAnswer")}
            </Button>
          )}
          {!paused && !opened.told && !opened.answer && (
            <Button look="quiet" pending={pending} onClick={() => void tell()}>
              {t("tellOtherThatYouOpenedIt", { other })}
            </Button>
          )}
        </div>
        {opened.told && !opened.answer && (
          <p role="status" className="mt-3 text-s">
            {t("youToldOtherThatYouOpened", { other })}
          </p>
        )}
        {trouble && (
          <Notice tone="alarm" live className="mt-4">
            {trouble}
          </Notice>
        )}
      </section>
    </>
  );
}

function Over({ children }: { children: string }) {
  return <p className="mb-1 text-s font-semibold">{children}</p>;
}

function AnswerLine({
  number,
  value,
  disabled,
  onChange,
}: {
  number: number;
  value: LineAnswer;
  disabled: boolean;
  onChange: (answer: LineAnswer) => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  return (
    <fieldset disabled={disabled} className="text-s print:hidden">
      <legend className="sr-only">{t("yourAnswerToLineNumber", { number })}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} className="flex min-h-target items-center gap-3">
          <input
            type="radio"
            className="radio"
            name={`answer-${number}`}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          {LINE_ANSWER[choice]}
        </label>
      ))}
    </fieldset>
  );
}
