import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext, Page, Request } from "@playwright/test";
import { tells } from "./canary.ts";

/** One message between a browser and the server, as the browser saw it. */
export type Message = {
  readonly how: "request" | "response" | "socket out" | "socket in";
  /** Method and path, or the path of a socket. */
  readonly where: string;
  /** The body; of a request with its address in front. Empty until it has arrived. */
  readonly bytes: Buffer;
  /** Headers, after the status of a response. */
  readonly head: string;
  /** Of a response: its request, among the same messages. */
  readonly to: Message | null;
};

/** Everything that a browser context sends and receives, but for the build's own files. */
export type Traffic = {
  readonly messages: readonly Message[];
  /** From here on `sinceMark` counts. */
  readonly mark: () => void;
  readonly sinceMark: () => readonly Message[];
  /** The places where a phrase can be read. */
  readonly placesOf: (phrase: string) => readonly string[];
  /**
   * Fulfilled when everything that was asked has been answered and recorded, and nothing more has come for a
   * moment: what comes because of something comes after it, and that there is nothing takes a look of some length.
   */
  readonly settled: () => Promise<void>;
};

/** The build's own files are the same for everybody; asking for one is recorded, the answer is not. */
const isAsset = (path: string) => /\/assets\/|\.(svg|woff2|ico|js)$/.test(path);

const headOf = (headers: readonly { readonly name: string; readonly value: string }[]) =>
  headers.map(({ name, value }) => `${name.toLowerCase()}: ${value}`).join("\n");

/** In ms; a page answers to a frame within a few. */
const MOMENT = 150;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function recordTraffic(context: BrowserContext): Traffic {
  const messages: Writable<Message>[] = [];
  const requests = new Map<Request, Message>();
  /** Requests that are under way, and answers that are being read. */
  const pending = new Set<unknown>();
  let waiting: (() => void)[] = [];
  let mark = 0;

  const done = (what: unknown) => {
    pending.delete(what);
    if (pending.size > 0) return;
    for (const go of waiting) go();
    waiting = [];
  };

  const answered = () =>
    new Promise<void>((resolve) => {
      if (pending.size === 0) resolve();
      else waiting.push(resolve);
    });

  const listen = (page: Page) => {
    page.on("websocket", (socket) => {
      const where = new URL(socket.url()).pathname;
      const record = (how: Message["how"]) => (frame: { payload: string | Buffer }) => {
        messages.push({ how, where, bytes: Buffer.from(frame.payload), head: "", to: null });
      };
      socket.on("framesent", record("socket out"));
      socket.on("framereceived", record("socket in"));
    });
  };
  context.on("page", listen);
  context.on("request", (request) => {
    const where = `${request.method()} ${new URL(request.url()).pathname}`;
    const bytes = Buffer.from(`${request.url()}\n${request.postData() ?? ""}`);
    const head = headOf(
      Object.entries(request.headers()).map(([name, value]) => ({ name, value })),
    );
    const message = { how: "request", where, bytes, head, to: null } as const;
    messages.push(message);
    requests.set(request, message);
    pending.add(request);
  });
  context.on("requestfinished", done);
  context.on("requestfailed", done);
  context.on("response", (response) => {
    if (isAsset(new URL(response.url()).pathname)) return;
    const request = response.request();
    const where = `${request.method()} ${new URL(response.url()).pathname}`;
    const message: Writable<Message> = {
      how: "response",
      where,
      bytes: Buffer.alloc(0),
      head: "",
      to: requests.get(request) ?? null,
    };
    messages.push(message);
    const read = async () => {
      message.head = `${response.status()}\n${headOf(await response.headersArray())}`;
      message.bytes = await response.body();
    };
    pending.add(message);
    // A redirect has no body, and a page that is left takes its answers with it.
    void read().then(
      () => done(message),
      () => done(message),
    );
  });

  return {
    messages,
    mark: () => {
      mark = messages.length;
    },
    sinceMark: () => messages.slice(mark),
    placesOf: (phrase) =>
      messages
        .filter(({ bytes, head }) => tells(bytes, phrase) || tells(Buffer.from(head), phrase))
        .map(({ how, where }) => `${how} ${where}`),
    settled: async () => {
      for (let seen = -1; seen < messages.length;) {
        await answered();
        seen = messages.length;
        await wait(MOMENT);
      }
    },
  };
}

/** Whether somebody has noted something in their own sealed index since the mark. */
export const hasNoted = (traffic: Traffic): boolean =>
  traffic.sinceMark().some(({ how, where }) => how === "response" && where === NOTED);
const NOTED = "POST /api/account/index";

/**
 * What a browser notes in its own sealed index, at its own pace, and the answer to that. Nobody hears of
 * it, and whatever might have led to it has come in before it.
 */
export const isOwnNote = ({ where }: Message): boolean => where === NOTED;

const PING = "2";
const PONG = "3";

/** engine.io's own sign of life, which comes at its own times whatever happens. */
const isPing = ({ where, bytes }: Message) =>
  where.startsWith("/socket.io") && [PING, PONG].includes(bytes.toString("latin1"));

const AWARE = 3;
const RELAY_PONG = 8;

/** What keeps a piece's own connection awake: "nobody is here", or a caret, and the relay's answer. */
const keepsAwake = ({ how, where, bytes }: Message) =>
  where.startsWith("/sync/") && bytes[1] === (how === "socket out" ? AWARE : RELAY_PONG);

/** Without what would be there in any case, at any time. */
export const eventful = (messages: readonly Message[]): readonly Message[] =>
  messages.filter((message) => !isPing(message) && !keepsAwake(message) && !isAsset(message.where));
