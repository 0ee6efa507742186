/**
 * Places in a list that can be put in order on several devices at once: a key for each line, compared
 * as text. Moving a line gives it a new key and touches no other line, so that nothing is ever taken
 * out of the list and put in again.
 */
export type OrderKey = string;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;

const KEY = /^[0-9A-Za-z]{1,2000}$/;

/** Whether this can be compared with other keys; a key never ends in the lowest digit. */
export const isOrderKey = (value: unknown): value is OrderKey =>
  typeof value === "string" && KEY.test(value) && !value.endsWith("0");

const digitAt = (key: string, at: number): number => DIGITS.indexOf(key.charAt(at) || "0");

/**
 * A key between two: after `before` and before `after`, where `null` is the beginning or the end. The
 * two must be keys, and in order.
 */
export function keyBetween(before: OrderKey | null, after: OrderKey | null): OrderKey {
  if (before !== null && after !== null && before >= after) throw new RangeError("not in order");
  let out = "";
  for (let at = 0; ; at++) {
    const low = before === null ? 0 : digitAt(before, at);
    // Once the key is below `after`, every digit is free.
    const isBelow = after === null || out < after.slice(0, at);
    const high = isBelow ? BASE : digitAt(after, at);
    const middle = Math.floor((low + high) / 2);
    if (middle > low) return out + DIGITS.charAt(middle);
    out += DIGITS.charAt(low);
  }
}

/** A line with its key; `""` is that of a line without a place, which stands before all that have one. */
export type Placed = { readonly at: OrderKey | "" };

/**
 * The key by which a line stands at this place (from 0) among the others, which are in their order. Two
 * of them may have the same key, if two devices chose it at once: then it goes behind both. No key is
 * below that of a line without a place: behind all of these, too.
 */
export function keyAt(others: readonly Placed[], place: number): OrderKey {
  const before = others[place - 1]?.at ?? "";
  const after = others.slice(Math.max(place, 0)).find(({ at }) => at > before);
  return keyBetween(before || null, after?.at ?? null);
}
