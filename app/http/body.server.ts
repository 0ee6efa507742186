import type * as z from "zod";
import { refuse } from "#domain/result.ts";
import { answer } from "./answer.server.ts";

/** 2 MiB: a sealed version of the greatest size, in base64url, with room for its envelope. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_DRAINED = 8 * MOST_BYTES;

/**
 * The body of a request, as its schema reads it. What a guard refuses is thrown as the response:
 * `too-large`, or `bad-request` for anything that the schema does not take.
 */
export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  const text = await readText(request);
  const read = schema.safeParse(parsed(text));
  if (!read.success) throw answer(refuse("bad-request"));
  return read.data;
}

/**
 * A body that is too large is read on for a while and thrown away: a sender that is cut off in the
 * middle of sending never gets to hear why.
 */
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let text = "";
  let size = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    const bytes: Uint8Array = chunk.value;
    size += bytes.length;
    if (size <= MOST_BYTES) text += decoder.decode(bytes, { stream: true });
    else if (size > MOST_DRAINED) {
      await reader?.cancel();
      break;
    }
  }
  if (size > MOST_BYTES) throw answer(refuse("too-large"));
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
