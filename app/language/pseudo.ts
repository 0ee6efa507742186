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

/** One sentence as the made-up language `ar-XB` has it: longer by a third, marked, right to left. */
export function pseudo(sentence: string): string {
  const parts = sentence.split(/(\{\{.*?\}\}|<[^>]*>)/).filter((part) => part !== "");
  const marked = parts.map((part) => {
    if (isForSoftware(part)) return part;
    const letters = [...part].map((letter) => MARKED[letter] ?? letter).join("");
    return `${OVERRIDE}${letters}${END}`;
  });
  return `${marked.join("")}${"~".repeat(Math.ceil(sentence.length / 3))}`;
}

/** All files of words in the made-up language, as Android's `ar-XB` does it. */
export const pseudoOf = (files: Readonly<Record<string, Words>>): Record<string, Words> =>
  Object.fromEntries(
    Object.entries(files).map(([name, words]) => [
      name,
      Object.fromEntries(Object.entries(words).map(([key, words]) => [key, pseudo(words)])),
    ]),
  );
