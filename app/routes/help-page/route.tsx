import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { titled } from "#app/language/titled.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { HELP_PAGES, helpPageOf } from "../help/help-pages.ts";
import { HelpSources, HelpText } from "../help/help-text.tsx";

export const meta = titled("help", "getHelp");

function find(id: string | undefined) {
  const page = helpPageOf(id);
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export const loader = ({ params }: LoaderFunctionArgs) => find(params["page"]);

/** The words are part of this page's script: an open page finds them without the network. */
export const clientLoader = ({ params }: ClientLoaderFunctionArgs) =>
  Promise.resolve(find(params["page"]));

/** One of the pages to read beside the help lines. No account, no script, the same for everybody. */
export default function HelpPage() {
  const { t } = useTranslation("help");
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <Bar back={{ to: "/help", label: t("help") }} />
      <Page className="space-y-10">
        <div>
          <PageTitle lead={page.lead}>{page.title}</PageTitle>
          <HelpText page={page} level={2} />
        </div>
        <div className="flex flex-wrap gap-2.5">
          <ButtonLink to="/help">{t("someoneToTalkToByCountry")}</ButtonLink>
        </div>
        <HelpSources page={page} />
        <nav aria-label={t("moreToRead")} className="flex flex-wrap gap-x-6 text-s print:hidden">
          {HELP_PAGES.filter(({ id }) => id !== page.id).map(({ id, title }) => (
            <Link key={id} to={`/help/about/${id}`} className="link flex min-h-target items-center">
              {title}
            </Link>
          ))}
        </nav>
      </Page>
    </>
  );
}
