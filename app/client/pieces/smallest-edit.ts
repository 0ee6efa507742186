/** Replace `remove` UTF-16 units at `at` by `insert`. */
export type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

/** A change of a text as Yjs reports it. */
export type TextDelta = readonly {
  readonly retain?: number;
  readonly insert?: unknown;
  readonly delete?: number;
}[];

/**
 * The smallest edit that turns `previous` into `next`; where several are as small ("aaa" typed to
 * "aaaa"), the one that ends at the caret. It never cuts a surrogate pair. `null` for no change.
 */
export function smallestEdit(previous: string, next: string, caret: number): Edit | null {
  if (previous === next) return null;
  const shorter = Math.min(previous.length, next.length);
  let start = 0;
  while (start < shorter && previous[start] === next[start]) start++;
  let end = 0;
  while (end < shorter && previous.at(-1 - end) === next.at(-1 - end)) end++;
  const afterCaret = next.length - caret;
  end = Math.min(end, Math.max(afterCaret, shorter - start));
  if (cutsPair(previous, previous.length - end) || cutsPair(next, next.length - end)) end--;
  let at = Math.min(start, shorter - end);
  if (cutsPair(previous, at) || cutsPair(next, at)) at--;
  return { at, remove: previous.length - end - at, insert: next.slice(at, next.length - end) };
}

/** Whether a cut at `index` would part a surrogate pair. */
function cutsPair(text: string, index: number): boolean {
  const code = text.codePointAt(index - 1);
  return index > 0 && code !== undefined && code > 0xffff;
}

/**
 * The same edit, made on a text of `length` units, for that text after `deltas` have changed it: what
 * was inserted meanwhile is never removed, what was removed meanwhile is not removed twice. The edits
 * are in the order in which they can be applied, from the end of the text to its beginning; the one
 * that inserts is the last.
 */
export function rebase(edit: Edit, length: number, deltas: readonly TextDelta[]): readonly Edit[] {
  if (deltas.length === 0) return [edit];
  const places = deltas.reduce(follow, [...Array(length).keys()]);
  const removed: Edit[] = [];
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i] ?? NEW;
    if (place < edit.at || place >= edit.at + edit.remove) continue;
    removed.push({ at: i, remove: 1, insert: "" });
  }
  const before = places.findLastIndex((place) => place !== NEW && place < edit.at);
  return [...removed, { at: before + 1, remove: 0, insert: edit.insert }];
}

/** Stands for a unit that was not in the text when the edit was made. */
const NEW = -1;

/** For each unit of the changed text, where it stood at first. */
function follow(places: readonly number[], delta: TextDelta): number[] {
  const out: number[] = [];
  let at = 0;
  for (const part of delta) {
    if (part.retain !== undefined) {
      out.push(...places.slice(at, at + part.retain));
      at += part.retain;
    } else if (part.delete !== undefined) at += part.delete;
    else if (typeof part.insert === "string")
      out.push(...Array<number>(part.insert.length).fill(NEW));
  }
  return [...out, ...places.slice(at)];
}
