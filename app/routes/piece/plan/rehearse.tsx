import { useState } from "react";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { TextArea } from "#components/field.tsx";
import type { Commitment } from "#domain/pieces/plan.ts";

const STEPS = ["when", "act", "say"] as const;

/** Going through it once in one’s mind. Nothing of it is kept or sent. */
export function Rehearse({ commitment }: { commitment: Commitment }) {
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState(0);
  const close = () => {
    setOpen(false);
    setStep(0);
  };
  const last = step === STEPS.length - 1;
  return (
    <>
      <Button look="quiet" className="-ml-2.5" onClick={() => setOpen(true)}>
        Rehearse it once
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Rehearse it once"
        actions={
          <>
            <Button onClick={() => (last ? close() : setStep(step + 1))}>
              {last ? "Done" : "Go on"}
            </Button>
            {!last && (
              <Button look="quiet" onClick={close}>
                Not now
              </Button>
            )}
          </>
        }
      >
        <div aria-live="polite" className="space-y-3">
          <Step step={STEPS[step] ?? "when"} commitment={commitment} />
        </div>
        <p className="text-s text-ink-soft">
          Step {step + 1} of {STEPS.length}. Nothing of this is kept or sent.
        </p>
      </Dialog>
    </>
  );
}

function Step({ step, commitment }: { step: (typeof STEPS)[number]; commitment: Commitment }) {
  switch (step) {
    case "when":
      return (
        <>
          <p className="prose">When {commitment.when}</p>
          <p>
            Take a breath, and be there for a moment: where you are, what you see and hear, what the
            time of day is like.
          </p>
        </>
      );
    case "act":
      return (
        <>
          <p className="prose">then I {commitment.act}</p>
          <p>
            See yourself do it, slowly, from the first movement to the last.
            {commitment.obstacle &&
              ` What may get in the way: ${commitment.obstacle}. See it come, and see yourself go on.`}
          </p>
        </>
      );
    case "say":
      return (
        <>
          <p>Say it once from memory, aloud or here: when what happens, then I do what.</p>
          <TextArea id="rehearsed" label="When …, then I …" rows={3} autoComplete="off" />
        </>
      );
  }
}
