type Words = Readonly<Record<string, string>>;

/** Letters with marks, so that a word which was left out of the files stands out on the page. */
const MARKED: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  n: "ñ",
  c: "ç",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};

/** Right-to-left override: Latin letters run as Arabic ones would. */
const [OVERRIDE, END] = ["\u202e", "\u202c"];

/** What stands between braces or in a tag is for the software, not for people. */
const isForSoftware = (part: string): boolean => part.startsWith("{") || part.startsWith("<");

/** As a text grows: by words, that can go to the next line. */
const longer = (by: number): string => "~".repeat(by).replace(/~{6}(?=~)/g, "$& ");

/** One sentence as the made-up language `ar-XB` has it: longer by a third, marked, right to left. */
export function pseudo(sentence: string): string {
  const parts = sentence.split(/(\{\{.*?\}\}|<[^>]*>)/).filter((part) => part !== "");
  const marked = parts.map((part) => {
    if (isForSoftware(part)) return part;
    const letters = [...part].map((letter) => MARKED[letter] ?? letter).join("");
    return `${OVERRIDE}${letters}${END}`;
  });
  // A tag at the end may be there to keep a word from narrow screens: what is longer stays in it.
  const last = marked.at(-1)?.startsWith("</") ? marked.pop() : "";
  return `${marked.join("")}${longer(Math.ceil(sentence.length / 3))}${last}`;
}

/** Arabic has six forms of a number where English has two (CLDR); the made-up ones all read as the last. */
const OTHER = "_other";
const FORMS = ["_zero", "_two", "_few", "_many"];

const withForms = ([key, words]: readonly [string, string]): (readonly [string, string])[] =>
  key.endsWith(OTHER)
    ? [...FORMS, OTHER].map((form) => [key.slice(0, -OTHER.length) + form, words])
    : [[key, words]];

/** All files of words in the made-up language, as Android's `ar-XB` does it. */
export const pseudoOf = (files: Readonly<Record<string, Words>>): Record<string, Words> =>
  Object.fromEntries(
    Object.entries(files).map(([name, words]) => [
      name,
      Object.fromEntries(
        Object.entries(words)
          .flatMap(withForms)
          .map(([key, said]) => [key, pseudo(said)]),
      ),
    ]),
  );
