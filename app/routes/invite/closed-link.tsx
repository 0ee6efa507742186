import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";

/** One page for every link that does not open, whatever the reason. */
export function ClosedLink({
  offline,
  onTryAgain,
  onOther,
}: {
  offline: boolean;
  onTryAgain: () => void;
  onOther: () => void;
}) {
  const { t } = useTranslation("invite");
  if (offline) {
    return (
      <Page>
        <PageTitle lead={t("theLinkIsKeptInThis")}>{t("thereIsNoConnectionJustNow")}</PageTitle>
        <Button onClick={onTryAgain}>{t("tryAgain")}</Button>
      </Page>
    );
  }
  return (
    <Page>
      <PageTitle lead={t("itMayBeIncompleteUsedExpired")}>
        {t("thisLinkDoesNotOpenAnything")}
      </PageTitle>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onOther}>{t("useAnotherLink")}</Button>
        <ButtonLink look="quiet" to="/">
          {t("whatIsThisPlace")}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** After "not now", "no" and "block": nothing more is asked. */
export function LeftAlone({ blocked }: { blocked: boolean }) {
  const { t } = useTranslation("invite");
  return (
    <Page>
      <PageTitle lead={blocked ? t("theLinkDoesNotOpenOn") : t("nothingWasSentAndNobodyWas")}>
        {t("thatIsFine")}
      </PageTitle>
      <Notice tone="care" title={t("ifSomethingWorriesYou")}>
        {t("thereArePeopleToTalkTo")}
      </Notice>
      <p className="mt-5">
        <ButtonLink to="/help">{t("findSomeoneToTalkTo")}</ButtonLink>
      </p>
    </Page>
  );
}
