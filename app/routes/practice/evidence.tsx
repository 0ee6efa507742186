import { useTranslation } from "react-i18next";
import type { Evidence } from "#domain/practices/practice.ts";
import { SURELY } from "../practices/words.ts";

/** What is known, how it is known, and what it does not show: the last as plainly as the first. */
export function WhatIsKnown({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation("practices");
  return (
    <section aria-labelledby="known" className="max-w-measure">
      <h2 id="known" className="text-xl">
        {t("whatIsKnown")}
      </h2>
      <div className="divide-y divide-line">
        {evidence.map(({ finding, study, not, sure, sources }) => (
          <div key={finding} className="py-4">
            <dl className="space-y-2.5">
              <Row name={t("finding")}>{finding}</Row>
              <Row name={t("howItWasStudied")}>{study}</Row>
              <Row name={t("whatItDoesNotShow")}>{not}</Row>
              <Row name={t("howSure")}>{SURELY[sure]}</Row>
            </dl>
            {sources.length > 0 && (
              <ul aria-label={t("sources")} className="mt-1 text-s">
                {sources.map(({ name, url }) => (
                  <li key={url}>
                    <a href={url} rel="noreferrer" className="link inline-block py-3">
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      <p className="text-s text-ink-soft">{t("nearlyAllStudies")}</p>
    </section>
  );
}

function Row({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-s text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
