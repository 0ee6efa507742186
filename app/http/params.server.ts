import type * as z from "zod";
import { refuse } from "#domain/result.ts";
import { answer } from "./answer.server.ts";

/** An id in the address. What is no id is not here either: that refusal is thrown as the response. */
export function readParam<T extends z.ZodType>(value: string | undefined, id: T): z.output<T> {
  const read = id.safeParse(value);
  if (!read.success) throw answer(refuse("not-here"));
  return read.data;
}
