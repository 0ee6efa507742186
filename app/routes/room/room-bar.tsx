import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { lock } from "#client/lock/lock.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayUntil } from "#client/rooms/time-of-day.ts";
import { known } from "#domain/newer.ts";
import type { PauseView } from "#domain/room-view.ts";
import { PauseAtOnce } from "./pause-at-once.tsx";
import { PauseButton } from "./pause-button.tsx";
import { roomName } from "./words.ts";

/** The top of the room's own pages. */
export function RoomBar() {
  const { t } = useTranslation("room");
  const { t: practices } = useTranslation("practices");
  const { walk } = useIndex();
  const { room, scene } = useInRoom();
  const { other, pause } = scene.view;
  return (
    <Bar
      title={roomName(scene.petname, other !== null)}
      home="/rooms"
      nav={[
        { to: `/room/${room}`, label: t("room") },
        ...(known(walk)?.away ? [] : [{ to: "/practices", label: practices("practices") }]),
        { to: `/room/${room}/settings`, label: t("settings") },
      ]}
      status={
        <>
          {standing(pause)}
          {other && !pause.left && <PauseAtOnce />}
        </>
      }
      actions={
        <>
          <Button look="quiet" onClick={() => void lock({ tell: true })}>
            {t("lock")}
          </Button>
          {other && !pause.left && <PauseButton />}
        </>
      }
    />
  );
}

/** What I did to this room that lasts; the other's pause is said in the page. */
function standing({ left, mine }: PauseView) {
  const t = interfaceWords("room");
  if (!left && !mine?.until) return null;
  return (
    <span className="max-sm:hidden">
      {left ? (
        <Chip>{t("youLeft")}</Chip>
      ) : (
        mine?.until && t("untilUntil", { until: sayUntil(mine.until) })
      )}
    </span>
  );
}
