import { useState } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { titled } from "#app/language/titled.ts";
import { deleteAccountHere } from "#client/account-browser.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Status } from "#components/status.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { AskToDelete } from "./ask-to-delete.tsx";

export const meta = titled("settings-delete", "deleteMyAccount");

const NOT_DONE: Readonly<Record<string, string>> = table("settings-delete", {
  offline: "thereIsNoConnectionAndNothing",
  fault: "itCouldNotBeFinishedSome",
});

/**
 * The end of an account: what it does is said first, and everything can be saved before. While it is being
 * deleted the unlocked page is not shown, for it would lead to signing in as soon as the session ends;
 * then the document is left for good, and nothing of it stays in memory.
 */
export default function DeleteAccount() {
  const { t } = useTranslation("settings-delete");
  const [erasing, setErasing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const erase = async () => {
    setErasing(true);
    const deleted = await deleteAccountHere();
    if (deleted.ok) return location.replace("/deleted");
    setTrouble(sentenceFor(deleted.refusal.code, NOT_DONE));
    setErasing(false);
  };
  return (
    <>
      <Bar back={{ to: "/settings", label: t("settings") }} />
      <Page>
        <PageTitle lead={t("readFirstWhatGoesAndWhat")}>{t("deleteMyAccount")}</PageTitle>
        {erasing ? (
          <p className="font-medium">
            <Status>{t("deletingEverythingThatIsYoursAlone")}</Status>
          </p>
        ) : (
          <Unlocked fallback={<SkeletonText />}>
            {() => <AskToDelete trouble={trouble} onDelete={() => void erase()} />}
          </Unlocked>
        )}
      </Page>
    </>
  );
}
