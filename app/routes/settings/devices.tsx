import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
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

/** This device, and every other browser that is signed in under the same name. */
export function Devices() {
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
      <p className="max-w-measure">
        {keyring.remembered
          ? "This device remembers you: it unlocks with your password, also without the network. Signing out makes it forget you."
          : "This is a shared device: nothing of yours is kept on it."}
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
                {session.here ? <b className="font-semibold">Here</b> : "Another browser"}
                <span className="block text-s text-ink-soft">
                  Since {sayDay(session.since)}, last on {sayDay(session.seen)}
                  {session.arrival && `; new: ${session.arrival.browser}`}
                </span>
              </span>
              {session.here ? (
                <Button pending={leaving} onClick={() => void signOut()}>
                  Sign out here
                </Button>
              ) : (
                <Button onClick={() => void end(session.id)}>Sign out there</Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        !complaint && <SkeletonText lines={2} label="Looking" />
      )}
      {complaint && !sessions && (
        <Button pending={leaving} onClick={() => void signOut()}>
          Sign out here
        </Button>
      )}
      <p className="text-s text-ink-soft">
        Signing out here takes everything of yours off this device. Do it when your pages say that
        everything is saved.
      </p>
      <PasswordAgain
        open={asking !== null}
        onClose={() => setAsking(null)}
        onConfirmed={() => asking !== null && void end(asking)}
      />
      {others.length > 1 && (
        <Button onClick={() => void end("others")}>Sign out everywhere else</Button>
      )}
    </div>
  );
}
