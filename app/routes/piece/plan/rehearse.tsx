import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { TextArea } from "#components/field.tsx";
import type { Commitment } from "#domain/pieces/plan.ts";

const STEPS = ["when", "act", "say"] as const;

/** Going through it once in one’s mind. Nothing of it is kept or sent. */
export function Rehearse({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation("piece-plan");
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState(0);
  const close = () => {
    setOpen(false);
    setStep(0);
  };
  const last = step === STEPS.length - 1;
  return (
    <>
      <Button look="quiet" className="-ms-2.5" onClick={() => setOpen(true)}>
        {t("rehearseItOnce")}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t("rehearseItOnce")}
        actions={
          <>
            <Button onClick={() => (last ? close() : setStep(step + 1))}>
              {last ? t("done") : t("goOn")}
            </Button>
            {!last && (
              <Button look="quiet" onClick={close}>
                {t("notNow")}
              </Button>
            )}
          </>
        }
      >
        <div aria-live="polite" className="space-y-3">
          <Step step={STEPS[step] ?? "when"} commitment={commitment} />
        </div>
        <p className="text-s text-ink-soft">
          {t("stepValueOfLengthNothingOf", { value: step + 1, length: STEPS.length })}
        </p>
      </Dialog>
    </>
  );
}

function Step({ step, commitment }: { step: (typeof STEPS)[number]; commitment: Commitment }) {
  const { t } = useTranslation("piece-plan");
  switch (step) {
    case "when":
      return (
        <>
          <p className="prose">{t("whenWhen", { when: commitment.when })}</p>
          <p>{t("takeABreathAndBeThere")}</p>
        </>
      );
    case "act":
      return (
        <>
          <p className="prose">{t("thenIAct", { act: commitment.act })}</p>
          <p>
            {commitment.obstacle
              ? t("seeYourselfPast", { obstacle: commitment.obstacle })
              : t("seeYourself")}
          </p>
        </>
      );
    case "say":
      return (
        <>
          <p>{t("sayItOnceFromMemoryAloud")}</p>
          <TextArea id="rehearsed" label={t("whenThenI")} rows={3} autoComplete="off" />
        </>
      );
  }
}
