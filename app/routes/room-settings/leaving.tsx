import { useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Status } from "#components/status.tsx";
import type { PauseView } from "#domain/room-view.ts";
import { CloseSide } from "../room/close-side.tsx";
import { Confirm } from "../room/confirm.tsx";
import { otherName, sixtyDays, theOther } from "../room/words.ts";

/** The ways out of a room: at any time, alone, without a reason. What they do is said first. */
export function Leaving() {
  const { t } = useTranslation("room-settings");
  const { room, scene } = useInRoom();
  const { pause, other } = scene.view;
  return (
    <section id="leaving" aria-labelledby="leaving-title" className="scroll-mt-20">
      <h2 id="leaving-title" className="mb-2 text-l">
        {t("leaving")}
      </h2>
      <p className="mb-4 text-s text-ink-soft">
        <Status>{standing(pause, otherName(scene.petname))}</Status>
      </p>
      <div className="flex flex-wrap gap-2.5">
        {!pause.left && <Leave />}
        {other && !pause.left && (
          <ButtonLink to={`/room/${room}/goodbye`}>{t("withAGoodbyeLetter")}</ButtonLink>
        )}
        {other && pause.left !== "blocked" && <Block />}
        {pause.mayClose && !pause.closed && <CloseSide />}
      </div>
    </section>
  );
}

/** After a long pause the same words for both, also for who left. */
function standing({ left, long, closed }: PauseView, other: string): string {
  const t = interfaceWords("room-settings");
  if (closed) return t("youLeftThisRoomAndClosed");
  if (!left) return long ? sixtyDays() : t("youCanLeaveAtAnyTime");
  const said =
    left === "blocked" ? t("youLeftThisRoomAndBlocked", { other }) : t("youLeftThisRoom");
  return long ? `${said} ${sixtyDays()}` : said;
}

function Leave() {
  const { t } = useTranslation("room-settings");
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const alone = scene.view.other === null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("leaveQuietly")}</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("leaveThisRoom")}
        yes={t("yesLeaveTheRoom")}
        no={t("stay")}
        act={() => actOnRoom(hand, room, { kind: "leave" })}
        onDone={refresh}
      >
        {alone ? <p>{t("anOpenLinkStopsWorkingWhat")}</p> : <WhatLeavingDoes />}
        <p>{t("thisIsForGoodThereIs")}</p>
      </Confirm>
    </>
  );
}

function Block() {
  const { t } = useTranslation("room-settings");
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const { left } = scene.view.pause;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("block")}</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("blockName", { name: otherName(scene.petname) })}
        yes={t("block")}
        no={left ? t("notNow") : t("stay")}
        act={() => actOnRoom(hand, room, { kind: "block" })}
        onDone={refresh}
      >
        <p>
          {t(left ? "neitherComesIn" : "youLeaveAndNeither", { name: theOther(scene.petname) })}
        </p>
        {!left && <WhatLeavingDoes />}
        <p>{t("thisIsForGood")}</p>
      </Confirm>
    </>
  );
}

function WhatLeavingDoes() {
  const { t } = useTranslation("room-settings");
  const { scene } = useInRoom();
  return (
    <ul className="list-disc space-y-1.5 ps-5">
      <li>{t("nameSeesThatTheRoomIs", { name: theOther(scene.petname) })}</li>
      <li>{t("everythingOfYoursStopsAtOnce")}</li>
      <li>{t("whatTheyOpenedStaysWithThem")}</li>
      <li>{t("whatYouWroteAndWhatYou")}</li>
    </ul>
  );
}
