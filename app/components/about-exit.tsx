import { Trans, useTranslation } from "react-i18next";
/** What "Exit this page" does, and what it cannot do. */
export function AboutExit() {
  const { t } = useTranslation("components");
  return (
    <div className="max-w-measure space-y-3">
      <p>
        <Trans
          t={t}
          i18nKey="exitThisPageEmptiesThePage"
          components={{ strong: <b className="font-semibold" /> }}
        />
      </p>
      <p>{t("itDoesNotClearTheBrowsers")}</p>
    </div>
  );
}
