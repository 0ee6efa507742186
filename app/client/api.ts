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

/** `offline` when the server could not be reached, `fault` for an answer that is not ours. */
async function read(answer: Promise<Response>): Promise<Result<unknown>> {
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
    return refuse("fault");
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
  const request = (path: string, init?: RequestInit) =>
    read(fetch(path, { credentials: "same-origin", cache: "no-store", ...init }));
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
export function nodeApi(
  origin: string,
  send: (address: string, init: RequestInit) => Promise<Response> = fetch,
): Api {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = async (path: string, init: RequestInit = {}) => {
    const sent = send(origin + path, {
      ...init,
      headers: { ...init.headers, origin, cookie: cookie() },
    }).then((response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = "", ...attributes] = line.split(";");
        const [name = "", ...value] = pair.split("=");
        const ended = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
        if (ended) jar.delete(name);
        else jar.set(name, value.join("="));
      }
      return response;
    });
    return read(sent);
  };
  return {
    origin,
    get: (path) => request(path),
    post: (path, body) => request(path, json(body)),
    cookie,
  };
}
