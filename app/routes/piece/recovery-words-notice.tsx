import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { withNext } from "#client/next-path.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { known } from "#domain/newer.ts";

/** At the first save that matters: from now on there is something that only these words can bring back. */
export function RecoveryWordsNotice({ when }: { when: boolean }) {
  const { t } = useTranslation("piece");
  const { hand } = useInRoom();
  const { pathname } = useLocation();
  if (!when || !known(hand.keyring.index.current().recoveryWords)) return null;
  return (
    <Notice
      className="mb-6 print:hidden"
      title={t("keepYourRecoveryWordsNow")}
      actions={<ButtonLink to={withNext("/words", pathname)}>{t("showMyWords")}</ButtonLink>}
    >
      {t("whatYouWriteHereCanBe")}
    </Notice>
  );
}
