import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { AccountPage } from "#components/account-page.tsx";
import { ButtonLink } from "#components/button.tsx";

export const meta = titled("deleted", "deleted");

/** After an account was deleted: nothing of it is known here any more. */
export default function Deleted() {
  const { t } = useTranslation("deleted");
  return (
    <AccountPage title={t("yourAccountIsDeleted")} lead={t("whatWasYoursAloneIsGone")}>
      <p className="mb-6 text-s text-ink-soft">{t("filesThatYouSavedAreStill")}</p>
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink to="/help">{t("findSomeoneToTalkTo")}</ButtonLink>
        <ButtonLink look="quiet" to="/">
          {t("toTheFirstPage")}
        </ButtonLink>
      </div>
    </AccountPage>
  );
}
