import type { ActionFunctionArgs } from "@remix-run/node";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { endedCookie, sessionOf } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await sessionOf(request, context);
  if (session) await context.services.sessions.end(session.person, session.id);
  return answer(ok(null), endedCookie());
}
