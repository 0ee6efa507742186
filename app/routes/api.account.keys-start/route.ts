import type { ActionFunctionArgs } from "@remix-run/node";
import { keysStart, keysStarted } from "#domain/new-keys.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** Begins new keys: gives what is wrapped under those of now. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireConfirmed(request, context);
  const input = await readBody(request, keysStart);
  return answerAs(keysStarted, await context.services.accounts.startKeys(session, input, context));
}
