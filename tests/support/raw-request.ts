import { request, type Agent } from "node:http";
import { SESSION_COOKIE } from "#domain/account.ts";

/** Somebody's request, as a page of ours would send it. */
export type RawRequest = {
  readonly method: string;
  readonly path: string;
  /** Of the session; nobody is signed in without one. */
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** Whose connections it may use. */
  readonly agent?: Agent;
};

/** The answer as it came, header by header in their order. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
};

/** Asks, without an agent on a connection of its own: one that is kept could be closed as it is used again. */
export function ask(
  origin: string,
  { method, path, token, body, agent }: RawRequest,
): Promise<RawAnswer> {
  const sent = body === undefined ? null : Buffer.from(JSON.stringify(body));
  const headers = {
    origin,
    "sec-fetch-site": "same-origin",
    ...cookieOf(token),
    ...(sent && { "content-type": "application/json", "content-length": sent.length }),
  };
  return new Promise((resolve, reject) => {
    const asking = request(origin + path, { method, headers, agent: agent ?? false });
    asking.once("error", reject);
    asking.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: pairs(response.rawHeaders),
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asking.end(sent ?? undefined);
  });
}

/** What a page of ours sends along when it opens a socket. */
export const socketHeaders = (
  origin: string,
  token: string | undefined,
): Readonly<Record<string, string>> => ({ origin, ...cookieOf(token) });

const cookieOf = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { cookie: `${SESSION_COOKIE}=${token}` };

const pairs = (raw: readonly string[]) =>
  Array.from(
    { length: raw.length / 2 },
    (_, i) => [raw[2 * i] ?? "", raw[2 * i + 1] ?? ""] as const,
  );
