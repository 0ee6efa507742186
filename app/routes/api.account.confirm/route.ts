import type { LoaderFunctionArgs } from "@remix-run/node";
import { ok } from "#domain/result.ts";
import { answer } from "#http/answer.server.ts";
import { requireConfirmed } from "#http/session.server.ts";

/** Whether the password was given a moment ago, for what a device itself shows: it is refused if not. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireConfirmed(request, context);
  return answer(ok(null));
}
