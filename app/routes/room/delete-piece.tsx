import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { standing } from "#client/rooms/cards.ts";
import { takeBackAndDelete } from "#client/rooms/take-back-and-delete.ts";
import { Button } from "#components/button.tsx";
import type { WrittenView } from "#domain/piece-view.ts";
import { Confirm } from "./confirm.tsx";
import { otherName, sorry, theOther } from "./words.ts";

/**
 * Deletes a piece of mine; the room gives the way to undo that for a while. Where it does something that
 * has no undo, that is said first, and to whom it shows.
 */
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
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const offered = standing(view) !== null;
  const act = () => takeBackAndDelete(hand, room, view, Date.now());
  const done = async () => {
    onDeleted?.();
    await refresh();
  };
  const deleteIt = async () => {
    if (offered || view.waiting) return setAsking(true);
    setPending(true);
    const deleted = await act();
    if (deleted.ok) return done();
    setPending(false);
    setTrouble(sorry(deleted.refusal.code));
  };
  return (
    <>
      <Button look="quiet" pending={pending} onClick={() => void deleteIt()}>
        {t("delete")}
      </Button>
      {trouble && <span role="alert">{trouble}</span>}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("deleteThisForGood")}
        yes={offered ? t("takeItBackAndDeleteIt") : t("deleteIt")}
        no={t("keepIt")}
        act={act}
        onDone={done}
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
  return <p>{t("itWaitsToBeOfferedIt")}</p>;
}
