import { secretsHandlers } from "./calls.ts";
import type { WorkerAnswer, WorkerQuestion } from "./messages.ts";

/** The browser's worker. Its own policy alone lets it compile WebAssembly. */
async function answer({ id, name, input }: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    return { id, ok: true, output: await secretsHandlers[name](input as never) };
  } catch (error) {
    // The name alone: a message could hold what was being worked on.
    return { id, ok: false, fault: error instanceof Error ? error.name : "Error" };
  }
}

addEventListener("message", ({ data }: MessageEvent<WorkerQuestion>) => {
  void answer(data).then((said) => postMessage(said));
});
