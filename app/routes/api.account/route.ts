import type { LoaderFunctionArgs } from "@remix-run/node";
import { accountView } from "#domain/account.ts";
import { answerAs } from "#http/encoded-answer.server.ts";
import { requirePerson } from "#http/session.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return answerAs(accountView, await context.services.accounts.account(person));
}
