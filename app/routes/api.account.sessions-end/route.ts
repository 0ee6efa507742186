import type { ActionFunctionArgs } from "@remix-run/node";
import { sessionEnd } from "#domain/account.ts";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** Ends one session, or with `others` every session but this. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireConfirmed(request, context);
  const { which } = await readBody(request, sessionEnd);
  const { sessions } = context.services;
  if (which === "others") await sessions.endAll(session.person, session.id);
  else await sessions.end(session.person, which);
  return answer(ok(null));
}
