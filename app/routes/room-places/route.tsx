import { useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isMineToFind } from "#client/export/own-texts.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { wantsOf } from "#domain/pieces/wanted.ts";
import { Lanes } from "#components/lanes.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { OfflineNotice } from "#components/offline-notice.tsx";
import { Status } from "#components/status.tsx";
import { DoubtNotice } from "../room/doubt-notice.tsx";
import { KeysChanged } from "../room/keys-changed.tsx";
import { PausedNotice } from "../room/paused-notice.tsx";
import { RoomBar } from "../room/room-bar.tsx";
import { whySetAside } from "../room/set-aside.ts";
import { otherName } from "../room/words.ts";
import { AfterPause, useAfterPause } from "./after-pause.tsx";
import { useBeginning } from "./beginning.ts";
import { DeletedNotice, useDeleted } from "./deleted-notice.tsx";
import { DoorCardView } from "./door-card.tsx";
import { FindMine } from "./find-mine.tsx";
import { MineCardView } from "./mine-card.tsx";
import { PracticeSuggested } from "./practice-suggested.tsx";
import { SetAside } from "./set-aside.tsx";
import { SharedCardView } from "./shared-card.tsx";
import { inDays, WhatChanged } from "./what-changed.tsx";
import { WriteSomething } from "./write-something.tsx";
import { known } from "#domain/newer.ts";

/** The three places of a room. */
export default function Places() {
  const { t } = useTranslation("room-places");
  const { hand, scene, room, offline, doubts } = useInRoom();
  const [writing, setWriting] = useState(false);
  const beginning = useBeginning();
  const { mine, door, shared, petname, view } = scene;
  const index = hand.keyring.index.current();
  const wrote = view.pieces.some((piece) => piece.mode !== "own" || piece.role === "author");
  const words = known(index.recoveryWords) && wrote;
  const afterPause = useAfterPause();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const offered = search.has("offered");
  const away = door.filter(
    (card) => (card.is === "question" || card.is === "check-in") && card.putAway,
  );
  const wants = wantsOf(known(index.rooms[room])?.cards);
  const aside = door.flatMap((card) => {
    const why = card.is === "question" && !card.putAway ? whySetAside(card, wants, index) : null;
    return card.is === "question" && why ? [{ card, why }] : [];
  });
  const unseen = new Set(aside.map(({ card }) => card.piece));
  const near = door.filter((card) => !away.includes(card) && !unseen.has(card.piece));
  const changes = inDays(view.changes.filter(({ piece }) => !unseen.has(piece)));
  const deleted = useDeleted();
  const waiting = near.some(
    (card) =>
      card.is === "waiting" || ((card.is === "proposal" || card.is === "question") && !card.mine),
  );

  return (
    <>
      <RoomBar />
      <Lanes
        title={t("theThreePlaces")}
        before={
          (offline ||
            offered ||
            deleted.length > 0 ||
            words ||
            changes.length > 0 ||
            doubts.pieces.size > 0 ||
            doubts.record ||
            scene.keysChanged ||
            view.pause.paused ||
            afterPause ||
            !view.other) && (
            <>
              {deleted.map((piece) => (
                <DeletedNotice key={piece} piece={piece} />
              ))}
              {offered && (
                <Notice
                  beside
                  live
                  title={t("offered")}
                  actions={
                    <Button
                      onClick={() => setSearch({}, { replace: true, preventScrollReset: true })}
                    >
                      {t("putThisAway")}
                    </Button>
                  }
                >
                  {t("silenceMeansNothingThereIsNothing")}
                </Notice>
              )}
              {offline && <OfflineNotice kept={hand.keyring.remembered} />}
              <KeysChanged compare />
              {view.pause.paused && <PausedNotice />}
              {afterPause && <AfterPause />}
              <DoubtNotice />
              <WhatChanged told={changes} />
              {words && (
                <Notice
                  beside
                  title={t("keepYourRecoveryWordsNow")}
                  actions={
                    <ButtonLink to={`/words?next=${encodeURIComponent(`/room/${room}`)}`}>
                      {t("showMyWords")}
                    </ButtonLink>
                  }
                >
                  {t("whatYouHaveWrittenCanBe")}
                </Notice>
              )}
              {!view.other && (
                <Notice
                  beside
                  title={t("nobodyElseIsInThisRoom")}
                  actions={
                    <ButtonLink to={`/room/${room}/invite`}>
                      {view.invitation ? t("yourLink") : t("inviteOnePerson")}
                    </ButtonLink>
                  }
                >
                  {t("youCanWriteHereAloneFor")}
                </Notice>
              )}
            </>
          )
        }
        after={<PracticeSuggested />}
        lanes={[
          {
            id: "mine",
            title: t("mine"),
            note: t("onlyYouCanOpenThese"),
            children: (
              <>
                <Button look="primary" wide onClick={() => setWriting(true)}>
                  {t("writeSomethingNew")}
                </Button>
                {view.pieces.some(isMineToFind) && <FindMine />}
                {mine.length === 0 ? (
                  <Empty title={t("nothingHereYet")}>
                    <p>{t("whatYouWriteBeginsHereEncrypted")}</p>
                  </Empty>
                ) : (
                  mine.map((card) => <MineCardView key={card.piece} card={card} />)
                )}
              </>
            ),
          },
          {
            id: "door",
            title: t("atTheDoor"),
            note: t("offeredNotAnswered"),
            children: (
              <>
                {near.length === 0 ? (
                  <Empty title={t("nobodyIsWaiting")}>
                    <p>{t("whatOneOfYouOffersStands")}</p>
                  </Empty>
                ) : (
                  near.map((card) => <DoorCardView key={`${card.is} ${card.piece}`} card={card} />)
                )}
                {away.length > 0 && (
                  <details className="space-y-4">
                    <summary className="flex min-h-target items-center text-s text-ink-soft">
                      {t("putAwayLength", { length: away.length })}
                    </summary>
                    {away.map((card) => (
                      <DoorCardView key={card.piece} card={card} />
                    ))}
                  </details>
                )}
                <SetAside aside={aside} />
              </>
            ),
          },
          {
            id: "shared",
            title: t("shared"),
            note: t("youBothSaidYes"),
            children:
              shared.length === 0 ? (
                <Empty title={t("nothingIsSharedYet")}>
                  <p>{t("hereIsWhatYouOpenedFrom", { name: otherName(petname) })}</p>
                </Empty>
              ) : (
                shared.map((card) => <SharedCardView key={card.piece} card={card} />)
              ),
          },
        ]}
      />
      <Status quiet>{waiting ? t("somethingWaitsAtTheDoor") : ""}</Status>
      <WriteSomething
        key={beginning.asked?.says}
        first={beginning.asked}
        open={writing || beginning.asked !== null}
        onClose={() => {
          setWriting(false);
          beginning.done();
        }}
        onBegun={(piece) => void navigate(`/room/${room}/${piece}`)}
        onProposed={() => void navigate("#door", { replace: true })}
      />
    </>
  );
}
