import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ok } from "#domain/result.ts";
import { makeRoom } from "#domain/rooms.ts";
import { answer } from "#http/answer.server.ts";
import { readBody } from "#http/body.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** My rooms. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return answer(ok({ rooms: await context.services.rooms.list(person) }));
}

/** Makes a room. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const { id } = await readBody(request, makeRoom);
  return answer(await context.services.rooms.make(person, id));
}
