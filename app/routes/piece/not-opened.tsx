import { useTranslation } from "react-i18next";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { sorry } from "../room/words.ts";

/** Why what somebody opened is not shown. Where trying again cannot help, nobody is asked to. */
export function NotOpened({
  code,
  title,
  onAgain,
}: {
  code: string;
  /** What is said of whatever can be tried again. */
  title: string;
  onAgain: () => void;
}) {
  const { t } = useTranslation("piece");
  if (code === "other-kind") {
    return (
      <Notice live title={t("thisIsNotShown")}>
        {sorry(code)}
      </Notice>
    );
  }
  return (
    <Notice
      tone="alarm"
      live
      title={title}
      actions={<Button onClick={onAgain}>{t("tryAgain")}</Button>}
    >
      {sorry(code)}
    </Notice>
  );
}
