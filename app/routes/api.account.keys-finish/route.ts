import type { ActionFunctionArgs } from "@remix-run/node";
import { keysFinish } from "#domain/new-keys.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** Replaces everything that hangs on the old keys. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireConfirmed(request, context);
  const input = await readBody(request, keysFinish);
  return answer(await context.services.accounts.finishKeys(session, input, context));
}
