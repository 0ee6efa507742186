import { useRef, useState, type ReactNode } from "react";
import { adviceFor, CONCERNS, type Advice, type Answers, type Concern } from "#domain/safety.ts";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Options, type Option } from "./options.tsx";

const QUESTIONS: Record<Concern, string> = {
  fear: "Are you afraid of them, or of what they might do when they are angry or disappointed?",
  threats:
    "Have they threatened you, themselves, someone you love or an animal, or said what would happen if you did not come back?",
  injury: "Have they hurt you, held you down, put hands on your neck, or kept you from leaving?",
  stalking:
    "Do they follow you, turn up uninvited, look through your phone, or want to know where you are?",
  pressure: "Does somebody press you to join this, or would it be hard for you to say no?",
  court:
    "Is there an order by a court or the police, or one being asked for, about contact between the two of you?",
};

const ANSWERS: readonly Option<"no" | "yes" | "unsure">[] = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
  { value: "unsure", label: "I am not sure" },
];

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
              options={ANSWERS}
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
          What follows from this
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAnswers({});
            setAdvice(null);
          }}
        >
          Clear my answers
        </Button>
      </div>
      <div ref={outcome} tabIndex={-1} className="mt-6 scroll-mt-24 empty:hidden">
        {advice && <Outcome advice={advice} {...props} />}
      </div>
    </>
  );
}

const BECAUSE: Partial<Record<Concern, string>> = {
  pressure:
    "A yes that is hard to refuse is not a yes. You may leave an invitation unanswered; whoever made it is not told that you saw it.",
  court:
    "Coming in may go against the order, whoever it protects. Ask a lawyer, the court or the police first.",
};

/** For who goes on all the same. A pause is the one thing that always works, and tells nothing. */
const ANYWAY = {
  outside: {
    summary: "I must come in anyway",
    says: "Then come in paused. Nothing of theirs is delivered to you and nothing of yours to them. They see that the room is paused, not why and not for how long. You can write for yourself, pause for as long as you like, and leave at any time.",
  },
  inside: {
    summary: "I must stay anyway",
    says: "Then pause the room. Nothing of theirs is delivered to you and nothing of yours to them. They see that the room is paused, not why and not for how long. You can write for yourself, and you can leave at any time: to them, that looks like a pause too.",
  },
} as const;

function Outcome({ advice, where, goOn, paused, help }: { advice: Advice } & SafetyCheckProps) {
  switch (advice.is) {
    case "help":
      return (
        <Notice tone="care" title="We strongly advise you not to go on.">
          <p>
            Trust can be rebuilt only where both are free to say no. After what you answered, a
            shared room could be used to press you, to find you or to wear you down. None of it is
            your fault. Please talk to somebody who knows about this first; they will not tell you
            what to do.
          </p>
          {advice.because.map(
            (concern) => BECAUSE[concern] && <p key={concern}>{BECAUSE[concern]}</p>,
          )}
          <div className="flex flex-wrap gap-2.5 pt-1.5">{help}</div>
          <details className="pt-1">
            <summary className="link min-h-target py-2.5 font-medium">
              {ANYWAY[where].summary}
            </summary>
            <div className="space-y-3 pt-1">
              <p>{ANYWAY[where].says}</p>
              {paused}
            </div>
          </details>
        </Notice>
      );
    case "talk-first":
      return (
        <Notice
          tone="care"
          title="You are not sure about something. That is worth a talk first."
          actions={
            <>
              {help}
              {goOn}
            </>
          }
        >
          <p>
            People who answer such calls also talk to those who do not know whether it is “bad
            enough”. If something in you hesitates, it may have a reason. This page is here at any
            time.
          </p>
        </Notice>
      );
    case "unanswered":
      return (
        <Notice live title="Some questions have no answer yet.">
          <p>If one of them is hard to answer, “I am not sure” is an answer too.</p>
        </Notice>
      );
    case "go-on":
      return (
        <Notice title="Nothing you answered speaks against it." actions={goOn}>
          <p>
            It can change. You can come back to these questions at any time, and pause, block or
            leave at once, alone, without a reason.
          </p>
        </Notice>
      );
  }
}
