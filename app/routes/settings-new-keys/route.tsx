import type { MetaFunction } from "@remix-run/node";
import { useNavigate } from "@remix-run/react";
import * as z from "zod";
import { makeNewKeysHere } from "#client/account-browser.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { sentenceFor } from "#client/sentences.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { NewPassword } from "#components/form/new-password.tsx";
import { newPassword, password } from "#components/form/schemas.ts";
import { control, useAsking } from "#components/form/use-asking.ts";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { PasswordField } from "#components/password-field.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";

export const meta: MetaFunction = () => [{ title: "New keys" }];

/** New keys after a suspected compromise: first what it does, then the form that does it. */
export default function NewKeysPage() {
  return (
    <>
      <Bar back={{ to: "/settings", label: "Settings" }} />
      <Page>
        <Unlocked
          fallback={
            <>
              <PageTitle>New keys</PageTitle>
              <SkeletonText lines={4} />
            </>
          }
        >
          {() => <NewKeys />}
        </Unlocked>
      </Page>
    </>
  );
}

const WHAT_IT_DOES = [
  "Everything of yours is locked anew, under keys that are made on this device. What you wrote, what you opened and what you agreed stays readable for you.",
  "You choose a new password now, and get twelve new words. The old password and the old words open nothing any more.",
  "You are signed out everywhere else.",
  "Whatever waits for an answer ends, in both directions: offers, proposals, answers that were put in, offers that wait for their time. They can be offered again. What you both write together goes on.",
  "Links that you have made and nobody used stop working.",
  "The other person in each room is told on which day your keys changed. Until they have said that they saw it, they can offer you nothing. In a paused room they hear of it when the pause is over; in a room that you have left, they do not.",
] as const;

function NewKeys() {
  return (
    <>
      <PageTitle lead="For when somebody else may have had your password, your words, or a device of yours that was open.">
        New keys
      </PageTitle>
      <div className="max-w-[720px] space-y-8">
        <section aria-labelledby="does">
          <h2 id="does" className="mb-3 text-xl">
            What it does
          </h2>
          <ul className="max-w-measure list-disc space-y-2 pl-5">
            {WHAT_IT_DOES.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <Notice tone="care" title="What it does not do.">
          <p>
            What somebody has read, they have read. And whoever had your old keys could sign as you,
            until now: they could even have sent word of other new keys. So tell the other person,
            by voice or face to face, to compare the six words in your room’s settings again. They
            are others afterwards, and the same for both of you.
          </p>
        </Notice>
        <section aria-labelledby="make">
          <h2 id="make" className="mb-3 text-xl">
            Make them
          </h2>
          <NewKeysForm />
        </section>
      </div>
    </>
  );
}

const schema = z.object({ current: password, next: newPassword });

const SENTENCES = {
  "bad-password": "Choose another password: one that you have not now, and that is hard to guess.",
  "moved-on":
    "Something of yours changed on another device meanwhile. Nothing was replaced: try once more.",
  offline:
    "The connection was lost. If it was done all the same, your new password signs you in; if not, the one of until now does. Nothing is lost either way.",
};

function NewKeysForm() {
  const { name } = useTab().hand.keyring;
  const navigate = useNavigate();
  const { form, fields, pending, ready, error } = useAsking({
    id: "new-keys",
    schema,
    ask: makeNewKeysHere,
    say: (code) => {
      if (code === "wrong-credentials") {
        return { field: "current", sentence: "That is not your present password." };
      }
      const sentence = sentenceFor(code, SENTENCES);
      return code === "bad-password" ? { field: "next", sentence } : { sentence };
    },
    done: () => navigate("/words?next=%2Fsettings", { replace: true }),
  });
  return (
    <form {...form} className="max-w-[480px] space-y-5">
      <input type="text" autoComplete="username" value={name} readOnly hidden />
      <PasswordField
        label="Your present password"
        {...control(fields.current, "password")}
        autoComplete="current-password"
      />
      <NewPassword
        label="A new password"
        {...control(fields.next, "password")}
        known={[name.replace(/-.*/, "")]}
      />
      <FormError>{error}</FormError>
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" disabled={!ready} pending={pending}>
          {pending ? "Making them" : "Make new keys"}
        </Button>
        <ButtonLink look="quiet" to="/settings">
          Leave it
        </ButtonLink>
      </div>
      <p className="text-s text-ink-soft">
        It takes a few seconds. Your other tabs lock meanwhile. Next you see your new words.
      </p>
    </form>
  );
}
