import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { AboutExit } from "#components/about-exit.tsx";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { COUNTRIES } from "./help-lines.ts";
import { HELP_PAGES } from "./help-pages.ts";

export const meta = titled("help", "getHelp");

export default function Help() {
  const { t } = useTranslation("help");
  return (
    <>
      <Bar />
      <Page className="space-y-10">
        <div>
          <PageTitle lead={t("youDoNotNeedToBe")}>{t("someoneToTalkTo")}</PageTitle>
          <Notice
            tone="care"
            title={t("inDangerNow2")}
            actions={<ButtonLink to="/help/about/in-danger">{t("whatToDoNow")}</ButtonLink>}
          >
            <p>{t("callTheEmergencyNumberOfThe")}</p>
          </Notice>
        </div>

        <section aria-labelledby="countries">
          <h2 id="countries" className="text-xl">
            {t("whereAreYou")}
          </h2>
          <p className="mt-1 max-w-measure text-ink-soft">{t("weDoNotLookItUp")}</p>
          <ul className="mt-4 grid gap-x-6 border-t border-line sm:grid-cols-2 wide:grid-cols-3">
            {COUNTRIES.map(({ code, name }) => (
              <li key={code} className="border-b border-line">
                <Link to={`/help/${code}`} className="link flex min-h-12 items-center">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-4 max-w-measure text-s text-ink-soft">{t("yourCountryIsNotHereA")}</p>
        </section>

        <section aria-labelledby="read">
          <h2 id="read" className="text-xl">
            {t("toRead")}
          </h2>
          <ul className="mt-4 max-w-measure border-t border-line">
            <Read to="/safety" title={t("isThisRightForMe")}>
              {t("aFewQuestionsForYouAlone")}
            </Read>
            {HELP_PAGES.map(({ id, title, lead }) => (
              <Read key={id} to={`/help/about/${id}`} title={title}>
                {lead}
              </Read>
            ))}
          </ul>
        </section>

        <section aria-labelledby="leaving" className="max-w-measure space-y-3">
          <h2 id="leaving" className="scroll-mt-24 text-xl">
            {t("leavingAPageQuickly")}
          </h2>
          <AboutExit />
          <p>{t("somebodyWhoWatchesYourDeviceClosely")}</p>
        </section>
      </Page>
    </>
  );
}

function Read({ to, title, children }: { to: string; title: string; children: string }) {
  return (
    <li className="border-b border-line py-3">
      <Link to={to} className="link inline-flex min-h-target items-center font-medium">
        {title}
      </Link>
      <p className="text-s text-ink-soft">{children}</p>
    </li>
  );
}
