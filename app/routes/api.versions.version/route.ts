import type { LoaderFunctionArgs } from "@remix-run/node";
import { versionId } from "#domain/ids.ts";
import { answer } from "#http/answer.server.ts";
import { readParam } from "#http/params.server.ts";
import { requirePerson } from "#http/session.server.ts";

/** A sealed version, and its key as it is wrapped for me. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const version = readParam(params.version, versionId);
  return answer(await context.services.consent.version(person, version));
}
