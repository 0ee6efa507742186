import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { known } from "#domain/newer.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { ChangePassword } from "./change-password.tsx";
import { AboutExit } from "#components/about-exit.tsx";
import { Preferences } from "./preferences.tsx";
import { Devices } from "./devices.tsx";
import { RecoveryWords } from "./recovery-words.tsx";

export const meta = titled("settings", "settings");

export default function Settings() {
  const { t } = useTranslation("settings");
  return (
    <>
      <Bar back={{ to: "/rooms", label: t("rooms") }} />
      <Page>
        <Unlocked
          fallback={
            <>
              <PageTitle>{t("settings")}</PageTitle>
              <SkeletonText />
            </>
          }
        >
          {() => <Sections />}
        </Unlocked>
      </Page>
    </>
  );
}

function Sections() {
  const { t } = useTranslation("settings");
  const { name } = useTab().hand.keyring;
  const recoveryWords = known(useIndex().recoveryWords);
  return (
    <>
      <PageTitle
        lead={
          <Trans
            t={t}
            i18nKey="yourNameIs"
            values={{ name }}
            components={{ name: <b className="font-semibold text-ink" /> }}
          />
        }
      >
        {t("settings")}
      </PageTitle>
      {recoveryWords && (
        <Notice
          tone="care"
          title={t("yourTwelveWordsAreWaiting")}
          className="mb-8 max-w-[720px]"
          actions={<ButtonLink to="/words?next=%2Fsettings">{t("writeThemDown")}</ButtonLink>}
        >
          <p>{t("withoutThemALostPasswordMeans")}</p>
        </Notice>
      )}
      <div className="max-w-[720px]">
        <Section id="lock" title={t("lockAndTab")}>
          <Preferences />
        </Section>
        <Section id="devices" title={t("whereYouAreSignedIn")}>
          <Devices />
        </Section>
        <Section id="password" title={t("changeYourPassword")}>
          <ChangePassword />
        </Section>
        <Section id="words" title={t("yourTwelveWords")}>
          <RecoveryWords />
        </Section>
        <Section id="mine" title={t("whatIsYours")}>
          <p className="mb-4 max-w-measure">{t("saveEverythingOfYoursAsFiles")}</p>
          <div className="flex flex-wrap gap-2.5">
            <ButtonLink to="/settings/export">{t("saveEverythingOfMine")}</ButtonLink>
            <ButtonLink to="/settings/delete">{t("deleteMyAccount")}</ButtonLink>
          </div>
        </Section>
        <Section id="keys" title={t("ifSomebodyElseMayHaveHad")}>
          <p className="mb-4 max-w-measure">{t("yourPasswordYourWordsOrA")}</p>
          <ButtonLink to="/settings/new-keys">{t("makeNewKeys")}</ButtonLink>
        </Section>
        <Section id="leaving" title={t("leavingAPageQuickly")}>
          <AboutExit />
        </Section>
      </div>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-line py-7">
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
