import { useNavigate } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { isAtDoor } from "#client/rooms/cards.ts";
import { sayDay } from "#client/rooms/day.ts";
import { withdrawQuestion } from "#client/rooms/paired.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { refuse } from "#domain/result.ts";
import type { Asked } from "#domain/pieces/decks.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { Confirm } from "../../room/confirm.tsx";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { KIND, otherName, theOther } from "../../room/words.ts";

type QuestionPageProps = {
  readonly view: PairedView;
  /** The question. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** In the bar, beside the kind: "Saved". */
  readonly status?: ReactNode;
  readonly children?: ReactNode;
};

/** What every page of a question has: who asked it, how the room stands, and the way to take it back. */
export function QuestionPage({ view, title, lead, status, children }: QuestionPageProps) {
  const { t } = useTranslation("piece-question");
  const { room, scene } = useInRoom();
  const mine = view.by === "me";
  const { paused, left } = scene.view.pause;
  const place = isAtDoor(view) ? "door" : "shared";
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#${place}`, label: t("room") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND.question}</Chip>
            </span>
            {status}
          </>
        }
        actions={
          <>
            <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
              {t("history")}
            </ButtonLink>
            <Button look="quiet" onClick={() => print()}>
              {t("print")}
            </Button>
            {mine && canBeTakenBack(view) && <TakeQuestionBack view={view} />}
          </>
        }
      />
      <Page>
        <PageTitle
          over={
            <Who person={mine ? "one" : "two"}>
              {mine ? t("youAsked") : t("nameAsked", { name: theOther(scene.petname) })} ·{" "}
              {sayDay(view.on)}
            </Who>
          }
          lead={lead}
        >
          {title}
        </PageTitle>
        <DoubtNotice piece={view.piece} className="mb-6" />
        {paused && (
          <Notice className="mb-6" title={left ? t("youLeftThisRoom") : t("thisRoomIsPaused")}>
            {left ? t("whatIsHereCanBeRead") : t("youCanGoOnWritingFor")}
          </Notice>
        )}
        {children}
      </Page>
    </>
  );
}

/** What is said above every answer that is not open yet. */
export function Door({ card }: { card: Asked }) {
  const { t } = useTranslation("piece-question");
  const { scene } = useInRoom();
  const name = otherName(scene.petname);
  return card.is === "swap" ? t("doorOfSwap", { name }) : t("doorOfAnswer", { name });
}

/** As long as nothing of it is both's. */
const canBeTakenBack = ({ state, round, results }: PairedView): boolean =>
  state.is === "answering" && results.length === 0 && round?.is !== "running";

function TakeQuestionBack({ view }: { view: PairedView }) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("takeBack")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("takeTheQuestionBack")}
        yes={t("takeItBack")}
        no={t("leaveItThere")}
        act={async () => (paired ? withdrawQuestion(hand, paired, view.piece) : refuse("not-here"))}
        onDone={async () => {
          navigate(`/room/${room}#door`);
          await refresh();
        }}
      >
        <p>
          {t("itGoesForBothOfYou", {
            name: theOther(scene.petname),
            name2: otherName(scene.petname),
          })}
        </p>
      </Confirm>
    </>
  );
}
