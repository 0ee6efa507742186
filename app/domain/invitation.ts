import type { Encoded } from "./encoded.ts";
import type { InvitationId, PersonId, RoomId } from "./ids.ts";
import { ok, refuse, type Result } from "./result.ts";

/** A link into a room. The server keeps the hash of its token; what the link seals, it cannot open. */
export type Invitation = {
  readonly invitation: InvitationId;
  readonly room: RoomId;
  readonly by: PersonId;
  /** SHA-256 of the token that whoever has the link shows. */
  readonly tokenHash: Encoded;
  readonly packet: Encoded;
  readonly createdAt: number;
  readonly expiresAt: number;
};

const DAY = 24 * 60 * 60 * 1000;
/** How long a link can be used, in milliseconds: 7 days. */
export const INVITATION_LASTS = 7 * DAY;
/** So many links a person can make in so long: three in thirty days. */
export const INVITATIONS_IN_A_MONTH = 3;
export const MONTH = 30 * DAY;

/** What is known where an invitation is about to be made. */
export type InvitationFacts = {
  readonly members: readonly PersonId[];
  /** Whether the room has a link that could be used now. */
  readonly hasOpen: boolean;
  /** How many links this person made, in any room, in the last {@link MONTH}. */
  readonly madeLately: number;
};

export function mayInvite(
  person: PersonId,
  facts: InvitationFacts,
): Result<null, "not-here" | "full" | "invitation-open" | "too-many"> {
  if (!facts.members.includes(person)) return refuse("not-here");
  if (facts.members.length > 1) return refuse("full");
  if (facts.hasOpen) return refuse("invitation-open");
  return facts.madeLately < INVITATIONS_IN_A_MONTH ? ok(null) : refuse("too-many");
}
