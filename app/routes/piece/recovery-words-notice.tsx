import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";

/** At the first save that matters: from now on there is something that only these words can bring back. */
export function RecoveryWordsNotice({ when }: { when: boolean }) {
  const { t } = useTranslation("piece");
  const { hand, room } = useInRoom();
  if (!when || !hand.keyring.index.current().recoveryWords) return null;
  return (
    <Notice
      className="mb-6 print:hidden"
      title={t("keepYourRecoveryWordsNow")}
      actions={
        <ButtonLink to={`/words?next=${encodeURIComponent(`/room/${room}`)}`}>
          {t("showMyWords")}
        </ButtonLink>
      }
    >
      {t("whatYouWriteHereCanBe")}
    </Notice>
  );
}
