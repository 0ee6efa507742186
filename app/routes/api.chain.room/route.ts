import type { LoaderFunctionArgs } from "@remix-run/node";
import { roomId } from "#domain/ids.ts";
import { answer } from "#http/answer.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** Where my chain of statements in this room stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return answer(await context.services.consent.chain(person, readParam(params.room, roomId)));
}
