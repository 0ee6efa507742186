import { MalformedBytes, Reader, Writer } from "../binary.ts";
import { sameBytes, type Bytes } from "../bytes.ts";
import { ID_BYTES, idBytes, idOf, type LineId, type PieceId } from "../ids.ts";
import type { Day } from "../statement-view.ts";
import { addDays, dayOf, MAX_DAY_NUMBER, numberOf } from "./days.ts";
import { inOrder, MARKS, MAX_MARKS, NOTICED, type Marked, type Marks } from "./marks.ts";

/**
 * A check-in: both open, at the same moment, what each has marked in one stretch of a plan. What is put
 * in is this and nothing else, in one canonical form; there is no place in it for words.
 */
export type CheckIn = {
  readonly plan: PieceId;
  readonly from: Day;
  readonly to: Day;
} & Marks;

/** The longest stretch of a check-in, in days: more than a year. */
export const LONGEST_CHECK_IN = 400;

/** Weeks count that have begun before the stretch and reach into it. */
const WEEK_BEFORE = 6;

/** What of one's marks belongs to this stretch. */
export function marksWithin({ own, noticed }: Marks, from: Day, to: Day): Marks {
  const since = addDays(from, -WEEK_BEFORE);
  const isIn = ({ first }: Marked<unknown>) => since <= first && first <= to;
  return { own: inOrder(own.filter(isIn)), noticed: inOrder(noticed.filter(isIn)) };
}

const FORMAT = 1;

export function encodeCheckIn({ plan, from, to, ...marks }: CheckIn): Bytes {
  const { own, noticed } = marksWithin(marks, from, to);
  const writer = new Writer().uint(FORMAT).fixed(idBytes(plan));
  writer.uint(numberOf(from)).uint(numberOf(to));
  writeMarks(writer, own, MARKS);
  writeMarks(writer, noticed, NOTICED);
  return writer.finish();
}

function writeMarks<M>(writer: Writer, marked: readonly Marked<M>[], list: readonly M[]): void {
  writer.uint(marked.length);
  for (const { line, first, mark } of marked) {
    writer.fixed(idBytes(line)).uint(numberOf(first)).byte(list.indexOf(mark));
  }
}

/** `null` for anything that {@link encodeCheckIn} would not have written, to the byte. */
export function decodeCheckIn(bytes: Uint8Array): CheckIn | null {
  try {
    const read = readCheckIn(new Reader(bytes));
    return read && sameBytes(encodeCheckIn(read), bytes) ? read : null;
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}

function readCheckIn(reader: Reader): CheckIn | null {
  if (reader.uint() !== FORMAT) return null;
  const plan = idOf<PieceId>(reader.fixed(ID_BYTES));
  const from = readDay(reader);
  const to = readDay(reader);
  if (!isStretch(from, to)) return null;
  const own = readMarks(reader, MARKS);
  const noticed = readMarks(reader, NOTICED);
  reader.end();
  return own && noticed && { plan, from, to, own, noticed };
}

function readDay(reader: Reader): Day {
  const number = reader.uint();
  if (number > MAX_DAY_NUMBER) throw new MalformedBytes("a day that nobody will see");
  return dayOf(number);
}

function readMarks<M>(reader: Reader, list: readonly M[]): readonly Marked<M>[] | null {
  const count = reader.uint();
  if (count > MAX_MARKS) return null;
  const marked: Marked<M>[] = [];
  for (let i = 0; i < count; i++) {
    const line = idOf<LineId>(reader.fixed(ID_BYTES));
    const first = readDay(reader);
    const mark = list[reader.byte()];
    if (mark === undefined) return null;
    marked.push({ line, first, mark });
  }
  return marked;
}

/** Whether a check-in can be over these days. A week before the first one there has to be. */
export const isStretch = (from: Day, to: Day): boolean =>
  from <= to && numberOf(from) >= WEEK_BEFORE && numberOf(to) - numberOf(from) < LONGEST_CHECK_IN;
