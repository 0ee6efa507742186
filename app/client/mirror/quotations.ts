/** An opening mark, what is quoted, its closing mark. A lone apostrophe opens nothing. */
const QUOTED = /“[^”]*(?:”|$)|«[^»]*»|"[^"]*(?:"|$)|(?<![\p{L}\p{N}])‘[^’]*’(?![\p{L}])/gu;

/** Where a text quotes: from the opening mark to behind the closing one. */
export const quotations = (text: string): [from: number, to: number][] =>
  [...text.matchAll(QUOTED)].map(({ 0: quoted, index }) => [index, index + quoted.length]);
