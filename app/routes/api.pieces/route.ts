import type { ActionFunctionArgs } from "@remix-run/node";
import { makePiece } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Begins an own piece. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const piece = await readBody(request, makePiece);
  return answer(await context.services.consent.makePiece(person, piece));
}
