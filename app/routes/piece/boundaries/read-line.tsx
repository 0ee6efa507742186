import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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
  const { t } = useTranslation("piece-boundaries");
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
              <dt>{t("welcomeInstead")}</dt>
              <dd dir="auto">{words("welcome")}</dd>
            </div>
          )}
          {(line.response || before?.response) && (
            <div>
              <dt>{t("ifItIsCrossed")}</dt>
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
  const { t } = useTranslation("piece-boundaries");
  const now = today();
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5" aria-label={t("aboutThisLine")}>
      <li>
        <Chip>{AREA[area]}</Chip>
      </li>
      <li>
        <Chip>{firm ? FIRMNESS.firm : FIRMNESS.open}</Chip>
      </li>
      {until && (
        <li>
          <Chip>
            {isPast(until, now)
              ? t("heldUntilDay", { day: sayDay(until) })
              : t("untilDay", { day: sayDay(until) })}
          </Chip>
        </li>
      )}
      {review && (
        <li>
          <Chip>
            {isPast(review, now)
              ? t("toBeLookedAtAgainSince", { day: sayDay(review) })
              : t("toBeLookedAtAgainOn", { day: sayDay(review) })}
          </Chip>
        </li>
      )}
    </ul>
  );
}
