import type { AppLoadContext } from "@remix-run/node";
import { SESSION_COOKIE, sessionTokenIn, type NewSession, type Session } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import { answer } from "./answer.server.ts";

/** Who asks. What a guard refuses is thrown as the response. */

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** 180 days: as long as a session lives unseen, so that the cookie is not what ends it. */
const REMEMBERED_SECONDS = 180 * 24 * 60 * 60;

/** The session's `set-cookie` header. Without `remember` it goes with the browser. */
export function sessionCookie(begun: NewSession): Record<"set-cookie", string> {
  const age = begun.remember ? `; Max-Age=${REMEMBERED_SECONDS}` : "";
  return { "set-cookie": `${SESSION_COOKIE}=${toBase64Url(begun.token)}; ${ATTRIBUTES}${age}` };
}

/** Takes the cookie away. */
export const endedCookie = (): Record<"set-cookie", string> => ({
  "set-cookie": `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`,
});

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";

/**
 * Refuses `wrong-origin` for whatever changes something and was not sent by a page of ours. Browsers say
 * so in `sec-fetch-site`; where that is missing `origin` must name this host.
 */
export function requireOwnOrigin(request: Request): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const own = site === null ? isOwn(request) : site === "same-origin";
  if (!own) throw answer(refuse("wrong-origin"));
}

function isOwn(request: Request): boolean {
  const origin = request.headers.get("origin") ?? "";
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

/** Whose session this is, or `null`; for pages that show something else to whoever is signed in. */
export async function sessionOf(
  request: Request,
  context: AppLoadContext,
): Promise<Session | null> {
  requireOwnOrigin(request);
  const token = sessionTokenIn(request.headers.get("cookie"));
  return token && context.services.sessions.find(token);
}

/** Whose session this is. Refuses `not-signed-in` if it is nobody's. */
export async function requireSession(request: Request, context: AppLoadContext): Promise<Session> {
  const session = await sessionOf(request, context);
  if (!session) throw answer(refuse("not-signed-in"), endedCookie());
  return session;
}

/**
 * Who is signed in. Refuses `not-signed-in` if nobody is, `wrong-origin` as {@link requireOwnOrigin}, and
 * `too-many` to who asks too often.
 */
export async function requirePerson(request: Request, context: AppLoadContext): Promise<PersonId> {
  const { person } = await requireSession(request, context);
  if (!(await context.services.limits.mayAsk(person))) throw answer(refuse("too-many"));
  return person;
}

/**
 * Whose session this is, for what cannot be undone or tells much. Refuses `confirm-again` if the
 * password was given in it more than five minutes ago.
 */
export async function requireConfirmed(
  request: Request,
  context: AppLoadContext,
): Promise<Session> {
  const session = await requireSession(request, context);
  if (await context.services.sessions.isConfirmed(session)) return session;
  throw answer(refuse("confirm-again"));
}
