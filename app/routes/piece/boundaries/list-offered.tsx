import { useInRoom } from "#client/hooks/use-room.ts";
import { standing } from "#client/rooms/cards.ts";
import { sayDay, sayTime } from "#client/rooms/day.ts";
import { Notice } from "#components/notice.tsx";
import type { WrittenView } from "#domain/rooms.ts";
import { DontSend } from "../../room/dont-send.tsx";
import { theOther } from "../../room/words.ts";

/** Above a list of which something stands offered, or waits. */
export function ListOffered({ view }: { view: WrittenView }) {
  const { scene } = useInRoom();
  const last = standing(view);
  const { waiting } = view;
  const other = theOther(scene.petname);
  return (
    <div className="mb-6 space-y-3 empty:hidden print:hidden">
      {waiting && (
        <Notice
          title={`Lines wait until ${sayTime(waiting.notBefore)}`}
          actions={<DontSend piece={view.piece} version={waiting.version} />}
        >
          Then they are offered, as they were when you set them to wait. Nobody learns of it before.
        </Notice>
      )}
      {last && (
        <Notice title={`Offered on ${sayDay(last.on)}`}>
          {last.state === "offered" && <p>Silence here means nothing.</p>}
          {last.state === "ended" && <p>It is no longer at the door.</p>}
          {last.answer && <p>{other} answered. You find it beside the lines.</p>}
          {last.told?.what === "opened" && <p>{other} told you that they opened it.</p>}
          {last.told?.what === "no" && <p>{other} told you that they do not want to open it.</p>}
        </Notice>
      )}
    </div>
  );
}
