import { useTranslation } from "react-i18next";
import type { Opens } from "#domain/practices/practice.ts";
import { sayMinutes } from "../practices/words.ts";
import { guideOf } from "../room/guides.ts";

/** The questions of the guides that it opens, to look at beforehand; what stays with oneself says so. */
export function WhatIsAsked({ opens }: { opens: readonly Opens[] }) {
  const { t } = useTranslation("practices");
  const guides = opens.flatMap((way) => ("guide" in way ? (guideOf(way.guide) ?? []) : []));
  if (guides.length === 0) return null;
  return (
    <section aria-labelledby="asked" className="max-w-measure">
      <h2 id="asked" className="text-xl">
        {t("whatYouAreAsked")}
      </h2>
      <p className="mt-1 text-s text-ink-soft">{t("nothingMustBeAnswered")}</p>
      <div className="mt-3 border-t border-line">
        {guides.map(({ id, name, fields, short, minutes }) => (
          <details key={id} className="border-b border-line" open={guides.length === 1}>
            <summary className="min-h-target cursor-pointer py-2.5 font-medium">
              {t("whatYouAreAskedIn", { guide: name })}
            </summary>
            <ol className="mb-3 list-decimal space-y-1 pl-6 marker:text-ink-soft">
              {fields.map((field) => (
                <li key={field.id}>
                  {field.label}
                  {field.type === "mine" ? (
                    <span className="text-s text-ink-soft"> ({t("staysWithYou")})</span>
                  ) : (
                    field.optional && (
                      <span className="text-s text-ink-soft"> ({t("ifYouLike")})</span>
                    )
                  )}
                </li>
              ))}
            </ol>
            {short && minutes.short && (
              <>
                <p className="text-s text-ink-soft">
                  {t("inThreeLines", { minutes: sayMinutes(minutes.short) })}
                </p>
                <ul className="mt-1 mb-4 list-disc space-y-1 pl-6 marker:text-ink-soft">
                  {short.map(({ id: line, label }) => (
                    <li key={line}>{label}</li>
                  ))}
                </ul>
              </>
            )}
          </details>
        ))}
      </div>
    </section>
  );
}
