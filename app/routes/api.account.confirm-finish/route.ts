import type { ActionFunctionArgs } from "@remix-run/node";
import { confirmFinish } from "#domain/account.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireSession } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const input = await readBody(request, confirmFinish);
  return answer(await context.services.accounts.finishConfirm(session, input, context));
}
