import type { ActionFunctionArgs } from "@remix-run/node";
import { accountView, registrationFinish } from "#domain/account.ts";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireOwnOrigin, sessionCookie } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  requireOwnOrigin(request);
  const input = await readBody(request, registrationFinish);
  const result = await context.services.accounts.finishRegistration(input);
  if (!result.ok) return answer(result);
  const { account, begun } = result.value;
  return answerAs(accountView, ok(account), sessionCookie(begun));
}
