import { createInstance, type i18n, type TFunction } from "i18next";
import { en } from "./en.ts";
import { pseudoOf } from "./pseudo.ts";

/** English, and a made-up language that is written from right to left, by which the layout is tested. */
export const LANGUAGES = ["en", "ar-XB"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Whether there are words in this language. */
export const isLanguage = (tag: string): tag is Language => LANGUAGES.some((one) => one === tag);

/** The first of the languages that a browser asks for (`Accept-Language`, RFC 9110) which there is. */
export function languageFor(asked: string | null): Language {
  const wanted = (asked ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const weight = parameters.find((one) => one.startsWith("q="))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const [primary = ""] = tag.split("-");
    const found = [tag, primary].find(isLanguage);
    if (found) return found;
  }
  return "en";
}

const instances = new Map<Language, i18n>();

/** The words of the interface in one language; there at once, since nothing is fetched for them. */
export function wordsIn(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: language === "en" ? en : pseudoOf(en) },
    initAsync: false,
    ns: Object.keys(en),
    keySeparator: false,
    nsSeparator: ":",
    // React escapes what it writes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    // A key that is missing is a fault of ours, and no word for anybody to read.
    fallbackLng: false,
  });
  instances.set(language, instance);
  return instance;
}

/** On the server many pages are drawn at once, each in the language that was asked for. */
let drawnNow: () => Language | undefined = () => undefined;

/** Says, on the server, how to find the language of the page that is being drawn. */
export function findLanguageBy(find: () => Language | undefined): void {
  drawnNow = find;
}

/** In which language the page in front of this person is written. */
export function languageOfPage(): Language {
  if (typeof document === "undefined") return drawnNow() ?? "en";
  const tag = document.documentElement.lang;
  return isLanguage(tag) ? tag : "en";
}

/** For dates and numbers (BCP 47): English as it is written in Britain. */
export function localeOfPage(): string {
  const language = languageOfPage();
  return language === "en" ? "en-GB" : language;
}

/**
 * The words of one file, for what is said outside of a page's drawing: in answer to something that was
 * done, or in the title of a page.
 */
export const interfaceWords = <File extends keyof typeof en>(
  file: File,
  language: Language = languageOfPage(),
): TFunction<File> => wordsIn(language).getFixedT(null, file);
