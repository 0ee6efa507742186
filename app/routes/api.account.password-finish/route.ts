import type { ActionFunctionArgs } from "@remix-run/node";
import { passwordFinish } from "#domain/account.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireSession } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const input = await readBody(request, passwordFinish);
  return answer(await context.services.accounts.finishPassword(session, input, context));
}
