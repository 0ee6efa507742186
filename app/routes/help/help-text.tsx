import { useTranslation } from "react-i18next";
import type { HelpPage } from "./help-pages.ts";

/** What a page says, section by section, and what it rests on. Plain HTML: it works without scripts. */
export function HelpText({ page, level }: { page: HelpPage; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div lang="en" dir="ltr" className="max-w-measure space-y-8">
      {page.sections.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={id} className="scroll-mt-24 space-y-3">
          <Heading id={id} className={level === 2 ? "text-xl" : "text-l"}>
            {title}
          </Heading>
          {blocks.map((block, at) =>
            typeof block === "string" ? (
              <p key={at}>{block}</p>
            ) : (
              <ul key={at} className="list-disc space-y-1.5 ps-5 marker:text-ink-soft">
                {block.list.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
    </div>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export function HelpSources({ page }: { page: HelpPage }) {
  const { t } = useTranslation("help");
  return (
    <section aria-labelledby="sources" className="max-w-measure border-t border-line pt-5 text-s">
      <h2 id="sources" className="font-sans text-m font-medium">
        {t("whatThisRestsOn")}
      </h2>
      <ul className="mt-2 space-y-1.5">
        {page.sources.map(({ name, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" className="link">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-soft">
        {t("lastGoneThroughOnFormat", { format: DAY.format(new Date(page.reviewed)) })}
      </p>
    </section>
  );
}
