// Before the rest: a browser loads this module ahead of every page.
import "./jitless.ts";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import type { LinksFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import sans from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url";
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

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="en">
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
  return (
    <main className="mx-auto w-full max-w-measure px-4 py-10">
      <h1 className="text-2xl">Something went wrong here</h1>
      <p className="mt-2">
        <a href="/" className="link">
          To the first page
        </a>
      </p>
    </main>
  );
}
