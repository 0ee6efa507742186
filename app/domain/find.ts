/**
 * Finding words in a text, on the device: capitals, accents and runs of white space make no difference.
 */

/** A place in a text, with what stands around it. */
export type Found = { readonly before: string; readonly match: string; readonly after: string };

/** Shorter than this is found everywhere. */
export const MIN_QUERY = 2;
/** In UTF-16 units: a few words. */
const AROUND = 48;
/** More places of one text say nothing more. */
const MOST = 3;

/** What is compared, and for each of its units where it came from. */
type Folded = { readonly text: string; readonly from: readonly number[] };

function fold(text: string): Folded {
  let folded = "";
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const next = /^\s$/.test(plain) ? " " : plain;
    if (next !== " " || !folded.endsWith(" ")) {
      folded += next;
      for (let i = 0; i < next.length; i++) from.push(at);
    }
    at += character.length;
  }
  return { text: folded, from: [...from, at] };
}

/** The query as it is looked for; "" if there is too little of it. */
export function foldQuery(query: string): string {
  const folded = fold(query).text.trim();
  return folded.length < MIN_QUERY ? "" : folded;
}

/** The first places at which a folded query stands, in the order of the text, and how many there are. */
export function find(
  query: string,
  text: string,
): { readonly places: readonly Found[]; readonly count: number } {
  if (query === "") return { places: [], count: 0 };
  const folded = fold(text);
  const places: Found[] = [];
  let count = 0;
  let at = folded.text.indexOf(query);
  while (at >= 0) {
    count++;
    const end = at + query.length;
    if (places.length < MOST) places.push(around(text, folded.from[at] ?? 0, endOf(folded, end)));
    at = folded.text.indexOf(query, end);
  }
  return { places, count };
}

/** Where the unit before `end` ends in the text: what is left out of the folded text belongs to it. */
const endOf = ({ from }: Folded, end: number): number => from[end] ?? from.at(-1) ?? 0;

function around(text: string, start: number, end: number): Found {
  const before = text.slice(Math.max(start - AROUND, 0), start);
  const after = text.slice(end, end + AROUND);
  return {
    before: start > AROUND ? `… ${fromWord(before)}` : before,
    match: text.slice(start, end),
    after: end + AROUND < text.length ? `${toWord(after)} …` : after,
  };
}

/** From the first whole word on; all of it where there is no other. */
const fromWord = (text: string): string => text.replace(/^\S*\s+(?=\S)/u, "");
const toWord = (text: string): string => text.replace(/(?<=\S)\s+\S*$/u, "");
