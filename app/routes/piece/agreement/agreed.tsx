import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sayDay } from "#client/rooms/day.ts";
import type { OpenedWording } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Seam } from "#components/seam.tsx";
import { wordingOf } from "#domain/pieces/agreement.ts";

type Props = {
  readonly wording: OpenedWording;
  /** Its review has passed. */
  readonly asleep: boolean;
  readonly other: string;
  readonly pending: boolean;
  readonly readOnly: boolean;
  readonly takeBack: (wording: OpenedWording) => void;
};

/** Beside words that both have signed: since when, until when, and the way to take one's own back. */
export function Agreed({ wording, asleep, other, pending, readOnly, takeBack }: Props) {
  const { t } = useTranslation("piece-agreement");
  const [sure, setSure] = useState(false);
  const day = wording.view.signatures.map(({ on }) => on).reduce((a, b) => (a > b ? a : b));
  const { review } = wordingOf(wording.words ?? "");
  return (
    <div className="agreed">
      {!asleep && <Seam />}
      <p>{t("agreedDay", { day: sayDay(day) })}</p>
      <p className="text-ink-soft">{t("youAndOtherSigned", { other })}</p>
      {review !== null && (
        <p className="text-ink-soft">
          {asleep
            ? t("asleepSinceDayItCountsAgain", { day: sayDay(review) })
            : t("untilDayThenItSleeps", { day: sayDay(review) })}
        </p>
      )}
      {!readOnly &&
        (sure ? (
          <div className="flex flex-wrap items-center gap-1">
            <Button pending={pending} onClick={() => takeBack(wording)}>
              {t("yesTakeItBack")}
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              {t("leaveIt")}
            </Button>
          </div>
        ) : (
          <button type="button" className="taking-back" onClick={() => setSure(true)}>
            {t("takeMySignatureBack")}
          </button>
        ))}
    </div>
  );
}
