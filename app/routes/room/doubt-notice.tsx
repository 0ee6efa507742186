import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";

/**
 * Says once, calmly, that the server told of something which does not hold. It is not shown anywhere, so
 * that nobody need decide whether to believe it. With `piece`, what concerns that piece alone.
 */
export function DoubtNotice({ piece, className }: { piece?: PieceId; className?: string }) {
  const { t } = useTranslation("room");
  const { room, doubts } = useInRoom();
  const isUnsigned = piece ? doubts.pieces.has(piece) : doubts.pieces.size > 0;
  if (!isUnsigned && !doubts.record) return null;
  return (
    <Notice
      live
      beside={!piece}
      className={className}
      title={t("somethingHereDoesNotHoldAnd")}
      actions={<ButtonLink to={`/room/${room}/record`}>{t("lookAtTheRecord")}</ButtonLink>}
    >
      {isUnsigned && <p>{t("theServerToldOfSomethingThat")}</p>}
      {doubts.record && <p>{t("theServerShowsAnEarlierOr")}</p>}
    </Notice>
  );
}
