import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginBoundaries } from "#client/rooms/boundaries.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { beginQuestion } from "#client/rooms/paired.ts";
import { propose } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { PieceId } from "#domain/ids.ts";
import { THEMES, type Theme } from "#domain/pieces/envelope.ts";
import type { Card } from "#domain/pieces/decks.ts";
import { hasTemplate } from "#domain/pieces/templates.ts";
import type { Opens } from "#domain/practices/practice.ts";
import type { Result } from "#domain/result.ts";
import { CARDS } from "../room/decks.ts";
import { leftForGood, otherName, sorry, THEME } from "../room/words.ts";
import { BeginForgivenessNote, BeginLetter } from "./begin-written.tsx";
import { ChooseQuestion } from "./choose-question.tsx";
import { MenuEntries, type MenuEntry } from "./menu-entries.tsx";

const TITLE = {
  home: "What do you want to do?",
  say: "Say how I feel",
  agree: "Agree on boundaries",
  propose: "Propose to write an agreement",
  plan: "Plan what we each will do",
  forgive: "Forgiveness",
  ask: "A question for us both",
} as const;

type Step = keyof typeof TITLE;

/** Where "Back" leads. */
const BEFORE: Readonly<Record<Exclude<Step, "home">, Step>> = {
  say: "home",
  agree: "home",
  propose: "agree",
  plan: "home",
  forgive: "home",
  ask: "home",
};

type First = Extract<Opens, { kind: "plan" | "agreement" | "question" }>;

type Props = {
  /** What a practice asks for: it is shown first, and sent only when somebody presses the button. */
  readonly first?: First | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onBegun: (piece: PieceId) => void;
};

/** What a practice asks for leads straight to its step. */
const STEP_OF = { plan: "plan", agreement: "propose", question: "ask" } as const satisfies Record<
  First["kind"],
  Step
>;

/** The first card of the form that a practice asks for. */
function cardFor(first: First): number | null {
  if (first.kind !== "question") return null;
  const fits = (one: Card) =>
    one.is === first.asks || (one.is === "list" && one.form === first.asks && !one.retired);
  return CARDS.find((one) => fits(one) && one.fits.length === 0)?.card ?? null;
}

/** The rest are templates of agreements. */
const PLAN_THEMES = THEMES.filter((theme) => !hasTemplate(theme));

/** "Write something new", in the words of what people want to do. */
export function WriteSomething({ first = null, open, onClose, onBegun }: Props) {
  const { hand, room, scene, paired, refresh } = useInRoom();
  const left = scene.view.pause.left !== null;
  const [step, setStep] = useState<Step>(first ? STEP_OF[first.kind] : "home");
  const [theme, setTheme] = useState<Theme>(first?.kind === "agreement" ? first.theme : "open");
  const [card, setCard] = useState<number | null>(first ? cardFor(first) : null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const close = () => {
    setStep("home");
    setTrouble(null);
    onClose();
  };
  const begin = async (start: () => Promise<Result<PieceId>>, go: boolean) => {
    if (pending) return;
    setPending(true);
    const begun = await start();
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    setPending(false);
    close();
    if (go) onBegun(begun.value);
  };

  const write: Parameters<typeof BeginLetter>[0]["begin"] = (kind, more) =>
    void begin(() => beginPiece(hand, room, kind, more), true);
  const alone = left ? leftForGood() : "When somebody has come in, the two of you can do this.";
  const together = (hint: string) => ({
    disabled: !paired || left,
    hint: paired && !left ? hint : alone,
  });
  const home: readonly MenuEntry[] = [
    {
      label: TITLE.say,
      hint: left
        ? "A letter, for yourself."
        : "A letter, in your own words or with questions that help.",
      act: () => setStep("say"),
    },
    {
      label: TITLE.agree,
      hint: "What holds for you, and what the two of you keep to.",
      act: () => setStep("agree"),
    },
    {
      label: TITLE.plan,
      ...together("Small things that each of you takes on, and marks for themselves."),
      act: () => {
        setTheme("open");
        setStep("plan");
      },
    },
    {
      label: TITLE.forgive,
      hint: "Say what you did and what you will do about it.",
      act: () => setStep("forgive"),
    },
    {
      label: TITLE.ask,
      ...together("Both answer alone, and both answers open at once."),
      act: () => setStep("ask"),
    },
  ];
  const agree: readonly MenuEntry[] = [
    {
      label: "Boundaries of my own",
      hint: "A list that is yours alone, of which you offer the lines that you choose.",
      act: () => void begin(() => beginBoundaries(hand, scene.view), true),
    },
    {
      label: "An agreement, line by line",
      ...together("Lines that count once both of you have signed them."),
      act: () => setStep("propose"),
    },
  ];

  return (
    <Dialog
      open={open}
      onClose={close}
      title={TITLE[step]}
      actions={
        <>
          {(step === "propose" || step === "plan") && (
            <Button
              pending={pending}
              onClick={() =>
                paired &&
                void begin(() => {
                  const kind = step === "plan" ? "plan" : "agreement";
                  return propose(hand, paired, { form: "proposal", kind, theme });
                }, false)
              }
            >
              {pending ? "Proposing" : "Propose it"}
            </Button>
          )}
          {step === "ask" && (
            <Button
              pending={pending}
              disabled={card === null}
              onClick={() =>
                paired && card !== null && void begin(() => beginQuestion(hand, paired, card), true)
              }
            >
              {pending ? "Asking" : "Ask it"}
            </Button>
          )}
          {step === "home" ? (
            <Button look="quiet" onClick={close}>
              Not now
            </Button>
          ) : (
            <Button look="quiet" onClick={() => setStep(BEFORE[step])}>
              Back
            </Button>
          )}
        </>
      }
    >
      {step === "home" && (
        <>
          <MenuEntries pending={pending} entries={home} />
          <p className="text-s text-ink-soft">
            This is not a chat; dates and errands are better kept elsewhere.
          </p>
        </>
      )}
      {step === "say" && <BeginLetter pending={pending} begin={write} />}
      {step === "agree" && <MenuEntries pending={pending} entries={agree} />}
      {step === "forgive" && <BeginForgivenessNote pending={pending} begin={write} />}
      {step === "ask" && <ChooseQuestion card={card} onChoose={setCard} />}
      {(step === "propose" || step === "plan") && (
        <>
          <p>
            {otherName(scene.petname)} sees that you propose{" "}
            {step === "plan" ? "a commitment plan" : "an agreement"}, and what it is about. Nothing
            is written until both of you have said yes; then both write at once, and every word
            shows to the other as it is typed.
          </p>
          {step === "plan" && (
            <p>
              Each signs only for themselves: nobody can write duties for somebody else. What you
              mark stays yours until you both open a check-in.
            </p>
          )}
          <Options
            legend="What is it about?"
            name="theme"
            value={theme}
            onChange={setTheme}
            options={(step === "plan" ? PLAN_THEMES : THEMES).map((value) => ({
              value,
              label: THEME[value],
            }))}
          />
        </>
      )}
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
    </Dialog>
  );
}
