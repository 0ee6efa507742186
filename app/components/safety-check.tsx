import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { adviceFor, CONCERNS, type Advice, type Answers, type Concern } from "#domain/safety.ts";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Options } from "./options.tsx";

const QUESTIONS = table("safety", {
  fear: "areYouAfraidOfThemOr",
  threats: "haveTheyThreatenedYouThemselvesSomeone",
  injury: "haveTheyHurtYouHeldYou",
  stalking: "doTheyFollowYouTurnUp",
  pressure: "doesSomebodyPressYouToJoin",
  court: "isThereAnOrderByA",
});

const ANSWERS = ["no", "yes", "unsure"] as const;

export type SafetyCheckProps = {
  /** Whether one is about to come in, or is in a room already. */
  where: "outside" | "inside";
  /** Asked before going on: links or buttons that go on. */
  goOn: ReactNode;
  /** From outside the way in with everything paused, from inside the way to a pause. */
  paused: ReactNode;
  /** Links to help. */
  help: ReactNode;
};

/**
 * A few questions, answered on this device. The answers live in this component alone: they are not sent,
 * not stored, and not part of a form.
 */
export function SafetyCheck(props: SafetyCheckProps) {
  const { t } = useTranslation("safety");
  const [answers, setAnswers] = useState<Answers>({});
  const [advice, setAdvice] = useState<Advice | null>(null);
  const hydrated = useHydrated();
  const outcome = useRef<HTMLDivElement>(null);
  return (
    <>
      <ol className="space-y-1">
        {CONCERNS.map((concern) => (
          <li key={concern} className="border-t border-line pt-4 pb-2">
            <Options
              legend={QUESTIONS[concern]}
              name={`safety-${concern}`}
              options={ANSWERS.map((value) => ({ value, label: t(value) }))}
              value={answers[concern] ?? null}
              across
              onChange={(answer) => {
                setAnswers({ ...answers, [concern]: answer });
                setAdvice(null);
              }}
            />
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button
          disabled={!hydrated}
          onClick={() => {
            setAdvice(adviceFor(answers));
            // After it is drawn; the outcome is what a reader of the screen wants to hear next.
            requestAnimationFrame(() => outcome.current?.focus());
          }}
        >
          {t("whatFollowsFromThis")}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAnswers({});
            setAdvice(null);
          }}
        >
          {t("clearMyAnswers")}
        </Button>
      </div>
      <div ref={outcome} tabIndex={-1} className="mt-6 scroll-mt-24 empty:hidden">
        {advice && <Outcome advice={advice} {...props} />}
      </div>
    </>
  );
}

const BECAUSE: Partial<Record<Concern, string>> = table("safety", {
  pressure: "aYesThatIsHardTo",
  court: "comingInMayGoAgainstThe",
});

function Outcome({ advice, where, goOn, paused, help }: { advice: Advice } & SafetyCheckProps) {
  const { t } = useTranslation("safety");
  switch (advice.is) {
    case "help":
      return (
        <Notice tone="care" title={t("weStronglyAdviseYouNotTo")}>
          <p>{t("trustCanBeRebuiltOnlyWhere")}</p>
          {advice.because.map(
            (concern) => BECAUSE[concern] && <p key={concern}>{BECAUSE[concern]}</p>,
          )}
          <div className="flex flex-wrap gap-2.5 pt-1.5">{help}</div>
          <details className="pt-1">
            <summary className="link min-h-target py-2.5 font-medium">
              {t(`${where}Anyway`)}
            </summary>
            <div className="space-y-3 pt-1">
              <p>{t(`${where}AnywaySays`)}</p>
              {paused}
            </div>
          </details>
        </Notice>
      );
    case "talk-first":
      return (
        <Notice
          tone="care"
          title={t("youAreNotSureAboutSomething")}
          actions={
            <>
              {help}
              {goOn}
            </>
          }
        >
          <p>{t("peopleWhoAnswerSuchCallsAlso")}</p>
        </Notice>
      );
    case "unanswered":
      return (
        <Notice live title={t("someQuestionsHaveNoAnswerYet")}>
          <p>{t("ifOneOfThemIsHard")}</p>
        </Notice>
      );
    case "go-on":
      return (
        <Notice title={t("nothingYouAnsweredSpeaksAgainstIt")} actions={goOn}>
          <p>{t("itCanChangeYouCanCome")}</p>
        </Notice>
      );
  }
}
