import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { deviceZone, fromTimeInput, toTimeInput } from "#client/rooms/time-of-day.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { otherName, sorry } from "../../room/words.ts";

/** What one begins with: from nine in the evening until eight. */
const EVENING = 21 * 60;
const MORNING = 8 * 60;

/** Gives hours to the software to keep: this person's own quiet hours, and nothing of the other's. */
export function KeepHours() {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, refresh } = useInRoom();
  const { quietHours } = scene.view.settings;
  const key = useId();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = otherName(scene.petname);

  const ask = () => {
    setFrom(toTimeInput(quietHours?.from ?? EVENING));
    setTo(toTimeInput(quietHours?.to ?? MORNING));
    setTrouble(null);
    setOpen(true);
  };
  const keep = async () => {
    const hours = { zone: deviceZone(), from: fromTimeInput(from), to: fromTimeInput(to) };
    if (hours.from === null || hours.to === null || hours.from === hours.to) {
      return setTrouble(t("chooseTwoDifferentTimes"));
    }
    setPending(true);
    const done = await actOnRoom(hand, room, {
      kind: "set-quiet-hours",
      hours: { zone: hours.zone, from: hours.from, to: hours.to },
    });
    if (done.ok) await refresh();
    setPending(false);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    setOpen(false);
  };
  return (
    <>
      <Button look="quiet" onClick={ask}>
        {quietHours
          ? t("yourQuietHoursTotimeinputToTotimeinput2", {
              toTimeInput: toTimeInput(quietHours.from),
              toTimeInput2: toTimeInput(quietHours.to),
            })
          : t("letThresholdKeepTheseHours")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("quietHoursKeptByThreshold")}
        actions={
          <>
            <Button pending={pending} onClick={() => void keep()}>
              {pending ? t("settingThem") : t("keepTheseHours")}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t("notNow")}
            </Button>
          </>
        }
      >
        <p>{t("inTheseHoursNothingFromOther", { other })}</p>
        <p>{t("itHoldsForThisRoomAlone", { other })}</p>
        <div className="flex flex-wrap gap-4">
          <Field
            id={`${key}-from`}
            type="time"
            label={t("from")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Field
            id={`${key}-to`}
            type="time"
            label={t("to")}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <p className="text-s text-ink-soft">{t("byTheClockOfThisDevice")}</p>
        <ButtonLink look="quiet" className="-ms-2.5" to={`/room/${room}/settings#quiet-hours`}>
          {t("settingsOfTheRoom")}
        </ButtonLink>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
