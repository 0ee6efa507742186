/**
 * One explainable rule. Everything in it reads a sentence as lower-case words with contractions written out
 * ("you've" is "you have"), each comma or dash a lone comma. Only `says` is marked; the others are conditions.
 */
export type Rule = {
  readonly says: RegExp;
  /** Of the whole sentence. */
  readonly onlyIn?: RegExp;
  readonly unlessIn?: RegExp;
  /** Of the words that matched. */
  readonly unlessMatch?: RegExp;
  /** Of what stands before the match, in its sentence. */
  readonly onlyBefore?: RegExp;
  readonly unlessBefore?: RegExp;
  /** Of what stands behind the match, in its sentence. */
  readonly onlyAfter?: RegExp;
  readonly unlessAfter?: RegExp;
  /** Of the sentence before. */
  readonly onlyFollowing?: RegExp;
  /** Reported speech counts as well: "I said sorry, but you". */
  readonly alsoReported?: true;
};

/** One of these words, as a part of a pattern; an underscore stands for a space. */
export const anyOf = (...lists: readonly string[]): string =>
  `(?:${lists
    .flatMap((list) => list.trim().split(/\s+/))
    .map((word) => word.replaceAll("_", " "))
    .join("|")})`;

/** These rules, none of which speaks where the sentence says this. */
export const unlessSaid = (pattern: RegExp, rules: readonly Rule[]): Rule[] =>
  rules.map((rule) => ({
    ...rule,
    unlessIn: rule.unlessIn ? new RegExp(`${rule.unlessIn.source}|${pattern.source}`) : pattern,
  }));

/** The writer accepts it, owns it, or means it well. */
export const ACCEPTED =
  /\b(that is (up to you|fine|all right|okay|your right)|(and|but|because) i (understand|get it|do not blame you|know why)|no wonder|i love (it|that)\b(?! when you (?!laugh|smile))|in (the best|a good|the good|a nice) (way|sense)|with good reason|rightly|you (were|are) right|(had|have) every (right|reason)|i know$|i (have )?(deserved|earned) (it|that))\b/;

/** Any of these phrases, in whole words. */
export const says = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<!\\w)(?:${phrases.join("|")})(?!\\w)`, "g");

/** The same, where a sentence begins. */
export const begins = (...phrases: readonly string[]): RegExp =>
  new RegExp(`^(?:${phrases.join("|")})(?!\\w)`, "g");
