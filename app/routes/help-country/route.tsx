import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { titled } from "#app/language/titled.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink, buttonClasses } from "#components/button.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { digitsOf, linesIn, type HelpLine } from "../help/help-lines.ts";

export const meta = titled("help", "getHelp");

function find(country: string | undefined) {
  const found = linesIn(country ?? "");
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

export const loader = ({ params }: LoaderFunctionArgs) => find(params["country"]);

/** The lines are part of this page's script: an open page finds them without the network. */
export const clientLoader = ({ params }: ClientLoaderFunctionArgs) =>
  Promise.resolve(find(params["country"]));

const FOR = table("help", {
  emergency: "inDangerNow",
  abuse: "fearThreatsViolenceControl",
  "own-acts": "ifItIsYouWhoFrightens",
  crisis: "whenItIsTooMuch",
});

export default function HelpInCountry() {
  const { t } = useTranslation("help");
  const { name, lines } = useLoaderData<typeof loader>();
  return (
    <>
      <Bar back={{ to: "/help", label: t("countries") }} />
      <Page>
        <PageTitle lead={t("callingDoesNotObligeYouTo")}>{name}</PageTitle>
        <ul className="max-w-[720px]">
          {lines.map((line) => (
            <Line key={`${line.name} ${line.phone}`} line={line} />
          ))}
        </ul>
        <div className="mt-6 flex flex-wrap gap-2.5">
          <ButtonLink to="/help">{t("anotherCountry")}</ButtonLink>
        </div>
      </Page>
    </>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function Line({ line }: { line: HelpLine }) {
  const { t } = useTranslation("help");
  const { source, checkedByPhone } = line;
  return (
    <li className="border-t border-line py-5 last:border-b">
      <p className="text-s font-medium text-ink-soft">{FOR[line.for]}</p>
      <h2 className="mt-0.5 text-l">{line.name}</h2>
      <p className="mt-1 max-w-measure">{line.about}</p>
      <div className="mt-3 flex flex-wrap gap-2.5">
        {line.phone && (
          <a
            href={`tel:${digitsOf(line.phone)}`}
            className={buttonClasses("plain", false, "print:inline-flex!")}
          >
            {t("callPhone", { phone: line.phone })}
          </a>
        )}
        {line.text && (
          <a
            href={`sms:${digitsOf(line.text)}`}
            className={buttonClasses("plain", false, "print:inline-flex!")}
          >
            {line.say
              ? t("textSayToText", { say: line.say, text: line.text })
              : t("textText", { text: line.text })}
          </a>
        )}
        {line.web && (
          <a
            href={line.web}
            rel="noreferrer"
            className={buttonClasses("quiet", false, "print:inline-flex!")}
          >
            {new URL(line.web).hostname.replace(/^www\./, "")}
          </a>
        )}
      </div>
      <p className="mt-2 text-s text-ink-soft">
        <a href={source.url} rel="noreferrer" className="link">
          {t("source")}
        </a>
        , {DAY.format(new Date(source.date))}.{" "}
        {checkedByPhone
          ? t("checkedByPhoneOnFormat", { format: DAY.format(new Date(checkedByPhone)) })
          : t("notCheckedByPhone")}
      </p>
    </li>
  );
}
