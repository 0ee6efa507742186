import type { LoaderFunctionArgs } from "@remix-run/node";
import { roomId } from "#domain/ids.ts";
import { answer } from "#http/answer.server.ts";
import { readParam } from "#http/params.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** The consent record, to be kept as a file: it asks for the password again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireConfirmed(request, context);
  return answer(await context.services.consent.record(person, readParam(params.room, roomId)));
}
