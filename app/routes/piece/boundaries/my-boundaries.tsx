import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginBoundaries } from "#client/rooms/boundaries.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { WrittenView } from "#domain/piece-view.ts";
import { sorry } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { BoundariesFrame } from "./boundaries-frame.tsx";
import { WriteList } from "./write-list.tsx";

/** My own list, to be written at any time, offered or not. */
export function MyBoundaries({ view }: { view: WrittenView }) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room } = useInRoom();
  const { refused, opened, earlier } = useOwnPiece(view);
  const snapshot = opened?.snapshot ?? null;
  if (opened && snapshot?.ready) {
    return (
      <WriteList
        key={snapshot.generation}
        view={view}
        piece={opened.piece}
        snapshot={snapshot}
        earlier={earlier}
      />
    );
  }
  return (
    <BoundariesFrame
      status={<Saved snapshot={snapshot} remembered={hand.keyring.remembered} />}
      actions={
        <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
          {t("history")}
        </ButtonLink>
      }
    >
      {refused ? (
        <Notice tone="alarm" live title={t("thisPieceDoesNotOpenWith")}>
          {t("nothingWasChangedIfYouHave")}
        </Notice>
      ) : (
        <SkeletonText label={t("openingYourList")} />
      )}
    </BoundariesFrame>
  );
}

/** Before there is a list of mine. */
export function NoneOfMine() {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    setPending(true);
    const begun = await beginBoundaries(hand, scene.view);
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    navigate(`/room/${room}/${begun.value}#mine`);
  };
  return (
    <BoundariesFrame>
      <Empty
        title={t("youHaveNotBegunAList")}
        actions={
          <Button pending={pending} onClick={() => void begin()}>
            {t("beginMyList")}
          </Button>
        }
      >
        <p>{t("itIsYoursAloneWhetherYou")}</p>
      </Empty>
      {trouble && (
        <Notice tone="alarm" live className="mt-4">
          {trouble}
        </Notice>
      )}
    </BoundariesFrame>
  );
}
