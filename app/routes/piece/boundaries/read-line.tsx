import type { ReactNode } from "react";
import { sayDay, today } from "#client/rooms/day.ts";
import { Chip } from "#components/chip.tsx";
import { Rewording } from "#components/editor/changes.tsx";
import { isPast, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import { CarefulNotice } from "./careful-notice.tsx";
import { AREA, FIRMNESS } from "./words.ts";
import "./boundaries.css";

type Words = "statement" | "welcome" | "response";

/** A line to be read, by whoever may. With `before`, what differs from how it was is marked. */
export function ReadLine({
  line,
  before,
  over,
  children,
}: {
  line: BoundaryLine;
  before?: BoundaryLine;
  /** What stands above it: "New", "Changed". */
  over?: ReactNode;
  children?: ReactNode;
}) {
  const words = (name: Words) =>
    before && before[name] !== line[name] ? (
      <Rewording before={before[name]} after={line[name]} />
    ) : (
      line[name]
    );
  return (
    <>
      {over}
      <p className="boundary-words" dir="auto">
        {words("statement")}
      </p>
      <LineFacts line={line} />
      {(line.welcome || before?.welcome || line.response || before?.response) && (
        <dl className="boundary-more">
          {(line.welcome || before?.welcome) && (
            <div>
              <dt>Welcome instead</dt>
              <dd dir="auto">{words("welcome")}</dd>
            </div>
          )}
          {(line.response || before?.response) && (
            <div>
              <dt>If it is crossed</dt>
              <dd dir="auto">{words("response")}</dd>
            </div>
          )}
        </dl>
      )}
      <CarefulNotice line={line} />
      {children}
    </>
  );
}

/** What a line is about, whether it can be talked about, and until when it holds. */
export function LineFacts({
  line: { area, firm, until, review },
}: {
  line: Pick<BoundaryLine, "area" | "firm" | "until" | "review">;
}) {
  const now = today();
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5" aria-label="About this line">
      <li>
        <Chip>{AREA[area]}</Chip>
      </li>
      <li>
        <Chip>{firm ? FIRMNESS.firm : FIRMNESS.open}</Chip>
      </li>
      {until && (
        <li>
          <Chip>
            {isPast(until, now) ? `Held until ${sayDay(until)}` : `Until ${sayDay(until)}`}
          </Chip>
        </li>
      )}
      {review && (
        <li>
          <Chip>
            {isPast(review, now)
              ? `To be looked at again since ${sayDay(review)}`
              : `To be looked at again on ${sayDay(review)}`}
          </Chip>
        </li>
      )}
    </ul>
  );
}
