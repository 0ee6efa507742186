import type { ActionFunctionArgs } from "@remix-run/node";
import { roomId } from "#domain/ids.ts";
import { makeInvitation } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Opens an invitation into a room of mine. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const room = readParam(params.room, roomId);
  const invitation = await readBody(request, makeInvitation);
  return answer(await context.services.rooms.invite(person, room, invitation));
}
