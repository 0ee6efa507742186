import type { ActionFunctionArgs } from "@remix-run/node";
import { wordsStart, wordsStarted } from "#domain/account.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireSession } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const input = await readBody(request, wordsStart);
  const { accounts } = context.services;
  return answerAs(wordsStarted, await accounts.startWords(session, input, context));
}
