import { useTranslation } from "react-i18next";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { ShowUnderTheBar } from "#components/under-the-bar.tsx";

/** Why an act of the bar was not done, where the page can be read beside it. */
export function TroubleUnderTheBar({
  trouble,
  onForget,
}: {
  trouble: string;
  onForget: () => void;
}) {
  const { t } = useTranslation("room");
  return (
    <ShowUnderTheBar>
      <Notice
        tone="alarm"
        live
        beside
        className="mx-4 mt-4 sm:mx-8 wide:mx-14"
        actions={<Button onClick={onForget}>{t("putThisAway")}</Button>}
      >
        {trouble}
      </Notice>
    </ShowUnderTheBar>
  );
}
