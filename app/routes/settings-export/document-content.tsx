import { LetterReader } from "#components/editor/letter-reader.tsx";
import type { Content } from "#domain/own-data.ts";
import type { BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { Mark, Noticed } from "#domain/pieces/marks.ts";
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

const MARK: Record<Mark | Noticed, string> = {
  done: "done",
  partly: "partly",
  not: "not",
  "could-not": "could not",
  noticed: "noticed",
  "in-part": "noticed in part",
  "not-noticed": "not noticed",
};

function Boundary({ line, takenOut = false }: { line: BoundaryLine; takenOut?: boolean }) {
  const { area, statement, welcome, response, firm, until, review } = line;
  return (
    <li>
      <p className="line">{statement}</p>
      {welcome && <p>Welcome: {welcome}</p>}
      {response && <p>What I will do if it is crossed: {response}</p>}
      <p className="soft">
        {[
          AREA[area],
          firm ? "firm" : "open to talk about",
          until && `until ${onDay(until)}`,
          review && `to be looked at again on ${onDay(review)}`,
          takenOut && "taken out of the list",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
