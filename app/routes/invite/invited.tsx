import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { withNext } from "#client/next-path.ts";
import { blockHere, letLinkGo } from "#client/rooms/given-link.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { Choice } from "#components/sheet.tsx";
import type { Bytes } from "#domain/bytes.ts";
import { SampleRoom } from "./sample-room.tsx";

/** The invitation itself: what this is, what it is not, and four choices. */
export function Invited({ secret, onLeft }: { secret: Bytes; onLeft: (blocked: boolean) => void }) {
  const { t } = useTranslation("invite");
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const leave = async (block: boolean) => {
    if (block) await blockHere(secret);
    letLinkGo();
    onLeft(block);
  };
  return (
    <Page>
      <PageTitle lead={t("somebodyMadeAPrivateRoomAnd")}>
        {t("nobodyLearnsThatYouOpenedThis")}
      </PageTitle>
      <div className="max-w-measure space-y-8">
        <section aria-labelledby="what">
          <h2 id="what" className="mb-2 text-xl">
            {t("whatItIs")}
          </h2>
          <p>{t("thresholdIsAPrivatePlaceFor")}</p>
        </section>
        <section aria-labelledby="promises">
          <h2 id="promises" className="mb-2 text-xl">
            {t("whatWePromise")}
          </h2>
          <dl className="space-y-3">
            <div>
              <dt className="font-semibold">{t("twoYeses")}</dt>
              <dd className="text-ink-soft">{t("nothingOfWhatYouWriteReaches")}</dd>
            </div>
            <div>
              <dt className="font-semibold">{t("noOneElse")}</dt>
              <dd className="text-ink-soft">{t("whatYouWriteIsEncryptedOn")}</dd>
            </div>
            <div>
              <dt className="font-semibold">{t("noPressureNoWatching")}</dt>
              <dd className="text-ink-soft">{t("theyCannotSeeWhetherYouAre")}</dd>
            </div>
            <div>
              <dt className="font-semibold">{t("nothingLost")}</dt>
              <dd className="text-ink-soft">{t("whatIsYoursStaysYoursAlso")}</dd>
            </div>
          </dl>
        </section>
        <SampleRoom />
        <Notice tone="care" title={t("beforeYouDecide")}>
          <p>{t("ifYouAreAfraidOfThis")}</p>
          <p>
            <Trans
              t={t}
              i18nKey="isThisRightForMeAsks"
              components={{
                a: <Link className="link" to={withNext("/safety", "/invite")} />,
                a2: <Link className="link" to="/help" />,
              }}
            />
          </p>
        </Notice>
        <section aria-labelledby="choose">
          <h2 id="choose" className="mb-2 text-xl">
            {t("youChoose")}
          </h2>
          <Choice
            title={t("yes")}
            action={
              <Button wide onClick={() => void navigate("/invite?in")}>
                {t("yes")}
              </Button>
            }
          >
            {t("youMakeAnAccountOrUse")}
          </Choice>
          <Choice
            title={t("notNow")}
            action={
              <Button wide onClick={() => void leave(false)}>
                {t("notNow")}
              </Button>
            }
          >
            {t("nothingChangesTheLinkWorksUntil")}
          </Choice>
          <Choice
            title={t("no")}
            action={
              <Button wide onClick={() => void leave(false)}>
                {t("no")}
              </Button>
            }
          >
            {t("youLeaveItHereNothingIs")}
          </Choice>
          <Choice
            title={t("block")}
            action={
              sure ? (
                <Button wide onClick={() => void leave(true)}>
                  {t("yesBlockIt")}
                </Button>
              ) : (
                <Button wide onClick={() => setSure(true)}>
                  {t("block")}
                </Button>
              )
            }
          >
            {t("thisLinkDoesNotOpenOn")}
          </Choice>
        </section>
      </div>
    </Page>
  );
}
