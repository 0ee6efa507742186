import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Bar } from "#components/bar.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { AboutExit } from "#components/about-exit.tsx";
import { COUNTRIES } from "./help-lines.ts";

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
          <Notice tone="care" title="In danger now?">
            <p>Call the emergency number of the place where you are.</p>
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

        <section aria-labelledby="leaving" className="max-w-measure space-y-3">
          <h2 id="leaving" className="text-xl">
            Leaving a page quickly
          </h2>
          <AboutExit />
          <p>
            Somebody who watches your device closely may notice a deleted history too. A telephone
            that is not yours is safer.
          </p>
        </section>

        <p>
          <Link to="/safety" className="link inline-flex min-h-target items-center">
            Is this right for me?
          </Link>
        </p>
      </Page>
    </>
  );
}
