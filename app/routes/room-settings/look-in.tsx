import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lookInCalendar } from "#client/rooms/look-in-calendar.ts";
import { fromTimeInput, toTimeInput } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { classes } from "#components/classes.ts";
import { describing, Field, inputClasses, Labelled } from "#components/field.tsx";
import { Status } from "#components/status.tsx";
import { saveAsFile } from "../words/save-as-file.ts";
import { WEEKDAYS, weekdayName } from "./weekdays.ts";

/** Monday first, as they stand in a calendar; Sunday is 0. */
const SUNDAY = 0;
const EVENING = 18 * 60;
const MAX_TITLE = 80;

/** "I look in on Sundays": a file for one's own calendar, made on this device. Nothing of it is kept. */
export function LookIn() {
  const { t } = useTranslation("room-settings");
  const [weekday, setWeekday] = useState<number>(SUNDAY);
  const [at, setAt] = useState(toTimeInput(EVENING));
  const [title, setTitle] = useState(t("timeForMyself"));
  const [said, setSaid] = useState("");
  const save = () => {
    const minutes = fromTimeInput(at);
    if (minutes === null) return setSaid(t("chooseATimeOfDay"));
    const look = { weekday, at: minutes, title: title.trim() || t("timeForMyself") };
    const file = lookInCalendar(look, new Date(), crypto.randomUUID());
    saveAsFile("calendar.ics", file, "text/calendar");
    setSaid(t("saved"));
  };
  return (
    <section aria-labelledby="look-in" className="scroll-mt-20">
      <h2 id="look-in" className="mb-2 text-l">
        {t("aDayOnWhichILookIn")}
      </h2>
      <p className="text-s text-ink-soft">{t("chooseWhenYouLookIn")}</p>
      <form
        noValidate
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="flex flex-wrap gap-4">
          <Labelled id="look-in-weekday" label={t("iLookInOn")}>
            <select
              {...describing({ id: "look-in-weekday" })}
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
          <Field
            id="look-in-at"
            type="time"
            label={t("atWhatTime")}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </div>
        <Field
          id="look-in-title"
          label={t("whatStandsInTheCalendar")}
          hint={t("yourCalendarMayBeSeen")}
          maxLength={MAX_TITLE}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit">{t("saveACalendarFile")}</Button>
          <Status>{said}</Status>
        </div>
      </form>
    </section>
  );
}
