import { refuse, type Result } from "#domain/result.ts";

/**
 * The way to the server for everything that is asked and answered. The same code runs in the browser
 * and in Node (tests, demo, benchmark), where the cookie has to be carried by hand.
 */
export type Api = {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly get: (path: string) => Promise<Result<unknown>>;
  readonly post: (path: string, body: unknown) => Promise<Result<unknown>>;
  /** The `cookie` header for sockets; empty in a browser, which adds its own. */
  readonly cookie: () => string;
};

/**
 * So long an answer is waited for, in milliseconds: whoever asked to pause or to leave must not look at a page
 * that says nothing. What is sent may take its time, at this many bytes in a millisecond.
 */
const PATIENCE = 60_000;
const SLOWEST = 10;

type Send = (address: string, init: RequestInit) => Promise<Response>;

/** Sends it. `offline` when the server could not be reached, `fault` for an answer that is not ours. */
async function ask(send: Send, address: string, init: RequestInit): Promise<Result<unknown>> {
  const waiting = new AbortController();
  const length = typeof init.body === "string" ? init.body.length : 0;
  const timer = setTimeout(() => waiting.abort(), PATIENCE + length / SLOWEST);
  try {
    return await read(send(address, { ...init, signal: waiting.signal }), waiting.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function read(answer: Promise<Response>, late: AbortSignal): Promise<Result<unknown>> {
  let response: Response;
  try {
    response = await answer;
  } catch {
    return refuse("offline");
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return refuse(late.aborted ? "offline" : "fault");
  }
  if (response.ok) return { ok: true, value: body };
  const code =
    typeof body === "object" && body !== null && "code" in body && typeof body.code === "string"
      ? body.code
      : "fault";
  return refuse(code);
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export function browserApi(): Api {
  const send: Send = (path, init) => fetch(path, init);
  const request = (path: string, init: RequestInit = {}) =>
    ask(send, path, { credentials: "same-origin", cache: "no-store", ...init });
  return {
    origin: location.origin,
    get: (path) => request(path),
    post: (path, body) => request(path, json(body)),
    cookie: () => "",
  };
}

/**
 * An {@link Api} with a cookie jar of its own: one of these is one browser. `send` is for tests that
 * answer requests themselves.
 */
export function nodeApi(origin: string, send: Send = fetch): Api {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const carrying: Send = async (address, init) => {
    const response = await send(address, {
      ...init,
      headers: { ...init.headers, origin, cookie: cookie() },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      const ended = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
      if (ended) jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return response;
  };
  const request = (path: string, init: RequestInit = {}) => ask(carrying, origin + path, init);
  return {
    origin,
    get: (path) => request(path),
    post: (path, body) => request(path, json(body)),
    cookie,
  };
}
