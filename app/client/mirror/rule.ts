/**
 * One explainable rule. `match` is compromise's own notation. The conditions read the same sentence as
 * lower-case words with contractions written out ("you've" is "you have"), with a lone comma where the
 * clause stops.
 */
export type Rule = {
  readonly match: readonly string[];
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
