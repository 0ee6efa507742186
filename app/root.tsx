// Before the rest: a browser loads this module ahead of every page.
import "./jitless.ts";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import sans from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url";
import { languageFor } from "./language/languages.ts";
import type { RootData } from "./language/titled.ts";
import { useNonce } from "./nonce.ts";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/newsreader/opsz.css";
import "@fontsource-variable/newsreader/wght-italic.css";
import "./app.css";

const font = (href: string) =>
  ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const;

export const links: LinksFunction = () => [
  font(sans),
  font(serif),
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export const loader = ({ request }: LoaderFunctionArgs): RootData => ({
  language: languageFor(request.headers.get("accept-language")),
});

/** The language of a page stays as long as the page does: it can move to others without the network. */
export const shouldRevalidate = (): boolean => false;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { i18n } = useTranslation();
  return (
    <html lang={i18n.language} dir={i18n.dir()}>
      <head>
        <meta charSet="utf-8" />
        {/* Blocking, before anything else: the secret of a link leaves the address bar. */}
        <script src="/link.js" nonce={nonce} />
        {/* Blocking and first: it keeps Back from showing a page of ours after "Exit this page". */}
        <script src="/left.js" nonce={nonce} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** For what fails before there is a page, such as a method that no page answers. */
export function ErrorBoundary() {
  const { t } = useTranslation("frame");
  return (
    <main className="mx-auto w-full max-w-measure px-4 py-10">
      <h1 className="text-2xl">{t("somethingWentWrongHere")}</h1>
      <p className="mt-2">
        <a href="/" className="link">
          {t("toTheFirstPage")}
        </a>
      </p>
    </main>
  );
}
