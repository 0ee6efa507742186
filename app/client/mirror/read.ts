import nlp from "compromise/two";
import { MIRROR_CLASSES, type Finding, type MirrorClass } from "./finding.ts";
import { quotations } from "./quotations.ts";
import type { Rule } from "./rule.ts";
import { ABSOLUTES } from "./rules/absolutes.ts";
import { BLAME } from "./rules/blame.ts";
import { CONDITIONAL } from "./rules/conditional.ts";
import { CONTEMPT } from "./rules/contempt.ts";
import { DEMANDS } from "./rules/demands.ts";
import { HIDDEN } from "./rules/hidden.ts";
import { SPELLINGS } from "./spellings.ts";

const RULES: { readonly [name in MirrorClass]: readonly Rule[] } = {
  blame: BLAME,
  contempt: CONTEMPT,
  absolutes: ABSOLUTES,
  conditional: CONDITIONAL,
  hidden: HIDDEN,
  demands: DEMANDS,
};

nlp.plugin({ model: { one: { aliases: SPELLINGS.words } } });
const { one } = nlp.model() as { one: { contractions: (typeof SPELLINGS.contractions)[number][] } };
one.contractions.push(...SPELLINGS.contractions);

/** What is used of compromise's words and places; its own types leave them open. */
type Term = {
  readonly normal: string;
  readonly implicit?: string;
  readonly alias?: readonly string[];
  readonly post: string;
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
};
type Read = {
  readonly docs: readonly (readonly Term[])[];
  readonly compute: (what: string) => void;
};

/** Somebody says, said, thinks: what follows in the clause are not the writer's words of today. */
const REPORTS =
  /\b(i|you|he|she|they|we|it|mum|dad|mother|father|brother|sister|who|therapist) ((have|had|did|do|not|once|also|even|always|only|would|used to|just|kept|keep|could|should|never|may|might|will|must|ever|often|first|now) )*(say|says|said|saying|tell|tells|told|write|wrote|written|ask|asks|asked|shouted|yelled|think|thought|feel|felt|believe|believed|called|accused|heard|acted|pretended|claimed)\b(?! because)[^,]*$/;
const DENIES =
  /\b(not true|not think|not mean|not believe|not say|not saying|no longer believe|not asking|not expect|not ask|not want|not because|without)\b[^,]*$/;

/**
 * Everything in a text at which its writer may want to look again, in the order of the text. Nothing in
 * quotation marks is read as the writer's own.
 */
export function readThrough(text: string): Finding[] {
  const read = nlp(text) as unknown as Read;
  read.compute("offset");
  const quoted = quotations(text);
  const found: Finding[] = [];
  let previous = "";
  for (const terms of read.docs) {
    const { whole, termAt } = wordsOf(terms);
    for (const name of MIRROR_CLASSES) {
      for (const rule of RULES[name]) {
        for (const { 0: words, index } of whole.matchAll(rule.says)) {
          const end = index + words.length;
          const around = {
            whole,
            before: whole.slice(0, index).trimEnd(),
            words: words.replace(/[ ,]+$/, ""),
            after: whole.slice(end).trimStart(),
            previous,
          };
          if (!holds(rule, around)) continue;
          const range = rangeOf(terms.slice(termAt(index), termAt(end - 1) + 1));
          const isQuoted = quoted.some(([from, to]) => range.start >= from && range.end <= to);
          if (!isQuoted && range.end > range.start) found.push({ class: name, ...range });
        }
      }
    }
    previous = whole;
  }
  return apart(found, text);
}

type Around = {
  readonly whole: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly previous: string;
};

function holds(rule: Rule, { whole, before, words, after, previous }: Around): boolean {
  if (!rule.alsoReported && (REPORTS.test(before) || DENIES.test(before))) return false;
  const wanted: readonly [RegExp | undefined, string][] = [
    [rule.onlyIn, whole],
    [rule.onlyBefore, before],
    [rule.onlyAfter, after],
    [rule.onlyFollowing, previous],
  ];
  const unwanted: readonly [RegExp | undefined, string][] = [
    [rule.unlessIn, whole],
    [rule.unlessBefore, before],
    [rule.unlessMatch, words],
    [rule.unlessAfter, after],
  ];
  return (
    wanted.every(([pattern, of]) => !pattern || pattern.test(of)) &&
    !unwanted.some(([pattern, of]) => pattern?.test(of))
  );
}

const word = ({ implicit, alias, normal }: Term): string => implicit ?? alias?.[0] ?? normal;

/** The words of a sentence, a lone comma where a clause stops; and of which term a place among them is. */
function wordsOf(terms: readonly Term[]): {
  readonly whole: string;
  readonly termAt: (index: number) => number;
} {
  const starts: number[] = [];
  let whole = "";
  for (const term of terms) {
    starts.push(whole.length);
    whole += `${word(term)}${/[,;:—–…]|\.\.\.|\s-\s/.test(term.post) ? " ," : ""} `;
  }
  return {
    whole: whole.trimEnd(),
    termAt: (index) => starts.findLastIndex((start) => start <= index),
  };
}

/** From the first letter to the last, without the marks around them. */
function rangeOf(terms: readonly Term[]): { readonly start: number; readonly end: number } {
  const places = terms.filter(({ text }) => text !== "").map(({ offset }) => offset);
  const [first] = places;
  const last = places.at(-1);
  return { start: first?.start ?? 0, end: last ? last.start + last.length : 0 };
}

/** So near to each other, in characters, two places of one class are one place to look at. */
const NEAR = 24;

/**
 * Of findings of one class that touch or nearly touch, one over all of them; one that runs into the next of
 * another class stops before it. In the order of the text.
 */
function apart(found: readonly Finding[], text: string): Finding[] {
  const kept: Finding[] = [];
  for (const finding of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.findLast((other) => other.class === finding.class);
    const between = before ? text.slice(before.end, finding.start) : "";
    if (before && between.length <= NEAR && !/[.?!\n]/.test(between)) {
      kept[kept.indexOf(before)] = { ...before, end: Math.max(before.end, finding.end) };
    } else kept.push(finding);
  }
  return kept.map((finding, i) => {
    const next = kept[i + 1];
    if (!next || next.start <= finding.start) return finding;
    if (next.start >= finding.end || next.end < finding.end) return finding;
    const said = text.slice(finding.start, next.start).trimEnd();
    return { ...finding, end: finding.start + said.length };
  });
}
