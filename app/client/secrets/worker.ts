import { secretsHandlers } from "./calls.ts";
import { ARGON2ID } from "./device-unlock.ts";
import type { WorkerAnswer, WorkerQuestion } from "./messages.ts";

const handlers = secretsHandlers(ARGON2ID);

/** The browser's worker. Its own policy alone lets it compile WebAssembly. */
async function answer({ id, name, input }: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    return { id, ok: true, output: await handlers[name](input as never) };
  } catch (error) {
    // The name alone: a message could hold what was being worked on.
    return { id, ok: false, fault: error instanceof Error ? error.name : "Error" };
  }
}

addEventListener("message", ({ data }: MessageEvent<WorkerQuestion>) => {
  void answer(data).then((said) => postMessage(said));
});
