import type { ActionFunctionArgs } from "@remix-run/node";
import { indexReplaced, wordsFinish } from "#domain/account.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireSession } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const input = await readBody(request, wordsFinish);
  const { accounts } = context.services;
  return answerAs(indexReplaced, await accounts.finishWords(session, input, context));
}
