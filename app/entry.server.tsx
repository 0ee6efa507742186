import "./jitless.ts";
import { AsyncLocalStorage } from "node:async_hooks";
import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { findLanguageBy, languageFor, wordsIn, type Language } from "./language/languages.ts";
import { NonceProvider } from "./nonce.ts";

const drawing = new AsyncLocalStorage<Language>();
findLanguageBy(() => drawing.getStore());

/** After this long a page that still waits for data is sent as it is. */
export const streamTimeout = 5_000;

/**
 * Remix would print the whole error, whose message can hold the address that was asked for. A log must not
 * tell who asked for what: it says that something failed, and what kind of fault it was.
 */
export const handleError: HandleErrorFunction = (error, { request }) => {
  // What is not there, or cannot be asked for in this way, is no fault of ours.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const name = error instanceof Error ? error.name : typeof error;
  const said = import.meta.env.DEV && error instanceof Error ? error.stack : name;
  process.stderr.write(`A request failed: ${said}\n`);
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const language = languageFor(request.headers.get("accept-language"));
  return drawing.run(language, () => draw(request, status, headers, remixContext, nonce, language));
}

function draw(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  nonce: string,
  language: Language,
): Promise<Response> {
  // A crawler and a browser without scripts want the whole page; everybody else its shell at once.
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nextProvider i18n={wordsIn(language)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]() {
          const body = new PassThrough();
          headers.set("content-type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError() {
          code = 500;
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
