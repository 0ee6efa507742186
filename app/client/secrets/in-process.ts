import { secretsHandlers } from "./calls.ts";
import type { SecretsWorker } from "./secrets-worker.ts";

/** The worker's twin for Node, where tests and the demo run: the same calls, without a thread. */
export function inProcessSecrets(): SecretsWorker {
  return { call: (name, input) => secretsHandlers[name](input), end: () => {} };
}
