import type { BrowserContext, Page } from "@playwright/test";
import { tells } from "./canary.ts";

/** One message between a browser and the server, as the browser saw it. */
export type Message = {
  readonly how: "request" | "response" | "socket out" | "socket in";
  readonly where: string;
  readonly bytes: Buffer;
};

/** Records everything that a browser context sends and receives. */
export type Traffic = {
  readonly messages: readonly Message[];
  /** What has been recorded since the last mark; marks anew. */
  readonly sinceMark: () => readonly Message[];
  /** The places where a phrase can be read. */
  readonly placesOf: (phrase: string) => readonly string[];
  /** Fulfilled when every answer that has begun has been recorded. */
  readonly settled: () => Promise<void>;
};

const isAsset = (url: string) => /\/assets\/|\.(svg|woff2|ico)$/.test(new URL(url).pathname);

export function recordTraffic(context: BrowserContext): Traffic {
  const messages: Message[] = [];
  const pending = new Set<Promise<void>>();
  let mark = 0;

  const listen = (page: Page) => {
    page.on("websocket", (socket) => {
      const where = new URL(socket.url()).pathname;
      const record = (how: Message["how"]) => (frame: { payload: string | Buffer }) => {
        messages.push({ how, where, bytes: Buffer.from(frame.payload) });
      };
      socket.on("framesent", record("socket out"));
      socket.on("framereceived", record("socket in"));
    });
  };
  context.on("page", listen);
  context.on("request", (request) => {
    if (isAsset(request.url())) return;
    const where = `${request.method()} ${new URL(request.url()).pathname}`;
    const said = `${request.url()}\n${request.postData() ?? ""}`;
    messages.push({ how: "request", where, bytes: Buffer.from(said) });
  });
  context.on("response", (response) => {
    if (isAsset(response.url())) return;
    const where = `${response.request().method()} ${new URL(response.url()).pathname}`;
    const work = response
      .body()
      .then((bytes) => void messages.push({ how: "response", where, bytes }))
      // A redirect has no body, and a page that is left takes its answers with it.
      .catch(() => undefined)
      .finally(() => pending.delete(work));
    pending.add(work);
  });

  return {
    messages,
    sinceMark: () => {
      const since = messages.slice(mark);
      mark = messages.length;
      return since;
    },
    placesOf: (phrase) =>
      messages
        .filter(({ bytes }) => tells(bytes, phrase))
        .map(({ how, where }) => `${how} ${where}`),
    settled: async () => {
      await Promise.all(pending);
    },
  };
}
