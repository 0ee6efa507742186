import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { deviceZone, fromTimeInput, toTimeInput } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { classes } from "#components/classes.ts";
import { describing, Field, inputClasses, Labelled } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { Status } from "#components/status.tsx";
import type { Pace } from "#domain/consent/hours.ts";
import { theOther } from "../room/words.ts";
import { useSetting } from "./use-setting.ts";
import { WEEKDAYS, weekdayName } from "./weekdays.ts";

type Every = Pace["every"];

/** Monday first, as they stand in a calendar; Sunday is 0. */
const EVENING = 18 * 60;
const SUNDAY = 0;

/** How often an envelope comes to my door. */
export function PaceSettings() {
  const { t } = useTranslation("room-settings");
  const { scene } = useInRoom();
  const setting = useSetting();
  const { pace } = scene.view.settings;
  return (
    <section aria-labelledby="pace" className="scroll-mt-20">
      <h2 id="pace" className="mb-2 text-l">
        {t("howOftenSomethingArrives")}
      </h2>
      <p className="text-s text-ink-soft">
        {t("oneEnvelopeAtATimeComes", { name: theOther(scene.petname) })}
      </p>
      <PaceForm key={JSON.stringify(pace)} pace={pace} {...setting} />
    </section>
  );
}

function PaceForm({
  pace,
  pending,
  said,
  say,
  set,
}: { pace: Pace } & ReturnType<typeof useSetting>) {
  const { t } = useTranslation("room-settings");
  const [every, setEvery] = useState<Every>(pace.every);
  const [at, setAt] = useState(() => toTimeInput(pace.every === "time" ? EVENING : pace.at));
  const [weekday, setWeekday] = useState<number>(pace.every === "week" ? pace.weekday : SUNDAY);
  const save = () => {
    const minutes = fromTimeInput(at);
    if (minutes === null) return say(t("chooseATimeOfDay"));
    void set({ kind: "set-pace", pace: paceOf(every, minutes, weekday) });
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
      <Options
        legend={t("howOftenSomethingArrives")}
        quietLegend
        name="pace"
        value={every}
        onChange={setEvery}
        options={[
          { value: "time", label: t("asItComes") },
          { value: "day", label: t("onceADay") },
          { value: "week", label: t("onceAWeek") },
        ]}
      />
      {every !== "time" && (
        <div className="flex flex-wrap gap-4">
          {every === "week" && (
            <Labelled id="pace-weekday" label={t("on")}>
              <select
                {...describing({ id: "pace-weekday" })}
                className={classes(inputClasses, "bg-sheet!")}
                value={weekday}
                onChange={(event) => setWeekday(Number(event.currentTarget.value))}
              >
                {WEEKDAYS.map((day) => (
                  <option key={day} value={day}>
                    {weekdayName(day)}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
          <Field
            id="pace-at"
            type="time"
            label={t("at")}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending}>
          {t("save")}
        </Button>
        <Status>{said}</Status>
      </div>
    </form>
  );
}

function paceOf(every: Every, at: number, weekday: number): Pace {
  const zone = deviceZone();
  if (every === "time") return { every };
  return every === "day" ? { every, zone, at } : { every, zone, at, weekday };
}
