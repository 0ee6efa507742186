import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod";
import { askAt } from "#client/asking.ts";
import { useArrivals, type Arrival } from "#client/hooks/use-arrivals.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sayTime } from "#client/rooms/day.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { ShowUnderTheBar } from "#components/under-the-bar.tsx";
import { sessionEnd, sessionRecognise } from "#domain/account.ts";
import { PasswordAgain } from "../settings/password-again.tsx";

/** Another browser has signed in under this name: said on every page until somebody says who it was. */
export function NewDevice() {
  const [first] = useArrivals();
  const [ended, setEnded] = useState(false);
  return (
    <ShowUnderTheBar>
      {first ? (
        <WhoWasIt key={first.id} arrival={first} done={() => setEnded(true)} />
      ) : (
        ended && <AfterAStranger putAway={() => setEnded(false)} />
      )}
    </ShowUnderTheBar>
  );
}

const PLACE = "mx-4 mt-4 sm:mx-8 wide:mx-14";

function WhoWasIt({ arrival, done }: { arrival: Arrival; done: () => void }) {
  const { t } = useTranslation("unlocked");
  const { api } = useTab().hand;
  const [stranger, setStranger] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const value = { which: arrival.id };

  const recognise = async () => {
    setPending(true);
    const said = await askAt(
      api,
      "/api/account/sessions/recognise",
      { schema: sessionRecognise, value },
      z.unknown(),
    );
    setPending(false);
    if (!said.ok) setComplaint(sentenceFor(said.refusal.code));
  };
  const end = async () => {
    setPending(true);
    const ended = await askAt(
      api,
      "/api/account/sessions/end",
      { schema: sessionEnd, value },
      z.unknown(),
    );
    setPending(false);
    if (ended.ok) done();
    else if (ended.refusal.code === "confirm-again") setAsking(true);
    else setComplaint(sentenceFor(ended.refusal.code));
  };
  return (
    <>
      {stranger ? (
        <Notice
          live
          beside
          tone="alarm"
          className={PLACE}
          title={t("signThatBrowserOutNow")}
          actions={
            <>
              <Button pending={pending} onClick={() => void end()}>
                {t("signItOut")}
              </Button>
              <Button look="quiet" onClick={() => setStranger(false)}>
                {t("back")}
              </Button>
            </>
          }
        >
          <p>{t("whoeverItWasHadYourName")}</p>
          {complaint && <p role="alert">{complaint}</p>}
        </Notice>
      ) : (
        <Notice
          live
          beside
          tone="care"
          className={PLACE}
          title={t("aBrowserHasSignedInAs")}
          actions={
            <>
              <Button pending={pending} onClick={() => void recognise()}>
                {t("thatWasMe")}
              </Button>
              <Button onClick={() => setStranger(true)}>{t("thatWasNotMe")}</Button>
            </>
          }
        >
          <p>
            {t("timeBrowserIfThatWasYou", { time: sayTime(arrival.at), browser: arrival.browser })}
          </p>
          {complaint && <p role="alert">{complaint}</p>}
        </Notice>
      )}
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        onConfirmed={() => void end()}
      />
    </>
  );
}

function AfterAStranger({ putAway }: { putAway: () => void }) {
  const { t } = useTranslation("unlocked");
  return (
    <Notice
      live
      beside
      tone="alarm"
      className={PLACE}
      title={t("itIsSignedOutChangeYour")}
      actions={
        <>
          <ButtonLink to="/settings#password">{t("changeMyPassword")}</ButtonLink>
          <ButtonLink to="/settings/new-keys">{t("makeNewKeys")}</ButtonLink>
          <Button look="quiet" onClick={putAway}>
            {t("putThisAway")}
          </Button>
        </>
      }
    >
      <p>{t("withTheOldOneTheyCould")}</p>
    </Notice>
  );
}
