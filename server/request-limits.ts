import type { GateRequest } from "#domain/consent/commands.ts";
import type { PersonId } from "#domain/ids.ts";
import { isRemoval, type RequestLimits } from "#domain/requests.ts";
import { refuse } from "#domain/result.ts";
import type { Consent } from "#domain/rooms.ts";
import { createLimiter } from "./limiter.ts";

export type RequestLimitOptions = {
  /** Requests of one person in a minute. */
  readonly requests: number;
  /** Acts of one person in a minute; removals are counted apart, so that nothing stands in their way. */
  readonly acts: number;
  readonly removals: number;
  /** What one person seals for others in a day, in KiB. */
  readonly sealedKiB: number;
};

export const USUAL_REQUESTS: RequestLimitOptions = {
  requests: 600,
  acts: 90,
  removals: 240,
  sealedKiB: 64 * 1024,
};

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

export type ActLimits = RequestLimits & {
  /** Counts an act at the gate; `false` if it is one too many. */
  readonly mayAct: (person: PersonId, request: GateRequest) => Promise<boolean>;
};

export function createRequestLimits(options: RequestLimitOptions): ActLimits {
  const requests = createLimiter(options.requests, MINUTE);
  const acts = createLimiter(options.acts, MINUTE);
  const removals = createLimiter(options.removals, MINUTE);
  const sealed = createLimiter(options.sealedKiB, DAY);
  return {
    mayAsk: (person) => requests.take(person),
    mayAct: async (person, request) => {
      if (isRemoval(request)) return removals.take(person);
      if (!(await acts.take(person))) return false;
      const kiB = sealedKiB(request);
      return kiB === 0 || sealed.take(person, kiB);
    },
  };
}

/** What an act leaves on the server, rounded up. */
function sealedKiB({ command }: GateRequest): number {
  return "sealedVersion" in command ? Math.ceil(command.sealedVersion.length / 1024) : 0;
}

/** The gate, for so many acts a minute. A removal is let through whatever else was asked before. */
export const withinLimits = <Gate extends Pick<Consent, "run">>(
  gate: Gate,
  { mayAct }: Pick<ActLimits, "mayAct">,
): Gate => ({
  ...gate,
  run: async (person, request) =>
    (await mayAct(person, request)) ? gate.run(person, request) : refuse("too-many"),
});
