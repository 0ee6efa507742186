import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { DEPTHS } from "#domain/pieces/decks.ts";
import type { GuideField } from "#domain/pieces/guides.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import { hasTemplate, TEMPLATES } from "#domain/pieces/templates.ts";
import type { Opens } from "#domain/practices/practice.ts";
import { sayMinutes } from "../practices/words.ts";
import { CARDS } from "../room/decks.ts";
import { guideOf } from "../room/guides.ts";

/** What one way in asks, to look at beforehand. */
type Asked = {
  readonly name: string;
  /** What stands before the questions. */
  readonly note?: string;
  readonly asks: readonly { readonly label: string; readonly aside?: string | undefined }[];
  readonly short?: { readonly minutes: number; readonly lines: readonly string[] } | undefined;
};

/** The questions of what a practice opens; what stays with oneself says so. */
export function WhatIsAsked({ opens }: { opens: readonly Opens[] }) {
  const { t } = useTranslation("practices");
  const all = opens.map(askedBy);
  const [only] = all;
  return (
    <section aria-labelledby="asked" className="max-w-measure">
      <h2 id="asked" className="text-xl">
        {t("whatYouAreAsked")}
      </h2>
      <p className="mt-1 text-s text-ink-soft">{t("nothingMustBeAnswered")}</p>
      {only && all.length === 1 ? (
        <Questions asked={only} />
      ) : (
        <div className="mt-3 border-t border-line">
          {all.map((asked) => (
            <details key={asked.name} className="border-b border-line">
              <summary className="min-h-target cursor-pointer py-2.5 font-medium">
                {asked.name}
              </summary>
              <Questions asked={asked} />
            </details>
          ))}
        </div>
      )}
    </section>
  );
}

function Questions({ asked: { note, asks, short } }: { asked: Asked }) {
  const { t } = useTranslation("practices");
  return (
    <div className="pt-2 pb-4">
      {note && <p className="mb-2">{note}</p>}
      <ol className="list-decimal space-y-1 ps-6 marker:text-ink-soft">
        {asks.map(({ label, aside }) => (
          <li key={label}>
            {label}
            {aside && <span className="text-s text-ink-soft"> ({aside})</span>}
          </li>
        ))}
      </ol>
      {short && (
        <>
          <p className="mt-4 text-s text-ink-soft">
            {t("inThreeLines", { minutes: sayMinutes(short.minutes) })}
          </p>
          <ul className="mt-1 list-disc space-y-1 ps-6 marker:text-ink-soft">
            {short.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function askedBy(way: Opens): Asked {
  const t = interfaceWords("practices");
  const name = way.says;
  switch (way.kind) {
    case "letter":
    case "forgiveness": {
      const guide = guideOf(way.guide);
      if (!guide) return { name, asks: [] };
      const { fields, short, minutes } = guide;
      return {
        name,
        asks: fields.map(asField),
        short:
          short && minutes.short
            ? { minutes: minutes.short, lines: short.map(({ label }) => label) }
            : undefined,
      };
    }
    case "boundaries":
      return {
        name,
        note: t("ofEachLine"),
        asks: (["lineHolds", "lineWelcome", "lineCrossed", "lineFirm", "lineUntil"] as const).map(
          (key) => ({ label: t(key) }),
        ),
      };
    case "plan":
      return {
        name,
        note: t("ofEachThing"),
        asks: (
          ["planGoal", "planObstacle", "planWhenThen", "planRhythm", "planReview"] as const
        ).map((key) => ({ label: t(key) })),
      };
    case "agreement":
      return {
        name,
        note: t("linesToBeginWith"),
        asks: hasTemplate(way.theme)
          ? TEMPLATES[way.theme].map(({ asks }) => ({ label: asks }))
          : [],
      };
    case "question":
      return { name, ...askedOfBoth(way.asks) };
  }
}

function asField({ label, type, optional }: GuideField): Asked["asks"][number] {
  const t = interfaceWords("practices");
  if (type === "mine") return { label, aside: t("staysWithYou") };
  return { label, aside: optional ? t("ifYouLike") : undefined };
}

/** Of a question one of each depth, for there are too many; a list of lines as it will be marked. */
function askedOfBoth(asks: Extract<Opens, { kind: "question" }>["asks"]): Omit<Asked, "name"> {
  const t = interfaceWords("practices");
  if (asks === "swap") return { note: t("ofWhatYouChoose"), asks: SWAP.fields.map(asField) };
  if (asks === "question") {
    const light = CARDS.filter(({ is, fits }) => is === "question" && fits.length === 0);
    const each = DEPTHS.flatMap((depth) => light.find((card) => card.depth === depth) ?? []);
    return {
      note: t("youChooseSuchAs", { count: light.length }),
      asks: each.map(({ words }) => ({ label: words })),
    };
  }
  const list = CARDS.find((card) => card.is === "list" && card.form === asks && !card.retired);
  if (list?.is !== "list") return { asks: [] };
  return {
    note: t("linesToMark", { mark: list.mark }),
    asks: list.lines.map(({ words }) => ({ label: words })),
  };
}
