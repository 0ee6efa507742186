import * as z from "zod";
import { wrappedKey, type GateRequest } from "./consent/commands.ts";
import { encoded, hash, type Encoded } from "./encoded.ts";
import {
  invitationId,
  pieceId,
  roomId,
  type InvitationId,
  type PersonId,
  type PieceId,
  type RoomId,
  type VersionId,
} from "./ids.ts";
import type { VersionView } from "./piece-view.ts";
import type { Access } from "./ports.ts";
import type { RecordView } from "./record-view.ts";
import type { Result } from "./result.ts";
import type { RoomSummary, RoomView, InvitationView } from "./room-view.ts";
import type { SigningView } from "./statement-view.ts";

/** Rooms and what stands in them, as it is asked for and answered over HTTP. */

const packet = encoded(28, 1024);
const token = encoded(32);

/** POST /api/rooms */
export const makeRoom = z.object({ id: roomId });

/** POST /api/rooms/:room/invitation. `tokenHash` is the SHA-256 of the link's lookup token. */
export const makeInvitation = z.object({ id: invitationId, tokenHash: hash, packet });

/** POST /api/rooms/:room/invitation/withdraw */
export const withdrawInvitation = z.object({ id: invitationId });

/** POST /api/invitation/look, answered with {@link LookedAt}; no account is needed. */
export const lookAtInvitation = z.object({ token });

/** POST /api/invitation/claim, answered with {@link Claimed} */
export const claimInvitation = z.object({
  token,
  packet,
  roomKeyForMe: wrappedKey,
  roomKeyForThem: wrappedKey,
  /** Comes in with the room paused, without an end, in one step: nothing crosses before or between. */
  paused: z.boolean().optional(),
});

/** POST /api/pieces: begins an own piece. A piece together is begun by the command `propose`. */
export const makePiece = z.object({ id: pieceId, room: roomId, sealedKey: wrappedKey });

export type MakeInvitation = z.infer<typeof makeInvitation>;

export type ClaimInvitation = z.infer<typeof claimInvitation>;

export type MakePiece = z.infer<typeof makePiece>;

/** The packet is sealed under the link's pairing key. */
export type LookedAt = { readonly packet: Encoded };

export type Claimed = { readonly room: RoomId };

/** Why an act was refused. */
export type GateCode =
  /** Not yours to see, not yours to do, or not there: one answer. */
  | "not-here"
  | "paused"
  /** The piece together is closed: read only. */
  | "closed"
  /** There is nobody else in the room yet. */
  | "alone"
  /** What you opened has been taken back meanwhile. */
  | "taken-back"
  /** It has happened already, by this or another device of yours. */
  | "already-done"
  /** Something has changed since; look again, then choose. */
  | "moved-on"
  /** An id that somebody has used. */
  | "taken"
  | "bad-statement"
  /** Another device has signed meanwhile: fetch the chain and sign again. */
  | "chain-moved"
  /** I have left this room. */
  | "left"
  /** Something of this kind that I put before the other stands unanswered. */
  | "one-at-a-time"
  /** As often as it can be done in a day. */
  | "too-often"
  /** More than one person can ask of the server. */
  | "too-many"
  /** A time that has passed, or lies too far ahead. */
  | "bad-time"
  /** My side can be closed after 60 days of pause. */
  | "too-early";

/**
 * What happens between the two. Whatever is asked about something that this person may not see is
 * refused as if it did not exist.
 */
export type Consent = Access & {
  readonly run: (person: PersonId, request: GateRequest) => Promise<Result<null, GateCode>>;
  readonly view: (person: PersonId, room: RoomId) => Promise<Result<RoomView, "not-here">>;
  readonly chain: (person: PersonId, room: RoomId) => Promise<Result<SigningView, "not-here">>;
  readonly version: (
    person: PersonId,
    version: VersionId,
  ) => Promise<Result<VersionView, "not-here">>;
  /** Every act of both that this person may see, and their own quiet ones. */
  readonly record: (person: PersonId, room: RoomId) => Promise<Result<RecordView, "not-here">>;
  /** Begins an own piece, of which nobody else can know. Making it again changes nothing. */
  readonly makePiece: (
    person: PersonId,
    input: MakePiece,
  ) => Promise<Result<null, "not-here" | "taken" | "too-many">>;
  /** Deletes an own piece for good, quietly. Refused while a version of it stands offered. */
  readonly deletePiece: (
    person: PersonId,
    piece: PieceId,
  ) => Promise<Result<null, "not-here" | "still-offered">>;
};

/** Rooms, and how a second person comes in. */
export type Rooms = {
  /** Making it again changes nothing. */
  readonly make: (person: PersonId, room: RoomId) => Promise<Result<null, "taken" | "too-many">>;
  readonly list: (person: PersonId) => Promise<readonly RoomSummary[]>;
  /**
   * Opens an invitation for seven days. `invitation-open`: there is one already; `too-many`: three
   * were made in the last thirty days; `full`: the room has its two people.
   */
  readonly invite: (
    person: PersonId,
    room: RoomId,
    input: MakeInvitation,
  ) => Promise<
    Result<InvitationView, "not-here" | "invitation-open" | "too-many" | "full" | "taken">
  >;
  readonly withdraw: (
    person: PersonId,
    room: RoomId,
    invitation: InvitationId,
  ) => Promise<Result<null, "not-here">>;
  /**
   * Nothing is kept of it, and nothing changes for the inviter. `token` is the link's, not its hash;
   * `person` is who is signed in, if anybody is.
   */
  readonly look: (
    token: Encoded,
    person: PersonId | null,
  ) => Promise<Result<LookedAt, "no-invitation">>;
  /** Comes in. Wrong, used, expired, withdrawn and one's own are one refusal. */
  readonly claim: (
    person: PersonId,
    input: ClaimInvitation,
  ) => Promise<Result<Claimed, "no-invitation">>;
};
