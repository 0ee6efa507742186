import type { ActionFunctionArgs } from "@remix-run/node";
import { sessionRecognise } from "#domain/account.ts";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireSession } from "#http/session.server.ts";

/** "That was me", of a browser that signed in after this one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { which } = await readBody(request, sessionRecognise);
  await context.services.sessions.recognise(session, which);
  return answer(ok(null));
}
