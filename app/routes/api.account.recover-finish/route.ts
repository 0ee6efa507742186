import type { ActionFunctionArgs } from "@remix-run/node";
import { recoveryFinish } from "#domain/account.ts";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireOwnOrigin, sessionCookie } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  requireOwnOrigin(request);
  const input = await readBody(request, recoveryFinish);
  const result = await context.services.accounts.finishRecovery(input, context);
  return result.ok ? answer(ok(null), sessionCookie(result.value.begun)) : answer(result);
}
