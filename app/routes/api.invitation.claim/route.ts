import type { ActionFunctionArgs } from "@remix-run/node";
import { claimInvitation } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Comes in by an invitation. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const claim = await readBody(request, claimInvitation);
  return answer(await context.services.rooms.claim(person, claim));
}
