import { useState } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { SafetyCheck, type SafetyCheckProps } from "./safety-check.tsx";

export type SafetyOfferProps = {
  readonly where: SafetyCheckProps["where"];
  /** Pauses the room, or has one come in with the room paused. */
  readonly onPause: () => void;
  /** A pause is under way. */
  readonly pending?: boolean;
};

/**
 * "Is this right for me?" at a turning point, without leaving the page: no address, no request, and
 * what was answered is gone when it is closed. The same words for whoever stands there.
 */
export function SafetyOffer({ where, onPause, pending = false }: SafetyOfferProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Is this right for me?</Button>
      <Dialog
        open={open}
        onClose={close}
        title="Is this right for me?"
        actions={
          <Button look="quiet" onClick={close}>
            Close
          </Button>
        }
      >
        <p>
          A few questions, for you alone. What you answer stays on this page: it is not sent, not
          stored, and gone when you close it. Nobody learns that you looked.
        </p>
        <SafetyCheck
          where={where}
          help={<ButtonLink to="/help">Find someone to talk to</ButtonLink>}
          goOn={<Button onClick={close}>Go on</Button>}
          paused={
            <Button
              pending={pending}
              onClick={() => {
                onPause();
                close();
              }}
            >
              {where === "inside" ? "Pause the room" : "Come in, paused"}
            </Button>
          }
        />
      </Dialog>
    </>
  );
}
