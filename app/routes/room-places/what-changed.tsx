import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { ChangeKind, ChangeView } from "#domain/room-view.ts";
import { theOther } from "../room/words.ts";

/** These stand at the door for all to see, as long as they are in the list at all. */
type AtTheDoor = "offered" | "proposed";
type Told = Exclude<ChangeKind, AtTheDoor>;

/** What each change is called; nothing is said of what a piece is about. */
const CHANGE = table("room-places", {
  "taken-back": "tookSomethingBack",
  "told-opened": "toldYouThatTheyOpenedSomething",
  "told-no": "toldYouThatTheyDoNot",
  answered: "answeredSomethingOfYours",
  accepted: "saidYesToWritingTogether",
  "line-signed": "signedALine",
  "signature-taken-back": "tookASignatureBack",
  closed: "closedSomethingThatYouWriteTogether",
  "reopening-asked": "askedToOpenSomethingAgain",
  reopened: "openedSomethingAgainWithYou",
  "pair-begun": "beganAQuestionForYouBoth",
  "pair-opened": "andYouOpenedYourAnswers",
  "round-asked": "askedForARoundOfMarking",
  "round-begun": "saidYesToARoundOf",
  "round-over": "andYouFinishedARoundOf",
});

/** What the other did since I last looked, in days: a calm list, that goes when it is put away. */
export function WhatChanged({ told }: { told: readonly Line[] }) {
  const { t } = useTranslation("room-places");
  const { hand, room, scene, refresh } = useInRoom();
  if (told.length === 0) return null;
  const putAway = async () => {
    await actOnRoom(hand, room, { kind: "seen" });
    await refresh();
  };
  return (
    <Notice
      beside
      title={t("whileYouWereAway")}
      actions={<Button onClick={() => void putAway()}>{t("iHaveSeenIt")}</Button>}
    >
      <ul className="space-y-1">
        {told.map(({ on, what, times }) => (
          <li key={`${on} ${what}`}>
            {sayDay(on)}: {theOther(scene.petname)} {CHANGE[what]}
            {times > 1 && t("timesTimes", { times })}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Line = { readonly on: string; readonly what: Told; readonly times: number };

const isTold = (what: ChangeKind): what is Told => what !== "offered" && what !== "proposed";

/** One line for each kind of change of a day. */
export function inDays(changes: readonly ChangeView[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { on, what } of changes) {
    if (!isTold(what)) continue;
    const key = `${on} ${what}`;
    lines.set(key, { on, what, times: (lines.get(key)?.times ?? 0) + 1 });
  }
  return [...lines.values()];
}
