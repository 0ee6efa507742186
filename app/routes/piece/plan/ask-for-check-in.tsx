import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { askForCheckIn } from "#client/rooms/check-ins.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import { today } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import { isStretch } from "#domain/pieces/check-in.ts";
import { addDays, earlier, isDay, later } from "#domain/pieces/days.ts";
import { beginningOf } from "#domain/pieces/picture.ts";
import type { Day } from "#domain/statement-view.ts";
import { otherName, sorry } from "../../room/words.ts";

type Props = {
  readonly plan: PieceId;
  readonly standing: readonly StandingCommitment[];
  /** The last day of the check-in before this one. */
  readonly last: Day | null;
};

/** The days since the last check-in, or since the plan began; four weeks at most. */
function proposed({ standing, last }: Props): { readonly from: Day; readonly to: Day } {
  const to = today();
  const since = last ? addDays(last, 1) : beginningOf(standing, to);
  return { from: earlier(to, later(since, addDays(to, -27))), to };
}

/** Asking shows to both that there is a check-in, and over which days; it says nothing of marks. */
export function AskForCheckIn(props: Props) {
  const { t } = useTranslation("piece-plan");
  const { hand, scene, paired, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [{ from, to }, setDays] = useState(() => proposed(props));
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isGood = isDay(from) && isDay(to) && isStretch(from, to) && to <= today();
  const ask = async () => {
    if (pending || !paired) return;
    setPending(true);
    const done = await askForCheckIn(hand, paired, props.plan, { from, to });
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  return (
    <>
      <Button
        className="mt-4"
        disabled={!paired}
        onClick={() => {
          setDays(proposed(props));
          setAsking(true);
        }}
      >
        {t("askForACheckIn")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("askForACheckIn")}
        actions={
          <>
            <Button pending={pending} disabled={!isGood} onClick={() => void ask()}>
              {pending ? t("asking") : t("askForIt")}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("notNow")}
            </Button>
          </>
        }
      >
        <p>{t("nameSeesThatThereIsA", { name: otherName(scene.petname) })}</p>
        <div className="plan-dates">
          <Field
            id="check-in-from"
            type="date"
            label={t("from")}
            value={from}
            onChange={({ currentTarget: { value } }) => setDays({ from: value, to })}
          />
          <Field
            id="check-in-to"
            type="date"
            label={t("to")}
            value={to}
            max={today()}
            onChange={({ currentTarget: { value } }) => setDays({ from, to: value })}
            errors={isGood ? null : [t("chooseDaysThatHavePassedThe")]}
          />
        </div>
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
