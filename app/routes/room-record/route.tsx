import { useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { isStatementOf } from "#client/rooms/signed.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Dot } from "#components/dot.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { pieceId } from "#domain/ids.ts";
import type { ActView, RecordView } from "#domain/rooms.ts";
import { sorry, theOther, titleOr } from "../room/words.ts";
import { ACT } from "./acts.ts";

type State =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly record: RecordView }
  | { readonly is: "failed"; readonly code: string };

/** Everything that both did and both may see, in words; and my own quiet acts, in my copy alone. */
export default function Record() {
  const { hand, room, scene } = useInRoom();
  const [state, setState] = useState<State>({ is: "opening" });
  const [attempt, setAttempt] = useState(0);
  const [search] = useSearchParams();
  const only = pieceId.safeParse(search.get("piece")).data ?? null;

  useEffect(() => {
    let left = false;
    void hand.api.get(`/api/record/${room}`).then((answer) => {
      if (left) return;
      setState(
        answer.ok
          ? { is: "open", record: answer.value as RecordView }
          : { is: "failed", code: answer.refusal.code },
      );
    });
    return () => {
      left = true;
    };
    // The view is another whenever something has happened; then the record is too.
  }, [hand, room, attempt, scene.view]);

  const acts =
    state.is === "open" ? state.record.acts.filter((act) => !only || act.piece === only) : [];
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
              <Button look="quiet" onClick={() => save(state.record)}>
                Save as a file
              </Button>
              <Button look="quiet" onClick={() => print()}>
                Print
              </Button>
            </>
          )
        }
      />
      <Page>
        <PageTitle
          lead={
            only
              ? "What happened with this piece, oldest first."
              : "What you both did that both of you may see, and, in your copy alone, what you did quietly. Each act that both see was signed by who did it."
          }
        >
          {only ? "History" : "The record of this room"}
        </PageTitle>
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
        {state.is === "open" &&
          (acts.length === 0 ? (
            <Empty title="Nothing has happened yet." />
          ) : (
            <ol className="max-w-measure space-y-2.5">
              {acts.map((act, place) => (
                <Act key={place} act={act} alone={only !== null} />
              ))}
            </ol>
          ))}
        {state.is === "open" && !only && (
          <Notice className="mt-10 max-w-measure" title="A word of care">
            <p>
              This is kept so that neither of you has to argue about what was agreed. It is not for
              proving somebody wrong. A file that you save here is not encrypted: keep it where only
              you find it.
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

function Act({ act, alone }: { act: ActView; alone: boolean }) {
  const { hand, room, scene, paired } = useInRoom();
  const signer = act.by === "me" ? meIn(hand.keyring, room) : paired && otherIn(paired);
  // The server keeps the record, and cannot write in it: what is not signed is said to be so.
  const doubtful = act.statement !== null && !(signer && isStatementOf(act.statement, signer));
  const entry = act.piece ? hand.keyring.index.current().pieces[act.piece] : undefined;
  const who = act.by === "me" ? "You" : theOther(scene.petname);
  return (
    <li className="flex items-baseline gap-3 border-t border-line pt-2.5">
      <span className="w-28 shrink-0 text-s text-ink-soft">{sayDay(act.on)}</span>
      <span className="flex items-baseline gap-2">
        <Dot person={act.by === "me" ? "one" : "two"} />
        <span>
          {who} {ACT[act.what]}
          {entry && !alone && `: ${titleOr(entry.title, entry.kind)}`}
          {doubtful && <strong className="text-alarm"> · this signature does not hold</strong>}
          {act.quiet && <span className="text-s text-ink-soft"> · only you see this</span>}
        </span>
      </span>
    </li>
  );
}

/** The record as it came, with every statement and signature, for checking it somewhere else. */
function save(record: RecordView): void {
  const text = JSON.stringify(record, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "record.json";
  link.click();
  URL.revokeObjectURL(address);
}
