import type { en } from "./en.ts";
import { interfaceWords } from "./languages.ts";

type Files = typeof en;

/**
 * Fixed words that are looked up by something of the product's: each is said in the language of the page
 * at the moment in which it is looked up.
 */
export function table<const Key extends string | number, File extends keyof Files>(
  file: File,
  keys: Readonly<Record<Key, keyof Files[File] & string>>,
): Readonly<Record<Key, string>> {
  const words = {} as Record<Key, string>;
  for (const name of Object.keys(keys) as (Key & string)[]) {
    Object.defineProperty(words, name, {
      enumerable: true,
      get: () => interfaceWords(file)(keys[name] as never),
    });
  }
  return words;
}
