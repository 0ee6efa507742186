import { useId, useState } from "react";
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
      return setTrouble("Choose two different times.");
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
          ? `Your quiet hours: ${toTimeInput(quietHours.from)} to ${toTimeInput(quietHours.to)}`
          : "Let Threshold keep these hours"}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Quiet hours, kept by Threshold"
        actions={
          <>
            <Button pending={pending} onClick={() => void keep()}>
              {pending ? "Setting them" : "Keep these hours"}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Not now
            </Button>
          </>
        }
      >
        <p>
          In these hours nothing from {other} arrives for you here. What comes meanwhile comes when
          they end; what is taken back goes at once.
        </p>
        <p>
          It holds for this room alone, and for you alone: {other} is not told, nothing changes for
          them, and they can still write at any hour. It cannot keep calls or messages outside of
          Threshold.
        </p>
        <div className="flex flex-wrap gap-4">
          <Field
            id={`${key}-from`}
            type="time"
            label="From"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Field
            id={`${key}-to`}
            type="time"
            label="To"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <p className="text-s text-ink-soft">
          By the clock of this device. You can change or end them in the settings of the room.
        </p>
        <ButtonLink look="quiet" className="-ml-2.5" to={`/room/${room}/settings#quiet-hours`}>
          Settings of the room
        </ButtonLink>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
