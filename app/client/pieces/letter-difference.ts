import type {
  LetterBlock,
  RunningText,
  LetterInline,
  LetterListItem,
} from "#domain/pieces/letter.ts";
import { hunks, runsOf, wordsIn, type Run, type Word } from "./difference.ts";

/** One title, heading or paragraph, with the words of both versions in reading order. */
export type BlockChange = {
  readonly type: "title" | "heading" | "paragraph";
  readonly runs: readonly Run[];
};

/** From this share of words in common on, a paragraph is the other one rewritten. */
const LIKENESS = 0.4;
/** Up to this many pairs of changed paragraphs are compared with each other. */
const MAX_PAIRS = 900;

type Block = {
  readonly type: "heading" | "paragraph";
  readonly text: string;
  readonly words: readonly Word[];
};

/** Which paragraph became which; one without a counterpart came or went. */
type Pair = readonly [was: Block | undefined, is: Block | undefined];

/** What differs between two versions of a letter. Blank lines are left out. */
export function letterDifference(before: RunningText, after: RunningText): readonly BlockChange[] {
  const title: BlockChange = {
    type: "title",
    runs: runsOf(wordsIn(before.title), wordsIn(after.title)),
  };
  const body = align(blocksOf(before), blocksOf(after)).map(([was, is]): BlockChange => ({
    type: (is ?? was)?.type ?? "paragraph",
    runs: runsOf(was?.words ?? [], is?.words ?? []),
  }));
  return [title, ...body].filter(({ runs }) => runs.length > 0);
}

/** Whether the reader would see the same words in the same form. */
export const isUnchanged = (changes: readonly BlockChange[]): boolean =>
  changes.every(({ runs }) => runs.every(({ change }) => change === "same"));

function align(before: readonly Block[], after: readonly Block[]): readonly Pair[] {
  return hunks(before, after, ({ text }) => text).flatMap((hunk) =>
    hunk.kind === "same"
      ? hunk.after.map((is, i): Pair => [hunk.before[i], is])
      : pair(hunk.before, hunk.after),
  );
}

/** The pairs, in order, that have the most words in common. */
function pair(before: readonly Block[], after: readonly Block[]): readonly Pair[] {
  if (before.length * after.length > MAX_PAIRS) return [...before.map(went), ...after.map(came)];
  // best[i][j]: the greatest likeness that can be had from before[i] and after[j] on.
  const best = before.map(() => after.map(() => 0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const like = before.map((was) => after.map((is) => likeness(was, is)));
  const paired = (i: number, j: number) => {
    const both = like[i]?.[j] ?? 0;
    return both < LIKENESS ? -1 : both + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      best[i]?.splice(j, 1, Math.max(paired(i, j), at(i + 1, j), at(i, j + 1)));
    }
  }
  const out: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (paired(i, j) === at(i, j)) out.push([before[i++], after[j++]]);
    else if (at(i + 1, j) === at(i, j)) out.push([before[i++], undefined]);
    else out.push([undefined, after[j++]]);
  }
  return [...out, ...before.slice(i).map(went), ...after.slice(j).map(came)];
}

const went = (was: Block): Pair => [was, undefined];
const came = (is: Block): Pair => [undefined, is];

/** From 0 to 1: twice the words that both have, over all their words. */
function likeness(was: Block, is: Block): number {
  const left = wordsOf(was);
  const right = wordsOf(is);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared++;
    counts.set(word, count - 1);
  }
  return (2 * shared) / Math.max(1, left.length + right.length);
}

const wordsOf = ({ words }: Block) =>
  words.map(({ text }) => text).filter((text) => /[\p{L}\p{N}]/u.test(text));

const blocksOf = ({ body }: RunningText): Block[] =>
  body.content.flatMap((block) => readBlock(block, ""));

function readBlock(node: LetterBlock | LetterListItem, around: string): Block[] {
  const style = `${around}/${node.type}`;
  if (node.type !== "paragraph" && node.type !== "heading") {
    return node.content.flatMap((child) => readBlock(child, style));
  }
  const level = node.type === "heading" ? String(node.attrs.level) : "";
  // The style of every unit of the text: emphasis may begin within a word.
  const styles: string[] = [];
  let text = "";
  for (const part of node.content ?? []) {
    const words = part.type === "text" ? part.text : "\n";
    text += words;
    styles.push(...Array<string>(words.length).fill(`${style}${level}:${marksOf(part)}`));
  }
  const styleAt = (from: number, to: number) => {
    const own = styles.slice(from, to);
    return own.every((each) => each === own[0]) ? (own[0] ?? "") : own.join();
  };
  return [{ type: node.type, text, words: wordsIn(text, styleAt) }];
}

const marksOf = (part: LetterInline) =>
  part.type === "text" ? (part.marks ?? []).map(({ type }) => type).join("+") : "";
