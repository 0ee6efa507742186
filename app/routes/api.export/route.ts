import type { LoaderFunctionArgs } from "@remix-run/node";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** Where an export begins: one's rooms. It asks for the password again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireConfirmed(request, context);
  return answer(ok({ rooms: await context.services.rooms.list(person) }));
}
