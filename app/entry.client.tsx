import "./jitless.ts";
import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { languageOfPage, wordsIn } from "./language/languages.ts";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={wordsIn(languageOfPage())}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
