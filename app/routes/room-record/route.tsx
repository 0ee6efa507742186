import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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

/** Everything that both did and both may see, in words; of the whole room, or of one piece. */
export default function Record() {
  const { t } = useTranslation("room-record");
  const { room, scene, paired } = useInRoom();
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const state = useRecord(attempt);
  const [search] = useSearchParams();
  const only = pieceId.safeParse(search.get("piece")).data ?? null;
  const line = lineId.safeParse(search.get("line")).data ?? null;

  // A check-in has no page of its own: it belongs to the history of its plan.
  const about = new Set<unknown>([
    only,
    ...scene.checkIns.flatMap(({ piece, plan }) => (plan === only ? [piece] : [])),
  ]);
  const acts =
    state.is === "open"
      ? state.record.acts
          .filter((act) => !only || about.has(act.piece))
          .filter((act) => !line || act.line === line)
      : [];
  return (
    <>
      <Bar
        back={
          only
            ? { to: `/room/${room}/${only}`, label: t("back") }
            : { to: `/room/${room}/settings`, label: t("settings") }
        }
        actions={
          state.is === "open" && (
            <>
              {!only && <SaveRecord onTrouble={setTrouble} />}
              <Button look="quiet" onClick={() => print()}>
                {t("print")}
              </Button>
            </>
          )
        }
      />
      <Page>
        <PageTitle lead={t(line ? "ofALine" : only ? "ofAPiece" : "ofTheRoom")}>
          {only ? t("history") : t("theRecordOfThisRoom")}
        </PageTitle>
        <p className="mb-4 hidden text-s text-ink-soft print:block">
          {t("roomPrintedOnDay", {
            room: roomName(scene.petname, paired !== null),
            day: sayDay(today()),
          })}
        </p>
        {trouble && (
          <Notice tone="alarm" live className="mb-6">
            {trouble}
          </Notice>
        )}
        {state.is === "opening" && <SkeletonText label={t("openingTheRecord")} />}
        {state.is === "failed" && (
          <Notice
            tone="alarm"
            live
            title={t("theRecordCouldNotBeOpened")}
            actions={<Button onClick={() => setAttempt(attempt + 1)}>{t("tryAgain")}</Button>}
          >
            {sorry(state.code)}
          </Notice>
        )}
        {state.is === "open" && (
          <>
            <RecordChecked record={state.record} />
            {acts.length === 0 ? (
              <Empty title={t("nothingHasHappenedYet")} />
            ) : (
              <RecordDays acts={acts} ofOnePiece={only !== null} />
            )}
          </>
        )}
        {state.is === "open" && !only && (
          <Notice className="mt-10 max-w-measure" title={t("aWordOfCare")}>
            <p>{t("thisIsKeptSoThatNeither")}</p>
          </Notice>
        )}
        {only && (
          <p className="mt-8 print:hidden">
            <ButtonLink look="quiet" className="-ms-2.5" to={`/room/${room}/record`}>
              {t("theRecordOfTheWholeRoom")}
            </ButtonLink>
          </p>
        )}
      </Page>
    </>
  );
}
