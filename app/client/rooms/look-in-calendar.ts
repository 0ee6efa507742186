import type { Day } from "#domain/statement-view.ts";

/** When somebody means to look in: a weekday (Sunday is 0), and minutes after midnight by their own clock. */
export type LookIn = {
  readonly weekday: number;
  readonly at: number;
  /** What stands in the calendar. */
  readonly title: string;
};

const BY_DAY = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
const DAYS = 7;
/** A line of a calendar file has at most 75 bytes; what is longer goes on after a line break and a space. */
const MAX_BYTES = 75;

/**
 * A calendar file (RFC 5545) with one event that comes back every week, by the clock of wherever one is.
 * Nothing in it says where it is from or what it is about; it has no alarm, and is nobody else's to see.
 *
 * @param now what the first day is counted from
 * @param id tells the event from others in the calendar; random
 */
export function lookInCalendar({ weekday, at, title }: LookIn, now: Date, id: string): string {
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  first.setDate(first.getDate() + ((weekday - first.getDay() + DAYS) % DAYS));
  const time = `${two(Math.floor(at / 60))}${two(at % 60)}00`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//EN",
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${dayOf(first).replaceAll("-", "")}T${time}`,
    "DURATION:PT30M",
    `RRULE:FREQ=WEEKLY;BYDAY=${BY_DAY[weekday] ?? "SU"}`,
    `SUMMARY:${escaped(title)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.flatMap(folded).join("\r\n") + "\r\n";
}

const two = (value: number) => String(value).padStart(2, "0");
const dayOf = (date: Date): Day =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/[\r\n]+/g, " ");

/** In pieces that no reader is surprised by; a character is never cut in two. */
function folded(line: string): readonly string[] {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > MAX_BYTES) {
      pieces.push(piece);
      piece = " ";
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece];
}
