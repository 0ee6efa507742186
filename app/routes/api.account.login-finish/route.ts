import type { ActionFunctionArgs } from "@remix-run/node";
import { accountOpened, loginFinish } from "#domain/account.ts";
import { browserFrom } from "#domain/browser.ts";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireOwnOrigin, sessionCookie } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  requireOwnOrigin(request);
  const input = await readBody(request, loginFinish);
  const { address } = context;
  const browser = browserFrom(request.headers.get("user-agent"));
  const result = await context.services.accounts.finishLogin(input, { address, browser });
  if (!result.ok) return answer(result);
  const { opened, begun } = result.value;
  return answerAs(accountOpened, ok(opened), sessionCookie(begun));
}
