import { useTranslation } from "react-i18next";
import { Notice } from "./notice.tsx";

/** Shown while the network is gone. `kept`: what is written is kept on this device meanwhile. */
export function OfflineNotice({ kept }: { kept: boolean }) {
  const { t } = useTranslation("components");
  return (
    <Notice live title={t("youAreOffline")}>
      {kept ? t("youCanGoOnWritingIt") : t("thisIsASharedDeviceSo")}
    </Notice>
  );
}
