import type { LoaderFunctionArgs } from "@remix-run/node";
import { roomId } from "#domain/ids.ts";
import { answer } from "#http/answer.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** The consent record of this room, as I may see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return answer(await context.services.consent.record(person, readParam(params.room, roomId)));
}
