import type { ActionFunctionArgs } from "@remix-run/node";
import { answer } from "#http/answer.server.ts";
import { endedCookie, requireConfirmed } from "#http/session.server.ts";

/** Deletes the account, for good. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireConfirmed(request, context);
  const deleted = await context.services.accounts.deleteAccount(session);
  return answer(deleted, deleted.ok ? endedCookie() : {});
}
