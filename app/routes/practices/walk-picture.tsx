import { Link } from "@remix-run/react";
import { classes } from "#components/classes.ts";
import type { Practice } from "#domain/practices/practice.ts";
import type { Walk } from "#domain/practices/walk.ts";
import { inAColumn, inLines, inRows, type Layout, type Spot } from "./walk-layout.ts";

type PictureProps = {
  /** Those of the walk, in their order. */
  readonly practices: readonly Practice[];
  readonly beside: readonly Practice[];
  readonly walk: Pick<Walk, "been" | "hidden"> | null;
  readonly next: Practice | null;
};

/**
 * The walk as a path. The list beneath it says the same to everybody, so nobody hears it twice; a place
 * can be pressed here as well.
 */
export function WalkPicture(props: PictureProps) {
  const counts = [props.practices.length, props.beside.length] as const;
  return (
    <div aria-hidden="true" className="print:hidden">
      <Drawing {...props} layout={inRows(...counts)} className="max-wide:hidden" />
      <Drawing
        {...props}
        layout={inAColumn(...counts)}
        className="mx-auto max-w-[420px] wide:hidden"
      />
    </div>
  );
}

const RADIUS = 17;

function Drawing({
  practices,
  beside,
  walk,
  next,
  layout,
  className,
}: PictureProps & { layout: Layout; className: string }) {
  return (
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} className={classes("w-full", className)}>
      <path d={layout.way} className="walk-way" />
      {practices.map((practice, at) => (
        <Place key={practice.id} {...{ practice, walk, next, layout }} spot={layout.spots[at]} />
      ))}
      {beside.map((practice, at) => (
        <Place key={practice.id} {...{ practice, walk, next, layout }} spot={layout.beside[at]} />
      ))}
    </svg>
  );
}

/** One place: its number, or a mark where one has been. What stands beside the walk has no number. */
function Place({
  practice,
  walk,
  next,
  layout,
  spot,
}: Pick<PictureProps, "walk" | "next"> & {
  practice: Practice;
  layout: Layout;
  spot: Spot | undefined;
}) {
  if (!spot) return null;
  const { id, title, place } = practice;
  if (walk?.hidden.has(id)) return <circle cx={spot.x} cy={spot.y} r={4} className="walk-dot" />;
  const been = walk?.been.has(id) ?? false;
  return (
    <Link to={`/practices/${id}`} tabIndex={-1} className="walk-place">
      {practice === next && <circle cx={spot.x} cy={spot.y} r={RADIUS + 6} className="walk-next" />}
      <circle
        cx={spot.x}
        cy={spot.y}
        r={place === null ? RADIUS - 5 : RADIUS}
        className={been ? "walk-been" : "walk-open"}
      />
      {been ? (
        <path d={`M ${spot.x - 7} ${spot.y} l 5 5.5 l 9 -11`} className="walk-tick" />
      ) : (
        <text x={spot.x} y={spot.y + 5} textAnchor="middle" className="walk-number">
          {place}
        </text>
      )}
      <Name spot={spot} lines={inLines(title, layout.letters)} />
    </Link>
  );
}

const LINE = 19;

function Name({ spot: { x, y, side }, lines }: { spot: Spot; lines: readonly string[] }) {
  const anchor = side === "below" ? "middle" : side === "right" ? "start" : "end";
  const from = side === "below" ? x : side === "right" ? x + RADIUS + 12 : x - RADIUS - 12;
  const top = side === "below" ? y + RADIUS + 22 : y + 5 - ((lines.length - 1) * LINE) / 2;
  return (
    <text textAnchor={anchor} className="walk-name">
      {lines.map((line, at) => (
        <tspan key={line} x={from} y={top + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
