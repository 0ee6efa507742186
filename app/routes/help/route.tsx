import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { AboutExit } from "#components/about-exit.tsx";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { COUNTRIES } from "./help-lines.ts";
import { HELP_PAGES } from "./help-pages.ts";

export const meta: MetaFunction = () => [{ title: "Get help" }];

export default function Help() {
  return (
    <>
      <Bar />
      <Page className="space-y-10">
        <div>
          <PageTitle lead="You do not need to be sure that something is wrong. You need not give your name, and talking commits you to nothing.">
            Someone to talk to
          </PageTitle>
          <Notice
            tone="care"
            title="In danger now?"
            actions={<ButtonLink to="/help/about/in-danger">What to do now</ButtonLink>}
          >
            <p>
              Call the emergency number of the place where you are. In Europe and India it is 112,
              in the United States and Canada 911, in the United Kingdom 999, in Australia 000, in
              New Zealand 111.
            </p>
          </Notice>
        </div>

        <section aria-labelledby="countries">
          <h2 id="countries" className="text-xl">
            Where are you?
          </h2>
          <p className="mt-1 max-w-measure text-ink-soft">
            We do not look it up. Choose the country yourself.
          </p>
          <ul className="mt-4 grid gap-x-6 border-t border-line sm:grid-cols-2 wide:grid-cols-3">
            {COUNTRIES.map(({ code, name }) => (
              <li key={code} className="border-b border-line">
                <Link to={`/help/${code}`} className="link flex min-h-12 items-center">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-4 max-w-measure text-s text-ink-soft">
            Your country is not here? A doctor, a social worker or a library can tell you where
            people near you find help, and so can the police.
          </p>
        </section>

        <section aria-labelledby="read">
          <h2 id="read" className="text-xl">
            To read
          </h2>
          <ul className="mt-4 max-w-measure border-t border-line">
            <Read to="/safety" title="Is this right for me?">
              A few questions, for you alone. Nothing is sent and nothing is kept.
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
            Leaving a page quickly
          </h2>
          <AboutExit />
          <p>
            Somebody who watches your device closely may notice a deleted history too. A telephone
            that is not yours is safer.
          </p>
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
