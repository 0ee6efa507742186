import type { Day } from "#domain/statement-view.ts";
import { PrefetchPageLinks, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { signOutHere } from "#client/account-browser.ts";
import { askAt, fetchFrom } from "#client/asking.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sayDay } from "#client/rooms/day.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Button } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { sessionEnd, sessionList, type SessionView } from "#domain/account.ts";
import * as z from "zod";
import { PasswordAgain } from "./password-again.tsx";

const days = ({ since, seen }: { readonly since: Day; readonly seen: Day }) => ({
  since: sayDay(since),
  last: sayDay(seen),
});

/** This device, and every other browser that is signed in under the same name. */
export function Devices() {
  const { t } = useTranslation("settings");
  const { hand, live } = useTab();
  const { api, keyring } = hand;
  const navigate = useNavigate();
  const [sessions, setSessions] = useState<readonly SessionView[] | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  /** The session to end once the password has been given again. */
  const [asking, setAsking] = useState<string | null>(null);

  const look = useCallback(async () => {
    const found = await fetchFrom(api, "/api/account/sessions", sessionList);
    if (found.ok) setSessions(found.value.sessions);
    setComplaint(found.ok ? null : sentenceFor(found.refusal.code));
  }, [api]);
  useEffect(() => {
    void look();
    return live.subscribe((event) => {
      if (event.is === "arrival") void look();
    });
  }, [look, live]);

  const end = async (which: string) => {
    const ended = await askAt(
      api,
      "/api/account/sessions/end",
      { schema: sessionEnd, value: { which } },
      z.unknown(),
    );
    if (ended.ok) await look();
    else if (ended.refusal.code === "confirm-again") setAsking(which);
    else setComplaint(sentenceFor(ended.refusal.code));
  };
  const signOut = async () => {
    setLeaving(true);
    await signOutHere();
    navigate("/", { replace: true });
  };
  const others = sessions?.filter(({ here }) => !here) ?? [];
  return (
    <div className="space-y-4">
      {/* Signed out without a network, this page must be able to show another. */}
      <PrefetchPageLinks page="/" />
      <p className="max-w-measure">
        {keyring.remembered
          ? t("thisDeviceRemembersYouItUnlocks")
          : t("thisIsASharedDeviceNothing")}
      </p>
      <FormError>{complaint}</FormError>
      {sessions ? (
        <ul className="border-b border-line">
          {sessions.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3"
            >
              <span>
                {session.here ? <b className="font-semibold">{t("here")}</b> : t("anotherBrowser")}
                <span className="block text-s text-ink-soft">
                  {session.arrival
                    ? t("sinceNew", { ...days(session), browser: session.arrival.browser })
                    : t("sinceUntil", days(session))}
                </span>
              </span>
              {session.here ? (
                <Button pending={leaving} onClick={() => void signOut()}>
                  {t("signOutHere")}
                </Button>
              ) : (
                <Button onClick={() => void end(session.id)}>{t("signOutThere")}</Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        !complaint && <SkeletonText lines={2} label={t("looking")} />
      )}
      {complaint && !sessions && (
        <Button pending={leaving} onClick={() => void signOut()}>
          {t("signOutHere")}
        </Button>
      )}
      <p className="text-s text-ink-soft">{t("signingOutHereTakesEverythingOf")}</p>
      <PasswordAgain
        open={asking !== null}
        onClose={() => setAsking(null)}
        onConfirmed={() => asking !== null && void end(asking)}
      />
      {others.length > 1 && (
        <Button onClick={() => void end("others")}>{t("signOutEverywhereElse")}</Button>
      )}
    </div>
  );
}
