import type { ActionFunctionArgs } from "@remix-run/node";
import { registrationStart, registrationStarted } from "#domain/account.ts";
import { readBody } from "#http/body.server.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requireOwnOrigin } from "#http/session.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  requireOwnOrigin(request);
  const input = await readBody(request, registrationStart);
  const { accounts } = context.services;
  return answerAs(registrationStarted, await accounts.startRegistration(input, context));
}
