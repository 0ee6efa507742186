import { useTranslation } from "react-i18next";
import { toLocalInput } from "#client/rooms/day.ts";
import { inputClasses } from "#components/field.tsx";
import { Options } from "#components/options.tsx";

/** `null`: now. Otherwise a time in milliseconds since 1970. */
export type WhenToOffer = number | null;

const HOUR = 60 * 60 * 1000;
/** From ten in the evening until six a letter waits for twelve hours, unless its writer says otherwise. */
const EVENING = 22;
const MORNING = 6;
const A_NIGHT = 12 * HOUR;

export function isLate(now: Date): WhenToOffer {
  const hour = now.getHours();
  return hour >= EVENING || hour < MORNING ? now.getTime() + A_NIGHT : null;
}

/** Now, or at a time; until then it can be changed, or not sent. */
export function When({
  value,
  onChange,
}: {
  value: WhenToOffer;
  onChange: (when: WhenToOffer) => void;
}) {
  const { t } = useTranslation("piece");
  return (
    <div className="space-y-2">
      <Options
        legend={t("when")}
        name="when"
        value={value === null ? "now" : "later"}
        onChange={(choice) => onChange(choice === "now" ? null : Date.now() + A_NIGHT)}
        options={[
          { value: "now", label: t("now") },
          {
            value: "later",
            label: t("atATimeThatISet"),
            hint: t("untilThenYouCanChangeIt"),
          },
        ]}
      />
      {value !== null && (
        <label className="block space-y-1.5">
          <span className="font-medium">{t("notBefore")}</span>
          <input
            type="datetime-local"
            className={inputClasses}
            value={toLocalInput(value)}
            onChange={(event) => {
              const time = new Date(event.currentTarget.value).getTime();
              if (!Number.isNaN(time)) onChange(time);
            }}
          />
        </label>
      )}
    </div>
  );
}
