import { diffArrays } from "diff";

/** `restyled`: the same words, in another emphasis or another kind of paragraph. */
type RunChange = "same" | "new" | "gone" | "restyled";
export type Run = { readonly text: string; readonly change: RunChange };

/** A word, or what stands between two words, and how it looks. */
export type Word = { readonly text: string; readonly style: string };

/** A stretch that both have, or what one had where the other has something else. */
export type Hunk<T> = {
  readonly kind: "same" | "changed";
  readonly before: readonly T[];
  readonly after: readonly T[];
};

/**
 * How many changes are followed before something counts as wholly rewritten. The work grows with the
 * square of it: without a bound two long letters would hold up the page for seconds.
 */
const MAX_EDITS = 400;

/** What differs between two texts, word by word, in the order in which it is read. */
export const wordDifference = (before: string, after: string): readonly Run[] =>
  runsOf(wordsIn(before), wordsIn(after));

/** A text taken apart; joined again, the parts are the text. */
export function wordsIn(text: string, styleAt: (index: number, end: number) => string = () => "") {
  const parts = new Intl.Segmenter("und", { granularity: "word" }).segment(text);
  return Array.from(parts, ({ segment, index }): Word => ({
    text: segment,
    style: styleAt(index, index + segment.length),
  }));
}

/** Two sequences taken apart into what is the same, by its key, and what is not. */
export function hunks<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): readonly Hunk<T>[] {
  const parts = diffArrays(before.map(key), after.map(key), { maxEditLength: MAX_EDITS });
  if (!parts) return [{ kind: "changed", before, after }];
  const out: Hunk<T>[] = [];
  let from = 0;
  let to = 0;
  for (const { count, added, removed } of parts) {
    const kind = added || removed ? "changed" : "same";
    const was = added ? [] : before.slice(from, (from += count));
    const is = removed ? [] : after.slice(to, (to += count));
    const last = out.at(-1);
    if (kind === "changed" && last?.kind === kind) out.splice(-1, 1, joined(last, was, is));
    else out.push({ kind, before: was, after: is });
  }
  return out;
}

/** The words of both, in reading order: what went stands before what came in its place. */
export function runsOf(before: readonly Word[], after: readonly Word[]): readonly Run[] {
  const runs: Run[] = [];
  const add = (text: string, change: RunChange) => {
    const last = runs.at(-1);
    if (last?.change === change) runs.splice(-1, 1, { text: last.text + text, change });
    else if (text !== "") runs.push({ text, change });
  };
  for (const hunk of readable(hunks(before, after, ({ text }) => text))) {
    if (hunk.kind === "same") {
      hunk.after.forEach(({ text, style }, i) =>
        add(text, style === hunk.before[i]?.style ? "same" : "restyled"),
      );
    } else {
      add(hunk.before.map(({ text }) => text).join(""), "gone");
      add(hunk.after.map(({ text }) => text).join(""), "new");
    }
  }
  return runs;
}

/** "very alone" turned into "quite lost" reads better as one change than as two around a space. */
function readable(all: readonly Hunk<Word>[]): readonly Hunk<Word>[] {
  const out: Hunk<Word>[] = [];
  for (const hunk of all) {
    const last = out.at(-2);
    const gap = out.at(-1);
    if (last && gap && isReplacement(last) && isSpace(gap) && isReplacement(hunk)) {
      const before = [...gap.before, ...hunk.before];
      out.splice(-2, 2, joined(last, before, [...gap.after, ...hunk.after]));
    } else out.push(hunk);
  }
  return out;
}

const joined = <T>(hunk: Hunk<T>, before: readonly T[], after: readonly T[]): Hunk<T> => ({
  kind: "changed",
  before: [...hunk.before, ...before],
  after: [...hunk.after, ...after],
});

const isReplacement = ({ kind, before, after }: Hunk<Word>) =>
  kind === "changed" && before.length > 0 && after.length > 0;

const isSpace = ({ kind, after }: Hunk<Word>) =>
  kind === "same" && after.every(({ text }) => text.trim() === "");
