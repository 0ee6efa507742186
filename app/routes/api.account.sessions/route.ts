import type { LoaderFunctionArgs } from "@remix-run/node";
import { sessionList } from "#domain/account.ts";
import { ok } from "#domain/result.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireSession } from "#http/session.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const sessions = [...(await context.services.sessions.list(session))];
  return answerAs(sessionList, ok({ sessions }));
}
