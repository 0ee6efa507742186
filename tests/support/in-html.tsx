import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { wordsIn } from "#app/language/languages.ts";

/** What this looks like in HTML, in English. */
export const inHtml = (element: ReactElement): string =>
  renderToStaticMarkup(<I18nextProvider i18n={wordsIn("en")}>{element}</I18nextProvider>);
