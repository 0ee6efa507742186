import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { browserAccount } from "#client/account-browser.ts";
import type { Account } from "#client/account.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { AccountPage } from "#components/account-page.tsx";
import { ButtonLink } from "#components/button.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { useNext } from "../frame/use-next.ts";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { TwelveWords } from "./twelve-words.tsx";

export const meta = titled("words", "twelveWords");

export default function Words() {
  const { t } = useTranslation("words");
  return (
    <Unlocked
      fallback={
        <AccountPage title={t("twelveWords")}>
          <SkeletonText lines={3} />
        </AccountPage>
      }
    >
      {() => <Pending />}
    </Unlocked>
  );
}

function Pending() {
  const { t } = useTranslation("words");
  const { keyring } = useTab().hand;
  const [account, setAccount] = useState<Account | null>(null);
  // Kept for as long as the page is open: typing two of them back makes them go from the index.
  const [words, setWords] = useState<readonly string[] | null>(null);
  const navigate = useNavigate();
  const next = useNext();
  useEffect(() => {
    void browserAccount().then((opened) => {
      setAccount(opened);
      setWords(opened.pendingRecoveryWords());
    });
  }, []);
  if (!account) return null;
  if (!words) {
    return (
      <AccountPage title={t("youHaveYourTwelveWords")} lead={t("theyWereShownToYouOnce")}>
        <ButtonLink to={next}>{t("goOn")}</ButtonLink>
      </AccountPage>
    );
  }
  return (
    <TwelveWords
      name={keyring.name}
      words={words}
      confirm={account.confirmRecoveryWords}
      done={() => navigate(next, { replace: true })}
      later={next}
    />
  );
}
