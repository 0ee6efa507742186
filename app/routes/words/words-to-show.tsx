import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#client/account.ts";
import { sentenceFor } from "#client/sentences.ts";
import { AccountPage } from "#components/account-page.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { PasswordAgain } from "../settings/password-again.tsx";
import { TwelveWords } from "./twelve-words.tsx";

type WordsToShowProps = {
  readonly name: string;
  /** What there is to show; nothing while that is asked. */
  readonly answer: Awaited<ReturnType<Account["showRecoveryWords"]>> | null;
  /** Asks anew. */
  readonly look: () => void;
  readonly confirm: Account["confirmRecoveryWords"];
  readonly done: () => void;
  readonly next: string;
};

/** The words of somebody who gave their password a moment ago; to anybody else, what is missing for that. */
export function WordsToShow({ name, answer, look, confirm, done, next }: WordsToShowProps) {
  const { t } = useTranslation("words");
  if (!answer) return <Looking />;
  if (!answer.ok) {
    const { code } = answer.refusal;
    return code === "confirm-again" ? (
      <PasswordFirst onGiven={look} later={next} />
    ) : (
      <NotNow code={code} onAgain={look} later={next} />
    );
  }
  if (!answer.value) {
    return (
      <AccountPage title={t("youHaveYourTwelveWords")} lead={t("theyWereShownToYouOnce")}>
        <ButtonLink to={next}>{t("goOn")}</ButtonLink>
      </AccountPage>
    );
  }
  return (
    <TwelveWords
      name={name}
      words={answer.value}
      confirm={confirm}
      done={done}
      again={look}
      later={next}
    />
  );
}

export function Looking() {
  const { t } = useTranslation("words");
  return (
    <AccountPage title={t("twelveWords")}>
      <SkeletonText lines={3} />
    </AccountPage>
  );
}

function PasswordFirst({ onGiven, later }: { onGiven: () => void; later: string }) {
  const { t } = useTranslation("words");
  const [asking, setAsking] = useState(true);
  return (
    <AccountPage title={t("yourPasswordFirst")} lead={t("theyAreShownOnceYouHave")}>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => setAsking(true)}>{t("giveMyPassword")}</Button>
        <ButtonLink look="quiet" to={later}>
          {t("later")}
        </ButtonLink>
      </div>
      <PasswordAgain open={asking} onClose={() => setAsking(false)} onConfirmed={onGiven} />
    </AccountPage>
  );
}

type NotNowProps = {
  readonly code: string;
  readonly onAgain: () => void;
  readonly later: string;
};

function NotNow({ code, onAgain, later }: NotNowProps) {
  const { t } = useTranslation("words");
  return (
    <AccountPage title={t("twelveWords")}>
      <Notice
        tone="alarm"
        live
        title={t("theyCannotBeShownNow")}
        actions={
          <>
            <Button onClick={onAgain}>{t("tryAgain")}</Button>
            <ButtonLink look="quiet" to={later}>
              {t("later")}
            </ButtonLink>
          </>
        }
      >
        {sentenceFor(code, { offline: t("thereIsNoConnectionAndWithout") })}
      </Notice>
    </AccountPage>
  );
}
