import { scriptAddress } from "../trusted-types.ts";
import type { WorkerAnswer, WorkerQuestion } from "./messages.ts";
import type { SecretsWorker } from "./secrets-worker.ts";
import workerAddress from "./worker.ts?worker&url";

/** The worker failed, or was ended, before it answered. */
export class SecretsFault extends Error {
  override name = "SecretsFault";
}

type Waiting = {
  readonly resolve: (output: never) => void;
  readonly reject: (fault: SecretsFault) => void;
};

/** {@link SecretsWorker} in a thread of its own, which is started at the first call. */
export function browserSecrets(): SecretsWorker {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function end(): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new SecretsFault("ended"));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(scriptAddress(workerAddress), { type: "module", name: "secrets" });
    started.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) asked?.resolve(data.output as never);
      else asked?.reject(new SecretsFault(data.fault));
    });
    started.addEventListener("error", end);
    return started;
  }

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, name, input } satisfies WorkerQuestion);
      }),
    end,
  };
}
