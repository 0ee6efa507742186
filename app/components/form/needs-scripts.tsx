import { useTranslation } from "react-i18next";
import { Notice } from "../notice.tsx";

/** For pages that cannot work without scripts, and why. */
export function NeedsScripts() {
  const { t } = useTranslation("components");
  return (
    <noscript>
      <Notice className="mb-4">
        <p>{t("thisPageNeedsScriptsYourPassword")}</p>
      </Notice>
    </noscript>
  );
}
