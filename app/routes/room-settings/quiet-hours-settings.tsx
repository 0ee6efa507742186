import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { deviceZone, fromTimeInput, toTimeInput } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Status } from "#components/status.tsx";
import { Switch } from "#components/switch.tsx";
import type { QuietHours } from "#domain/consent/hours.ts";
import { theOther } from "../room/words.ts";
import { useSetting } from "./use-setting.ts";

/** What one begins with: from nine in the evening until eight. */
const EVENING = 21 * 60;
const MORNING = 8 * 60;

/** Hours in which nothing arrives here. */
export function QuietHoursSettings() {
  const { t } = useTranslation("room-settings");
  const { scene } = useInRoom();
  const { pending, said, say, set } = useSetting();
  const { quietHours } = scene.view.settings;
  // What was chosen shows at once; what the server says comes a moment later.
  const [turned, setTurned] = useState<boolean | null>(null);
  const turn = async (on: boolean) => {
    setTurned(on);
    const hours = on ? { zone: deviceZone(), from: EVENING, to: MORNING } : null;
    await set({ kind: "set-quiet-hours", hours });
    setTurned(null);
  };
  return (
    <section aria-labelledby="quiet-hours" className="scroll-mt-20">
      <h2 id="quiet-hours" className="mb-2 text-l">
        {t("quietHours")}
      </h2>
      <p className="text-s text-ink-soft">
        {t("whatArrivesInThemWaitsUntil", { name: theOther(scene.petname) })}
      </p>
      <Switch
        className="mt-1"
        label={t("keepQuietHours")}
        checked={turned ?? quietHours !== null}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      {quietHours && (
        <Hours
          key={JSON.stringify(quietHours)}
          hours={quietHours}
          pending={pending}
          onSave={(hours) => void set({ kind: "set-quiet-hours", hours })}
          onTrouble={say}
        />
      )}
      <p className="mt-1.5 min-h-6 text-s text-ink-soft">
        <Status>{said}</Status>
      </p>
    </section>
  );
}

function Hours({
  hours,
  pending,
  onSave,
  onTrouble,
}: {
  hours: QuietHours;
  pending: boolean;
  onSave: (hours: QuietHours) => void;
  onTrouble: (sentence: string) => void;
}) {
  const { t } = useTranslation("room-settings");
  const [from, setFrom] = useState(() => toTimeInput(hours.from));
  const [to, setTo] = useState(() => toTimeInput(hours.to));
  const zone = deviceZone();
  const save = () => {
    const wanted = { zone, from: fromTimeInput(from), to: fromTimeInput(to) };
    if (wanted.from === null || wanted.to === null || wanted.from === wanted.to) {
      return onTrouble(t("chooseTwoDifferentTimes"));
    }
    onSave({ zone, from: wanted.from, to: wanted.to });
  };
  return (
    <form
      noValidate
      className="mt-2 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) save();
      }}
    >
      <div className="flex flex-wrap gap-4">
        <Field
          id="quiet-from"
          type="time"
          label={t("from")}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Field
          id="quiet-to"
          type="time"
          label={t("to")}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <p className="text-s text-ink-soft">
        {hours.zone === zone
          ? t("byTheClockOfThisDevice", { inWords: inWords(zone) })
          : t("theyAreKeptByTheClock", { inWords: inWords(hours.zone), inWords2: inWords(zone) })}
      </p>
      <Button type="submit" pending={pending}>
        {t("saveTheseHours")}
      </Button>
    </form>
  );
}

/** "Europe/Berlin" as people read it. */
const inWords = (zone: string): string => zone.replaceAll("_", " ");
