import { useState } from "react";
import { useTranslation } from "react-i18next";
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
  const { t } = useTranslation("safety");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("isThisRightForMe")}</Button>
      <Dialog
        open={open}
        onClose={close}
        title={t("isThisRightForMe")}
        actions={
          <Button look="quiet" onClick={close}>
            {t("close")}
          </Button>
        }
      >
        <p>{t("aFewQuestionsForYouAlone")}</p>
        <SafetyCheck
          where={where}
          help={<ButtonLink to="/help">{t("findSomeoneToTalkTo")}</ButtonLink>}
          goOn={<Button onClick={close}>{t("goOn")}</Button>}
          paused={
            <Button
              pending={pending}
              onClick={() => {
                onPause();
                close();
              }}
            >
              {where === "inside" ? t("pauseTheRoom") : t("comeInPaused")}
            </Button>
          }
        />
      </Dialog>
    </>
  );
}
