import * as z from "zod";
import { ok, type Result } from "#domain/result.ts";
import { answer } from "./answer.server.ts";

/** A service's outcome as its schema writes it: bytes become base64url. */
export function answerAs<T extends z.ZodType>(
  schema: T,
  result: Result<z.output<T>>,
  headers: HeadersInit = {},
): Response {
  return answer(result.ok ? ok(z.encode(schema, result.value)) : result, headers);
}
