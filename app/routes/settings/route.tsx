import type { MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Unlocked } from "../unlocked/unlocked.tsx";
import { ChangePassword } from "./change-password.tsx";
import { AboutExit } from "#components/about-exit.tsx";
import { Preferences } from "./preferences.tsx";
import { Devices } from "./devices.tsx";
import { RecoveryWords } from "./recovery-words.tsx";

export const meta: MetaFunction = () => [{ title: "Settings" }];

export default function Settings() {
  return (
    <>
      <Bar back={{ to: "/rooms", label: "Rooms" }} />
      <Page>
        <Unlocked
          fallback={
            <>
              <PageTitle>Settings</PageTitle>
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
  const { name } = useTab().hand.keyring;
  const { recoveryWords } = useIndex();
  return (
    <>
      <PageTitle
        lead={
          <>
            Your name here is <b className="font-semibold text-ink">{name}</b>. Only you see it.
          </>
        }
      >
        Settings
      </PageTitle>
      {recoveryWords && (
        <Notice
          tone="care"
          title="Your twelve words are waiting."
          className="mb-8 max-w-[720px]"
          actions={<ButtonLink to="/words?next=%2Fsettings">Write them down</ButtonLink>}
        >
          <p>Without them, a lost password means that what you wrote is lost too.</p>
        </Notice>
      )}
      <div className="max-w-[720px]">
        <Section id="lock" title="Lock and tab">
          <Preferences />
        </Section>
        <Section id="devices" title="Where you are signed in">
          <Devices />
        </Section>
        <Section id="password" title="Change your password">
          <ChangePassword />
        </Section>
        <Section id="words" title="Your twelve words">
          <RecoveryWords />
        </Section>
        <Section id="mine" title="What is yours">
          <p className="mb-4 max-w-measure">
            Save everything of yours as files on this device, or delete your account with everything
            that is yours alone.
          </p>
          <div className="flex flex-wrap gap-2.5">
            <ButtonLink to="/settings/export">Save everything of mine</ButtonLink>
            <ButtonLink to="/settings/delete">Delete my account</ButtonLink>
          </div>
        </Section>
        <Section id="keys" title="If somebody else may have had your keys">
          <p className="mb-4 max-w-measure">
            Your password, your words, or a device of yours that was open: whoever had one of them
            could read everything, and sign as you. New keys lock them out.
          </p>
          <ButtonLink to="/settings/new-keys">Make new keys</ButtonLink>
        </Section>
        <Section id="leaving" title="Leaving a page quickly">
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
