import { useTranslation } from "react-i18next";
import { sayDay, sayShortDay } from "#client/rooms/day.ts";
import { Dot } from "#components/dot.tsx";
import type { PersonId } from "#domain/ids.ts";
import { daysBetween, weekdayOf } from "#domain/pieces/days.ts";
import { weeksOf, type Picture as Content } from "#domain/pieces/picture.ts";
import type { Day } from "#domain/statement-view.ts";
import { MarksTable } from "./marks-table.tsx";
import { StripOf } from "./strip.tsx";
import { sayDays } from "./words.ts";

export type PictureProps = {
  readonly picture: Content;
  /** Who reads it. Theirs is the first ink, and round. */
  readonly me: PersonId;
  /** What the reader calls the other. */
  readonly other: string;
  /** Shows in words what it draws. The words are always there for those who do not see it. */
  readonly asTable: boolean;
};

/** One stretch of days: a row for each person, named, told apart by shape as well as by ink. */
export function Picture({ picture, me, other, asTable }: PictureProps) {
  const { t } = useTranslation("piece-plan");
  const { from, to, rows } = picture;
  const nameOf = (person: PersonId) => (person === me ? t("you") : other);
  const inkOf = (person: PersonId) => (person === me ? "one" : "two");
  return (
    <div className="plan-picture">
      <h3 className="text-s font-medium text-ink-soft">{sayDays(from, to)}</h3>
      {!asTable && (
        <div aria-hidden="true">
          {rows.map(({ person, strips }) => (
            <div key={person} className="plan-row">
              <p className="plan-name">
                <Dot person={inkOf(person)} />
                {nameOf(person)}
              </p>
              <div className="plan-strips">
                {strips.map(({ line, commitment, cells, noticed }) => (
                  <div key={line}>
                    {strips.length > 1 && <p className="plan-what">{commitment.goal}</p>}
                    <StripOf stretch={picture} cells={cells} person={inkOf(person)} />
                    {noticed && (
                      <>
                        <p className="plan-what">
                          {person === me ? t("whatOtherNoticed", { other }) : t("whatYouNoticed")}
                        </p>
                        <StripOf
                          stretch={picture}
                          cells={noticed}
                          person={person === me ? "two" : "one"}
                          small
                        />
                      </>
                    )}
                  </div>
                ))}
                {strips.length === 0 && <p className="plan-what">{t("nothingStandsHere")}</p>}
              </div>
            </div>
          ))}
          {isFourWeeks(picture) && (
            <div className="plan-row">
              <span />
              <Weeks weeks={weeksOf(picture)} />
            </div>
          )}
        </div>
      )}
      <MarksTable
        picture={picture}
        me={me}
        nameOf={nameOf}
        caption={t("whatWasMarkedSaydays", { sayDays: sayDays(from, to) })}
        quiet={!asTable}
      />
    </div>
  );
}

const isFourWeeks = ({ from, to }: Content) =>
  daysBetween(from, to) === 27 && weekdayOf(from) === 1;

/** The day on which each week begins. */
function Weeks({ weeks }: { weeks: readonly Day[] }) {
  return (
    <p className="plan-weeks">
      {weeks.map((day) => (
        <span key={day}>
          <span className="max-sm:hidden">{sayDay(day)}</span>
          <span className="sm:hidden">{sayShortDay(day)}</span>
        </span>
      ))}
    </p>
  );
}
