import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Changes } from "#components/editor/changes.tsx";
import { Notice } from "#components/notice.tsx";
import { Switch } from "#components/switch.tsx";
import type { RunningText } from "#domain/pieces/letter.ts";
import type { OfferedView, WrittenView } from "#domain/rooms.ts";
import { theOther } from "../../room/words.ts";
import { TakeBack } from "../../room/take-back.tsx";

/** Above a letter that stands offered: since when, what is not in it yet, and the one act there is. */
export function LetterOffered({
  view,
  offered,
  changedSince,
  before,
  now,
}: {
  view: WrittenView;
  offered: OfferedView;
  changedSince: boolean;
  before: RunningText | null;
  now: RunningText | null;
}) {
  const { scene } = useInRoom();
  const [comparing, setComparing] = useState(false);
  const other = theOther(scene.petname);
  return (
    <Notice
      className="mb-6"
      title={`Offered on ${sayDay(offered.on)}`}
      actions={<TakeBack piece={view.piece} version={offered.version} />}
    >
      {offered.state === "offered" && <p>Silence here means nothing.</p>}
      {offered.state === "ended" && <p>It is no longer at the door.</p>}
      {offered.answer && <p>{other} answered. You find the answer in the room, under Shared.</p>}
      {offered.told?.what === "opened" && <p>{other} told you that they opened it.</p>}
      {offered.told?.what === "no" && <p>{other} told you that they do not want to open it.</p>}
      {changedSince && before && now && (
        <>
          <Switch
            label="Show what is not offered yet"
            checked={comparing}
            onChange={(event) => setComparing(event.currentTarget.checked)}
          />
          {comparing && <Changes before={before} after={now} />}
        </>
      )}
    </Notice>
  );
}
