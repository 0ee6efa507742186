import type { ActionFunctionArgs } from "@remix-run/node";
import { recoveryStart, recoveryStarted } from "#domain/account.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireOwnOrigin } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  requireOwnOrigin(request);
  const input = await readBody(request, recoveryStart);
  return answerAs(recoveryStarted, await context.services.accounts.startRecovery(input, context));
}
