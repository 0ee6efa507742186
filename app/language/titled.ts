import type { MetaFunction } from "@remix-run/node";
import { isLanguage, wordsIn, type Language } from "./languages.ts";
import type { en } from "./en.ts";

type Files = typeof en;

/** What the root of all pages tells of the language in which it answered. */
export type RootData = { readonly language: Language };

const languageIn = (data: unknown): Language => {
  const said = (data as Partial<RootData> | undefined)?.language;
  return said !== undefined && isLanguage(said) ? said : "en";
};

/** The title of a page, by its words in this file; of its tab it says no more than that. */
export const titled =
  <File extends keyof Files>(file: File, key: keyof Files[File] & string): MetaFunction =>
  ({ matches }) => {
    const root = matches.find(({ id }) => id === "root");
    const words = wordsIn(languageIn(root?.data));
    return [{ title: words.t(`${file}:${key}`) }];
  };
