import type { ActionFunctionArgs } from "@remix-run/node";
import { lookAtInvitation } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { sessionOf } from "#http/session.server.ts";

/** Looks at an invitation. Nobody has to be signed in, and nobody learns of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await sessionOf(request, context);
  const { token } = await readBody(request, lookAtInvitation);
  return answer(await context.services.rooms.look(token, session?.person ?? null));
}
