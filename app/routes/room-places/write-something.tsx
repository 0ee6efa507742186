import { useState } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
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
import { askable, wantsOf, type Wants } from "#domain/pieces/wanted.ts";
import type { Opens } from "#domain/practices/practice.ts";
import type { Result } from "#domain/result.ts";
import { CARDS } from "../room/decks.ts";
import { leftForGood, otherName, sorry, THEME } from "../room/words.ts";
import { BeginForgivenessNote, BeginLetter } from "./begin-written.tsx";
import { ChooseQuestion } from "./choose-question.tsx";
import { MenuEntries, type MenuEntry } from "./menu-entries.tsx";
import { known } from "#domain/newer.ts";

const TITLE = table("room-places", {
  home: "whatDoYouWantToDo",
  say: "sayHowIFeel",
  agree: "agreeOnBoundaries",
  propose: "proposeToWriteAnAgreement",
  plan: "planWhatWeEachWillDo",
  forgive: "forgiveness",
  ask: "aQuestionForUsBoth",
});

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
  /** Something to write together stands at the door now, and has no page yet. */
  readonly onProposed: () => void;
};

/** What a practice asks for leads straight to its step. */
const STEP_OF = { plan: "plan", agreement: "propose", question: "ask" } as const satisfies Record<
  First["kind"],
  Step
>;

/** The form of card that a practice asks for. */
function formFor(first: First | null): Card["is"] {
  if (first?.kind !== "question") return "question";
  return first.asks === "question" || first.asks === "swap" ? first.asks : "list";
}

/** The lightest card of it that I want at all. */
function cardFor(first: First | null, wants: Wants): number | null {
  if (first?.kind !== "question") return null;
  const fits = (one: Card) =>
    one.is === first.asks || (one.is === "list" && one.form === first.asks);
  const card = askable(CARDS, wants).find((one) => fits(one) && one.fits.length === 0);
  return card?.card ?? null;
}

/** The rest are templates of agreements. */
const PLAN_THEMES = THEMES.filter((theme) => !hasTemplate(theme));

/** "Write something new", in the words of what people want to do. */
export function WriteSomething({ first = null, open, onClose, onBegun, onProposed }: Props) {
  const { t } = useTranslation("room-places");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const left = scene.view.pause.left !== null;
  const [step, setStep] = useState<Step>(first ? STEP_OF[first.kind] : "home");
  const [theme, setTheme] = useState<Theme>(first?.kind === "agreement" ? first.theme : "open");
  const [card, setCard] = useState(() =>
    cardFor(first, wantsOf(known(hand.keyring.index.current().rooms[room])?.cards)),
  );
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
    else onProposed();
  };

  const write: Parameters<typeof BeginLetter>[0]["begin"] = (kind, more) =>
    void begin(() => beginPiece(hand, room, kind, more), true);
  const alone = left ? leftForGood() : t("whenSomebodyHasComeInThe");
  const together = (hint: string) => ({
    disabled: !paired || left,
    hint: paired && !left ? hint : alone,
  });
  const home: readonly MenuEntry[] = [
    {
      label: TITLE.say,
      hint: left ? t("aLetterForYourself") : t("aLetterInYourOwnWords2"),
      act: () => setStep("say"),
    },
    {
      label: TITLE.agree,
      hint: t("whatHoldsForYouAndWhat"),
      act: () => setStep("agree"),
    },
    {
      label: TITLE.plan,
      ...together(t("smallThingsThatEachOfYou")),
      act: () => {
        setTheme("open");
        setStep("plan");
      },
    },
    {
      label: TITLE.forgive,
      hint: t("sayWhatYouDidAndWhat"),
      act: () => setStep("forgive"),
    },
    {
      label: TITLE.ask,
      ...together(t("bothAnswerAloneAndBothAnswers")),
      act: () => setStep("ask"),
    },
  ];
  const agree: readonly MenuEntry[] = [
    {
      label: t("boundariesOfMyOwn"),
      hint: t("aListThatIsYoursAlone"),
      act: () => void begin(() => beginBoundaries(hand, scene.view), true),
    },
    {
      label: t("anAgreementLineByLine"),
      ...together(t("linesThatCountOnceBothOf")),
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
              {pending ? t("proposing") : t("proposeIt")}
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
              {pending ? t("asking") : t("askIt")}
            </Button>
          )}
          {step === "home" ? (
            <Button look="quiet" onClick={close}>
              {t("notNow")}
            </Button>
          ) : (
            <Button look="quiet" onClick={() => setStep(BEFORE[step])}>
              {t("back")}
            </Button>
          )}
        </>
      }
    >
      {step === "home" && (
        <>
          <MenuEntries pending={pending} entries={home} />
          <p className="text-s text-ink-soft">{t("thisIsNotAChatDates")}</p>
        </>
      )}
      {step === "say" && <BeginLetter pending={pending} begin={write} />}
      {step === "agree" && <MenuEntries pending={pending} entries={agree} />}
      {step === "forgive" && <BeginForgivenessNote pending={pending} begin={write} />}
      {step === "ask" && <ChooseQuestion first={formFor(first)} card={card} onChoose={setCard} />}
      {(step === "propose" || step === "plan") && (
        <>
          <p>
            {t(step === "plan" ? "seesPlanProposed" : "seesAgreementProposed", {
              name: otherName(scene.petname),
            })}
          </p>
          {step === "plan" && <p>{t("eachSignsOnlyForThemselvesNobody")}</p>}
          <Options
            legend={t("whatIsItAbout")}
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
