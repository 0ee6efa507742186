import type { ActionFunctionArgs } from "@remix-run/node";
import { gateRequest } from "#domain/consent/commands.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requireSession } from "#http/session.server.ts";

/** An act on a piece, or on the room. */
export async function action({ request, context }: ActionFunctionArgs) {
  // Acts are counted at the gate, by what they are: whoever has asked too much can still pause.
  const { person } = await requireSession(request, context);
  const act = await readBody(request, gateRequest);
  return answer(await context.services.consent.run(person, act));
}
