import { secretsHandlers } from "./calls.ts";
import { ARGON2ID, type Stretching } from "./device-unlock.ts";
import type { SecretsWorker } from "./secrets-worker.ts";

/**
 * The worker's twin for Node, where tests and the demo run: the same calls, without a thread. Less
 * `stretching` is for accounts that no browser will open.
 */
export function inProcessSecrets(stretching: Stretching = ARGON2ID): SecretsWorker {
  const handlers = secretsHandlers(stretching);
  return { call: (name, input) => handlers[name](input), end: () => {} };
}
