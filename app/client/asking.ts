import * as z from "zod";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Api } from "./api.ts";

/** Asking the server in the words of a schema: bytes go out as base64url and come back as bytes. */

/** What is asked, and the schema that writes it. */
type Question<T extends z.ZodType> = { readonly schema: T; readonly value: z.output<T> };

/** Posts; refuses with the server's code, or `fault` for an answer that the schema does not take. */
export async function askAt<Asked extends z.ZodType, Answer extends z.ZodType>(
  api: Api,
  path: string,
  question: Question<Asked>,
  answer: Answer,
): Promise<Result<z.output<Answer>>> {
  return read(answer, await api.post(path, z.encode(question.schema, question.value)));
}

/** Gets; refuses as {@link askAt}. */
export async function fetchFrom<Answer extends z.ZodType>(
  api: Api,
  path: string,
  answer: Answer,
): Promise<Result<z.output<Answer>>> {
  return read(answer, await api.get(path));
}

function read<T extends z.ZodType>(schema: T, result: Result<unknown>): Result<z.output<T>> {
  if (!result.ok) return result;
  const parsed = schema.safeParse(result.value);
  return parsed.success ? ok(parsed.data) : refuse("fault");
}
