import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { standing } from "#client/rooms/cards.ts";
import { takeBackAndDelete } from "#client/rooms/take-back-and-delete.ts";
import { Button } from "#components/button.tsx";
import type { WrittenView } from "#domain/rooms.ts";
import { Confirm } from "./confirm.tsx";
import { otherName, theOther } from "./words.ts";

/** Deletes a piece of mine for good. What that does, and to whom it shows, is said first. */
export function DeletePiece({
  view,
  title,
  onDeleted,
}: {
  view: WrittenView;
  title: string;
  /** For a page that has nothing left to show then. */
  onDeleted?: () => void;
}) {
  const { t } = useTranslation("room");
  const { hand, room, refresh } = useInRoom();
  const { device } = useTab();
  const [asking, setAsking] = useState(false);
  const offered = standing(view) !== null;
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("deleteThisForGood")}
        yes={offered ? t("takeItBackAndDeleteIt") : t("deleteIt")}
        no={t("keepIt")}
        act={() => takeBackAndDelete(hand, room, view)}
        onDone={async () => {
          await device.forget(view.piece);
          onDeleted?.();
          await refresh();
        }}
      >
        <p>{t("titleGoesFromAllYourDevices", { title })}</p>
        <WhoSees view={view} />
      </Confirm>
    </>
  );
}

function WhoSees({ view }: { view: WrittenView }) {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  const { petname } = scene;
  const last = standing(view);
  if (last) {
    return (
      <>
        <p>{t("itStandsOfferedSoItIs", { name: otherName(petname) })}</p>
        <p>
          {last.answer || last.told?.what === "opened"
            ? t("nameOpenedItAndSeesThat", { name: theOther(petname) })
            : t("ifItWasOpenedTheySee")}{" "}
          {t("theyMayRememberItOrKeep")}
        </p>
      </>
    );
  }
  if (view.waiting) {
    return <p>{t("itWaitsToBeOfferedIt")}</p>;
  }
  return view.versions.length > 0 ? (
    <p>{t("youOfferedItAndTookIt")}</p>
  ) : (
    <p>{t("nobodyElseLearnsOfIt")}</p>
  );
}
