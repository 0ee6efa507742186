import { useTranslation } from "react-i18next";
import { Bar } from "#components/bar.tsx";
import { useMine } from "./mine.tsx";

/** The top of the pages of practices: with the way to one's rooms, for who has any. */
export function PracticesBar({ inside = false }: { inside?: boolean }) {
  const { t } = useTranslation("practices");
  const mine = useMine();
  if (inside) return <Bar back={{ to: "/practices", label: t("practices") }} />;
  if (!mine) return <Bar />;
  return (
    <Bar
      home="/rooms"
      nav={[
        { to: "/rooms", label: t("rooms") },
        { to: "/practices", label: t("practices") },
        { to: "/settings", label: t("settings") },
      ]}
    />
  );
}
