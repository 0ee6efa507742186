import type { ActionFunctionArgs } from "@remix-run/node";
import { pieceId } from "#domain/ids.ts";
import { answer } from "#http/answer.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Deletes an own piece for good. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const piece = readParam(params.piece, pieceId);
  return answer(await context.services.consent.deletePiece(person, piece));
}
