import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { FormError } from "#components/form/form-error.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { Opens, Practice } from "#domain/practices/practice.ts";
import { MaybeMine, useMine, type Mine } from "../practices/mine.tsx";
import "../practices/practices.css";
import { PracticesBar } from "../practices/practices-bar.tsx";
import { PRACTICES, practiceOf } from "../practices/practices.ts";
import { factsOf } from "../practices/words.ts";
import { WhatIsAsked } from "./asked.tsx";
import { WhatIsKnown } from "./evidence.tsx";
import { PracticeText } from "./practice-text.tsx";

export const meta = titled("practices", "practices");

function find(id: string | undefined): { readonly id: string } {
  const practice = practiceOf(id);
  if (!practice) throw new Response(null, { status: 404 });
  return { id: practice.id };
}

export const loader = ({ params }: LoaderFunctionArgs) => find(params["practice"]);

/** An open page asks nobody: which practice somebody reads is not told to the server. */
export const clientLoader = ({ params }: ClientLoaderFunctionArgs) =>
  Promise.resolve(find(params["practice"]));

export default function PracticePage() {
  const practice = practiceOf(useLoaderData<typeof loader>().id);
  if (!practice) return null;
  return (
    <MaybeMine>
      <PracticesBar inside />
      <One key={practice.id} practice={practice} />
    </MaybeMine>
  );
}

function One({ practice }: { practice: Practice }) {
  const { t } = useTranslation("practices");
  const mine = useMine();
  const { id, theme, title, lead, care, body, evidence, before, opens, version } = practice;
  const first = PRACTICES.filter((one) => before.includes(one.id));
  return (
    <Page className="space-y-10">
      <div>
        <PageTitle over={theme && <p className="text-s text-ink-soft">{theme}</p>} lead={lead}>
          {title}
        </PageTitle>
        <p className="text-s text-ink-soft">{factsOf(practice).join(" · ")}</p>
        {mine?.walk.hidden.has(id) && <Notice className="mt-5">{t("thisIsHidden")}</Notice>}
        <Begin id={id} opens={opens} isKnown={mine !== null} />
      </div>
      <Notice tone="care" title={t("whenToLeaveIt")} className="max-w-[720px]">
        <ul className="list-disc space-y-1.5 ps-5 marker:text-ink-soft">
          {care.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Notice>
      {first.length > 0 && (
        <p className="max-w-measure">
          {t("itHelpsToDoFirst")}:{" "}
          {first.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ", "}
              <Link to={`/practices/${one.id}`} className="link">
                {one.title}
              </Link>
            </span>
          ))}
        </p>
      )}
      <PracticeText body={body} />
      <WhatIsAsked opens={opens} />
      <WhatIsKnown evidence={evidence} />
      {mine && <OnMyWalk id={id} mine={mine} />}
      <Around practice={practice} />
      <p className="text-s text-ink-soft">{t("version", { version })}</p>
    </Page>
  );
}

/** What happens to what one begins, said before it is begun. */
const FATE = {
  letter: "howItIsWritten",
  forgiveness: "howItIsWritten",
  boundaries: "howItIsWritten",
  plan: "howItIsProposed",
  agreement: "howItIsProposed",
  question: "howItIsAsked",
} as const satisfies Record<Opens["kind"], string>;

function Begin({
  id,
  opens: [first, ...others],
  isKnown,
}: {
  id: string;
  opens: readonly Opens[];
  isKnown: boolean;
}) {
  const { t } = useTranslation("practices");
  if (!first) return null;
  const to = `/practices/${id}/begin`;
  return (
    <div className="mt-6 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <ButtonLink look="primary" to={to} state={{ go: 0 }}>
          {first.says}
        </ButtonLink>
        {others.map((way, at) => (
          <ButtonLink key={way.says} to={`${to}?way=${at + 1}`} state={{ go: at + 1 }}>
            {way.says}
          </ButtonLink>
        ))}
      </div>
      <p className="mt-2.5 max-w-measure text-s text-ink-soft">
        {t(FATE[first.kind])} {!isKnown && t("youNeedAName")}
      </p>
    </div>
  );
}

/** Where I have been, and what is not for us: mine alone. */
function OnMyWalk({ id, mine: { walk, take, complaint } }: { id: string; mine: Mine }) {
  const { t } = useTranslation("practices");
  const been = walk.been.has(id);
  const hidden = walk.hidden.has(id);
  return (
    <section aria-label={t("theWalk")} className="space-y-3 border-t border-line pt-6 print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="me-2" role="status">
          {been ? t("beenHere") : ""}
        </p>
        <Button
          look="quiet"
          onClick={() => void take({ is: been ? "unmarked" : "went", practice: id })}
        >
          {been ? t("takeOffMyWalk") : t("markAsBeen")}
        </Button>
        <Button
          look="quiet"
          onClick={() => void take({ is: hidden ? "showed" : "hid", practice: id })}
        >
          {hidden ? t("bringBack") : t("notForUs")}
        </Button>
      </div>
      <p className="max-w-measure text-s text-ink-soft">
        {t("onlyYouSeeThis")} {!hidden && t("notForUsHides")}
      </p>
      <FormError>{complaint}</FormError>
    </section>
  );
}

function Around({ practice: { place } }: { practice: Practice }) {
  const { t } = useTranslation("practices");
  const at = (other: number) => PRACTICES.find((one) => one.place !== null && one.place === other);
  const around =
    place === null
      ? []
      : ([
          ["before", at(place - 1)],
          ["after", at(place + 1)],
        ] as const);
  return (
    <nav
      aria-label={t("theWalk")}
      className="grid gap-x-10 gap-y-3 border-t border-line pt-5 sm:grid-cols-2 print:hidden"
    >
      {around.map(
        ([name, one]) =>
          one && (
            <p key={name}>
              <span className="block text-s text-ink-soft">{t(name)}</span>
              <Link
                to={`/practices/${one.id}`}
                className="link inline-flex min-h-target items-center font-serif text-l"
              >
                {one.title}
              </Link>
            </p>
          ),
      )}
      <p className="sm:col-span-2">
        <Link to="/practices" className="link inline-flex min-h-target items-center">
          {t("allPractices")}
        </Link>
      </p>
    </nav>
  );
}
