import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import type { Content } from "#domain/own-data.ts";
import type { BoundaryLine } from "#domain/pieces/boundaries.ts";
import { AREA } from "../piece/boundaries/words.ts";
import { onDay } from "./document-words.ts";

/** What somebody wrote, whatever its kind. */
export function Written({ content }: { content: Content }) {
  switch (content.is) {
    case "text":
      return (
        <>
          <LetterReader body={content.body} />
          {content.beside.map(({ about, words }) => (
            <div key={about} className="version">
              <p className="soft">{about}</p>
              <p className="line">{words}</p>
            </div>
          ))}
        </>
      );
    case "boundaries":
      return (
        <ul className="plain lines">
          {content.lines.map((line) => (
            <Boundary key={line.id} line={line} />
          ))}
          {content.takenOut.map((line) => (
            <Boundary key={line.id} line={line} takenOut />
          ))}
        </ul>
      );
    case "marks":
      return (
        <ul className="plain">
          {[...content.own, ...content.noticed].map(({ line, first, mark }) => (
            <li key={`${line} ${first} ${mark}`}>
              {onDay(first)}: {MARK[mark]}
            </li>
          ))}
        </ul>
      );
  }
}

const MARK = table("settings-export", {
  done: "done",
  partly: "partly",
  not: "not",
  "could-not": "couldNot",
  noticed: "noticed",
  "in-part": "noticedInPart",
  "not-noticed": "notNoticed",
});

function Boundary({ line, takenOut = false }: { line: BoundaryLine; takenOut?: boolean }) {
  const { t } = useTranslation("settings-export");
  const { area, statement, welcome, response, firm, until, review } = line;
  return (
    <li>
      <p className="line">{statement}</p>
      {welcome && <p>{t("welcomeWelcome", { welcome })}</p>}
      {response && <p>{t("whatIWillDoIfIt", { response })}</p>}
      <p className="soft">
        {[
          AREA[area],
          firm ? t("firm") : t("openToTalkAbout"),
          until && t("untilDay", { day: onDay(until) }),
          review && t("toBeLookedAtAgainOn", { day: onDay(review) }),
          takenOut && t("takenOutOfTheList"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
