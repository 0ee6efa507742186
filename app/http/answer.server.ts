import type { Result } from "#domain/result.ts";

/** The status of a refusal. A code that is not listed is a 400: the request cannot succeed as it is. */
const STATUS: Readonly<Record<string, number>> = {
  "not-signed-in": 401,
  "wrong-credentials": 401,
  "confirm-again": 403,
  "wrong-origin": 403,
  "not-here": 404,
  "no-invitation": 404,
  "chain-moved": 409,
  "index-moved": 409,
  "moved-on": 409,
  taken: 409,
  "too-large": 413,
  "too-many": 429,
  "too-often": 429,
};

/** A service's outcome as the response of a resource route. */
export function answer(result: Result<unknown>, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set("cache-control", "no-store");
  return result.ok
    ? Response.json(result.value ?? {}, { headers: all })
    : Response.json(
        { code: result.refusal.code },
        { status: STATUS[result.refusal.code] ?? 400, headers: all },
      );
}
