import type { ActionFunctionArgs } from "@remix-run/node";
import { indexReplace, indexReplaced } from "#domain/account.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requirePerson } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const input = await readBody(request, indexReplace);
  return answerAs(indexReplaced, await context.services.accounts.replaceIndex(person, input));
}
