import { classes } from "#components/classes.ts";
import type { Person } from "#components/dot.tsx";
import type { Mark, Noticed } from "#domain/pieces/marks.ts";
import type { Period } from "#domain/pieces/plan.ts";
import { placeIn, weeksOf, type Cell, type Stretch } from "#domain/pieces/picture.ts";
import { daysBetween, daysFrom } from "#domain/pieces/days.ts";

/** The room of one day, in units of the drawing. */
const DAY = 26;
const MIDDLE = DAY / 2;

/** How a mark is drawn: by its form first, in its person's ink. */
type Form = "full" | "part" | "ring" | "dash" | "day";

const FORM: Record<Mark | Noticed, Form> = {
  done: "full",
  partly: "part",
  "could-not": "ring",
  not: "dash",
  noticed: "full",
  "in-part": "part",
  "not-noticed": "dash",
};

const formOf = (mark: Mark | Noticed | null): Form => (mark ? FORM[mark] : "day");

/** One row of days. It says nothing to those who do not see it: the table beside it does. */
export function StripOf({
  stretch,
  cells,
  person,
  small = false,
}: {
  stretch: Stretch;
  cells: readonly Cell<Mark | Noticed>[];
  /** Who marked: their ink, and their shape. */
  person: Person;
  small?: boolean;
}) {
  const days = daysFrom(stretch.from, stretch.to).length;
  return (
    <svg
      className="plan-strip"
      aria-hidden="true"
      width={days * DAY}
      height={DAY}
      viewBox={`0 0 ${days * DAY} ${DAY}`}
    >
      {weeksOf(stretch)
        .slice(1)
        .map((monday) => {
          const x = daysBetween(stretch.from, monday) * DAY;
          return <path key={monday} className="plan-week" d={`M${x} 4V${DAY - 4}`} />;
        })}
      {cells.map((cell) => (
        <Shape
          key={cell.first}
          {...placeIn(stretch, cell)}
          form={formOf(cell.mark)}
          person={person}
          small={small}
        />
      ))}
    </svg>
  );
}

/** One day or week: a circle, or a longer shape with round ends, for me; with corners for the other. */
function Shape({
  at,
  days,
  form,
  person,
  small,
}: {
  at: number;
  days: number;
  form: Form;
  person: Person;
  small: boolean;
}) {
  const radius = small ? 6 : 9.5;
  const x = at * DAY + MIDDLE - radius;
  const width = (days - 1) * DAY + 2 * radius;
  const box = (inset: number) => ({
    x: x + inset,
    y: MIDDLE - radius + inset,
    width: width - 2 * inset,
    height: 2 * (radius - inset),
    rx: person === "one" ? radius - inset : Math.max(1, 3 - inset / 2),
  });
  const ink = `plan-ink-${person}`;
  switch (form) {
    case "full":
      return <rect data-form={form} className={classes("plan-full", ink)} {...box(0)} />;
    case "part":
      return (
        <g data-form={form} className={ink}>
          <rect className="plan-ring" {...box(1)} />
          <rect className="plan-full" {...box(small ? 3.5 : 5)} />
        </g>
      );
    case "ring":
      return <rect data-form={form} className={classes("plan-ring", ink)} {...box(1)} />;
    case "dash":
      return (
        <path
          data-form={form}
          className={classes("plan-dash", ink)}
          d={`M${x + radius / 2} ${MIDDLE}h${width - radius}`}
        />
      );
    case "day":
      return <rect data-form={form} className="plan-day" {...box(1.5)} />;
  }
}

/** A mark as it is drawn, beside the words that say what it means. */
export function Sample({ mark, person }: { mark: Mark | null; person: Person }) {
  const day: Period = { first: "2026-11-23", last: "2026-11-23" };
  return (
    <StripOf
      stretch={{ from: day.first, to: day.last }}
      cells={[{ ...day, mark }]}
      person={person}
    />
  );
}
