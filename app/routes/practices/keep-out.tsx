import { useTranslation } from "react-i18next";
import { Switch } from "#components/switch.tsx";
import type { Mine } from "./mine.tsx";

/** "Start small": the rooms without any of this. */
export function KeepOut({ walk, take }: Pick<Mine, "walk" | "take">) {
  const { t } = useTranslation("practices");
  return (
    <div>
      <Switch
        label={t("keepOutOfMyRoom")}
        checked={walk.away}
        onChange={(event) =>
          void take({ is: event.currentTarget.checked ? "put-away" : "brought-back" })
        }
      />
      <p className="max-w-measure text-s text-ink-soft">{t("keepOutOfMyRoomMeans")}</p>
    </div>
  );
}
