import type { GateRequest } from "./consent/commands.ts";
import type { PersonId } from "./ids.ts";

/**
 * How much one person may ask of the server, whatever it is about. It is far above what two people can
 * do by hand; what one may put before the other has limits of its own (consent/limits.ts).
 */
export type RequestLimits = {
  /** Counts a request; `false` if it is one too many. */
  readonly mayAsk: (person: PersonId) => Promise<boolean>;
};

/** Rooms that one person can be the maker or the guest of, before they make another. */
export const MOST_ROOMS = 30;

/** Own pieces that one person can have begun in one room. */
export const MOST_PIECES = 1000;

const REMOVING: ReadonlySet<GateRequest["command"]["kind"]> = new Set([
  "pause",
  "resume",
  "leave",
  "block",
  "close-side",
  "take-back",
  "dont-send",
  "withdraw",
  "take-signature-back",
  "close",
  "take-out",
  "drop-round",
  "no",
  "not-now",
] as const);

/** Whether this takes something away, or keeps something off: it is counted apart from everything else. */
export const isRemoval = ({ command }: GateRequest): boolean => REMOVING.has(command.kind);
