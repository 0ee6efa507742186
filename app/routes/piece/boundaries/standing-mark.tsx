import type { LineStanding } from "#domain/pieces/boundaries.ts";

/** A shape for each way in which a line can stand, beside the words that say it. */
export function StandingMark({ standing }: { standing: LineStanding }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {shape(standing)}
    </svg>
  );
}

const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;

function shape(standing: LineStanding) {
  switch (standing) {
    case "not-offered":
      return ring;
    case "waits":
      return (
        <>
          {ring}
          <path d="M7 4v3l2 1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </>
      );
    case "offered":
      return <circle cx="7" cy="7" r="6" fill="currentColor" />;
    case "changed":
      return (
        <>
          {ring}
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </>
      );
    case "taken-back":
      return (
        <>
          {ring}
          <path d="M3 11 11 3" stroke="currentColor" strokeWidth="1.5" />
        </>
      );
  }
}
