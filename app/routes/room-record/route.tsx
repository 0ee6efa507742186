import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useRecord } from "#client/hooks/use-record.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay, today } from "#client/rooms/day.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { lineId, pieceId } from "#domain/ids.ts";
import { roomName, sorry } from "../room/words.ts";
import { RecordChecked } from "./record-checked.tsx";
import { RecordDays } from "./record-days.tsx";
import { SaveRecord } from "./save-record.tsx";

const OF_THE_ROOM =
  "What you both did that both of you may see and, in your copy alone, what you did quietly.";
const OF_A_LINE = "What was signed of this line, oldest first.";
const OF_A_PIECE = "What happened with this piece, oldest first.";

/** Everything that both did and both may see, in words; of the whole room, or of one piece. */
export default function Record() {
  const { room, scene, paired } = useInRoom();
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const state = useRecord(attempt);
  const [search] = useSearchParams();
  const only = pieceId.safeParse(search.get("piece")).data ?? null;
  const line = lineId.safeParse(search.get("line")).data ?? null;

  const acts =
    state.is === "open"
      ? state.record.acts
          .filter((act) => !only || act.piece === only)
          .filter((act) => !line || act.line === line)
      : [];
  return (
    <>
      <Bar
        back={
          only
            ? { to: `/room/${room}/${only}`, label: "Back" }
            : { to: `/room/${room}/settings`, label: "Settings" }
        }
        actions={
          state.is === "open" && (
            <>
              {!only && <SaveRecord onTrouble={setTrouble} />}
              <Button look="quiet" onClick={() => print()}>
                Print
              </Button>
            </>
          )
        }
      />
      <Page>
        <PageTitle lead={line ? OF_A_LINE : only ? OF_A_PIECE : OF_THE_ROOM}>
          {only ? "History" : "The record of this room"}
        </PageTitle>
        <p className="mb-4 hidden text-s text-ink-soft print:block">
          {roomName(scene.petname, paired !== null)}, printed on {sayDay(today())}
        </p>
        {trouble && (
          <Notice tone="alarm" live className="mb-6">
            {trouble}
          </Notice>
        )}
        {state.is === "opening" && <SkeletonText label="Opening the record" />}
        {state.is === "failed" && (
          <Notice
            tone="alarm"
            live
            title="The record could not be opened."
            actions={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
          >
            {sorry(state.code)}
          </Notice>
        )}
        {state.is === "open" && (
          <>
            <RecordChecked record={state.record} />
            {acts.length === 0 ? (
              <Empty title="Nothing has happened yet." />
            ) : (
              <RecordDays acts={acts} ofOnePiece={only !== null} />
            )}
          </>
        )}
        {state.is === "open" && !only && (
          <Notice className="mt-10 max-w-measure" title="A word of care">
            <p>
              This is kept so that neither of you has to argue about what was agreed. It is not for
              proving somebody wrong. A file that you save here, or a page that you print, is not
              encrypted: keep it where only you find it.
            </p>
          </Notice>
        )}
        {only && (
          <p className="mt-8 print:hidden">
            <ButtonLink look="quiet" className="-ml-2.5" to={`/room/${room}/record`}>
              The record of the whole room
            </ButtonLink>
          </p>
        )}
      </Page>
    </>
  );
}
