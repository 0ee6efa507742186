import type { ActionFunctionArgs } from "@remix-run/node";
import { roomId } from "#domain/ids.ts";
import { withdrawInvitation } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Ends an invitation of mine that nobody has used. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const room = readParam(params.room, roomId);
  const { id } = await readBody(request, withdrawInvitation);
  return answer(await context.services.rooms.withdraw(person, room, id));
}
