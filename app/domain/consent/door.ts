import type { PersonId, VersionId } from "../ids.ts";
import type { SignedStatement } from "./commands.ts";
import type { Recorded } from "./events.ts";

/** What waits at a door: an offered version, or a proposal to write together. */

/** What its reader did with it, each in their own journal. */
export type Reading = "unread" | "put-off" | "declined" | "opened";

/** What its reader let the other know of it. */
export type Told = { readonly what: "opened" | "no"; readonly recorded: Recorded };

/** After this long without an answer an offer ends, in milliseconds: 30 days. */
export const LAPSES_AFTER = 30 * 24 * 60 * 60 * 1000;

export const hasLapsed = (offeredAt: number, now: number): boolean =>
  now >= offeredAt + LAPSES_AFTER;

/** Something that shows at a person's door now. `version` is null for a proposal. */
export type Waiting = { readonly version: VersionId | null; readonly putOff: boolean };

/** Who acts, when, and what they see at their door of the piece that they act on. */
export type Acting = {
  readonly me: PersonId;
  readonly now: number;
  /** Whether there is somebody else in the room. */
  readonly paired: boolean;
  /** Whether I have left it. */
  readonly left: boolean;
  readonly waiting: Waiting | null;
  /** How a checked statement goes into the record. */
  readonly record: (statement: SignedStatement) => Recorded;
};
