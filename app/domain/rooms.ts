import * as z from "zod";
import { wrappedKey, type GateRequest, type SignedStatement } from "./consent/commands.ts";
import type { Pace, QuietHours } from "./consent/hours.ts";
import type { FormerKey } from "./consent/keys.ts";
import { encoded, hash, type Encoded } from "./encoded.ts";
import {
  invitationId,
  pieceId,
  roomId,
  type InvitationId,
  type LineId,
  type PersonId,
  type PieceId,
  type RoomId,
  type RoundId,
  type VersionId,
} from "./ids.ts";
import type { Access } from "./ports.ts";
import type { Result } from "./result.ts";

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

/** What one device signs its next statement on. */
export type ChainView = {
  /** How many statements the chain has; the next one is number `n + 1`. */
  readonly n: number;
  /** Hash of the last one; 32 zero bytes before the first. */
  readonly head: Encoded;
  /** Hashes of one's loose statements that both know of by now: the next one takes them up. */
  readonly takeUp: readonly Encoded[];
};

/** Where a chain of statements ends; there is no such place before the first. */
export type HeadView = {
  /** From 1. */
  readonly n: number;
  readonly hash: Encoded;
};

/** GET /api/chain/:room: where both chains end, as their person may see it, and what I sign on. */
export type SigningView = ChainView & { readonly theirs: HeadView | null };

/** GET /api/versions/:version: `key` is the one wrapped for who asks. */
export type VersionView = {
  readonly version: VersionId;
  readonly piece: PieceId;
  readonly role: "author" | "reader";
  readonly ciphertext: Encoded;
  readonly key: Encoded;
};

/** GET /api/rooms answers `{ rooms }` with these. */
export type RoomSummary = {
  readonly room: RoomId;
  readonly other: PersonId | null;
  readonly paused: boolean;
  /** I have closed my side: it is not for the list of rooms any more. */
  readonly closed: boolean;
};

/** Everything that one person may see of a room, and nothing else: GET /api/rooms/:room. */
export type RoomView = {
  readonly room: RoomId;
  readonly me: PersonId;
  /** The room key, wrapped to me; null until the two are paired. */
  readonly key: Encoded | null;
  /** My own packet, as the other got it; null until the two are paired. */
  readonly packet: Encoded | null;
  readonly other: OtherView | null;
  readonly invitation: InvitationView | null;
  readonly pause: PauseView;
  readonly pieces: readonly PieceView[];
  /**
   * How many changes of keys of both I know of. What I offer says so, and is void if there was another.
   */
  readonly keys: number;
  /** My own settings for this room; nobody else hears of them. */
  readonly settings: SettingsView;
  /** What the other did that I may see, since I last said `seen`: the oldest first. */
  readonly changes: readonly ChangeView[];
  /** Where the two chains end, so that a device can tell whether they go on from what it knows. */
  readonly heads: { readonly mine: HeadView | null; readonly theirs: HeadView | null };
};

/** The other, as the server tells it: what holds is the packet, checked under the link's secret. */
export type OtherView = {
  readonly person: PersonId;
  readonly packet: Encoded;
  readonly signingKey: Encoded;
  readonly boxKey: Encoded;
  /**
   * Their changes of keys since the packet, the oldest first, each signed by the keys before it. They hold
   * for my device once it has checked them and I have seen them, not by being here.
   */
  readonly keyChanges: readonly KeyChangeView[];
};

/** Its statement names the new keys: see `readKeyChange` in record.ts. */
export type KeyChangeView = { readonly on: Day; readonly statement: StatementView };

/** My open invitation. It does not change by being looked at, nor by a "no". */
export type InvitationView = {
  readonly invitation: InvitationId;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

export type PauseView = {
  readonly paused: boolean;
  /** My own pause; the other's is not told, nor when it ends. `until` null: until I end it. */
  readonly mine: { readonly until: number | null } | null;
  /** I left, for good, or blocked the other. The other's leaving is a pause and nothing else. */
  readonly left: "left" | "blocked" | null;
  /** It has lasted 60 days, whoever paused or left, or I left: I may close my side. */
  readonly mayClose: boolean;
  /** I have closed my side. */
  readonly closed: boolean;
};

export type SettingsView = {
  readonly quietHours: QuietHours | null;
  readonly pace: Pace;
};

/** What a change is about. `offered` and `proposed` are at my door as long as they stand here. */
export type ChangeKind =
  | "offered"
  | "proposed"
  | "taken-back"
  | "told-opened"
  | "told-no"
  | "answered"
  | "accepted"
  | "line-signed"
  | "signature-taken-back"
  | "closed"
  | "reopening-asked"
  | "reopened"
  | "pair-begun"
  | "pair-opened"
  | "round-asked"
  | "round-begun"
  | "round-over";

export type ChangeView = {
  readonly what: ChangeKind;
  readonly piece: PieceId;
  readonly on: Day;
  /** `null` for what the clock did. */
  readonly statement: StatementView | null;
};

/** A day as its author's device said it: YYYY-MM-DD. */
export type Day = string;

/** A signed statement and the SHA-256 of its body, by which others refer to it. */
export type StatementView = SignedStatement & { readonly hash: Encoded };

export type PieceView = WrittenView | ReceivedView | TogetherView | PairedView;

/** A piece that I write alone. */
export type WrittenView = {
  readonly mode: "own";
  readonly role: "author";
  readonly piece: PieceId;
  /** Its key, wrapped for me alone. */
  readonly key: Encoded;
  /**
   * *mine* while nothing of it stands offered; *door* while the newest standing version has not been
   * answered; *shared* once the reader answered it, or told that it was opened. It can be written in
   * all three.
   */
  readonly place: "mine" | "door" | "shared";
  /** Every version ever offered, the oldest first. */
  readonly versions: readonly OfferedView[];
  /** An offer that waits for its time; it can be replaced by a newer one, or not sent. */
  readonly waiting: WaitingView | null;
};

export type WaitingView = {
  readonly version: VersionId;
  readonly envelope: Encoded;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly on: Day;
  readonly statement: StatementView;
};

/** The same, byte for byte, whether the version is unseen, opened, put off or refused. */
export type OfferedView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** *ended* after 30 days without an answer; it can still be taken back. */
  readonly state: "offered" | "ended" | "answered" | "taken-back";
  /** By which I took it back. It may name a newer version, with which this one went. */
  readonly takenBack: StatementView | null;
  /** What the reader chose to tell. */
  readonly told: ToldView | null;
  readonly answer: AnswerView | null;
};

export type ToldView = {
  readonly what: "opened" | "no";
  readonly on: Day;
  readonly statement: StatementView;
};

export type AnswerView = {
  readonly sealed: Encoded;
  readonly on: Day;
  readonly statement: StatementView;
};

/** A piece of the other's that is, or was, at my door. */
export type ReceivedView = {
  readonly mode: "own";
  readonly role: "reader";
  readonly piece: PieceId;
  /** The newest version, if it waits for my answer. */
  readonly door: DoorView | null;
  /** What I opened, the oldest first. */
  readonly opened: readonly OpenedView[];
};

export type DoorView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** I said *not now*. */
  readonly putOff: boolean;
};

export type OpenedView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** Since when it is taken back: its words are gone, and my device drops its copy. */
  readonly takenBack: { readonly on: Day; readonly statement: StatementView } | null;
  readonly told: ToldView | null;
  readonly answer: AnswerView | null;
};

/** A question for two: each answers alone, and both answers open in one instant. */
export type PairedView = {
  readonly mode: "paired";
  readonly piece: PieceId;
  readonly by: Side;
  readonly on: Day;
  /** Its fixed words, sealed under the room key. */
  readonly envelope: Encoded;
  readonly statement: StatementView;
  readonly state: PairedState;
  readonly round: RoundView | null;
  /** What came of every round that is over, the oldest first. */
  readonly results: readonly RoundResultView[];
};

export type PairedState =
  /** Whether the other's is in cannot be told from here. */
  | { readonly is: "answering"; readonly mine: PutInView | null }
  | {
      readonly is: "opened";
      readonly mine: OpenedAnswerView;
      readonly theirs: OpenedAnswerView;
    };

/** `version` is fetched as any other: GET /api/versions/:version. */
export type PutInView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly statement: StatementView;
};

/** An answer that both can read, and what its reader said to it, if anything. */
export type OpenedAnswerView = PutInView & { readonly answer: AnswerView | null };

/** A round of blind matching. What the other submitted, or whether, never shows. */
export type RoundView =
  | {
      readonly is: "asked";
      readonly round: RoundId;
      readonly by: Side;
      readonly lines: number;
      /** Milliseconds since 1970. */
      readonly opensAt: number;
      readonly on: Day;
      /** Its hash is what `begin-round` names. */
      readonly statement: StatementView;
    }
  | {
      readonly is: "running";
      readonly round: RoundId;
      readonly lines: number;
      readonly opensAt: number;
      readonly submitted: boolean;
      readonly yeses: YesesView;
    }
  | ({ readonly is: "over" } & RoundResultView);

/** Slots that both marked alike; nothing in common and not finished are one. */
export type RoundResultView = { readonly round: RoundId; readonly common: readonly Encoded[] };

/** A piece that both write. */
export type TogetherView = {
  readonly mode: "together";
  readonly piece: PieceId;
  readonly by: Side;
  readonly on: Day;
  /** Kind and fixed theme, sealed under the room key. */
  readonly envelope: Encoded;
  /** The proposal; its hash is what `accept` names. */
  readonly statement: StatementView;
  readonly state: TogetherState;
};

export type TogetherState =
  /** By me. *ended* after 30 days; told *no* only if the other chose to tell. */
  | { readonly is: "proposed"; readonly ended: boolean; readonly told: ToldView | null }
  /** At my door. */
  | { readonly is: "offered"; readonly putOff: boolean }
  | {
      readonly is: "open";
      readonly epoch: number;
      readonly keys: readonly EpochKey[];
      readonly lines: readonly LineView[];
      readonly yeses: YesesView;
    }
  /** Read only, for both. */
  | {
      readonly is: "closed";
      readonly epoch: number;
      readonly keys: readonly EpochKey[];
      readonly lines: readonly LineView[];
      readonly yeses: YesesView;
      readonly by: Side;
      readonly on: Day;
      readonly statement: StatementView;
      readonly reopening: ReopeningView | null;
    };

export type Side = "me" | "other";

/** The two yeses by which something began: who asked or proposed, and who agreed to just that. */
export type YesesView = { readonly asked: StatementView; readonly agreed: StatementView };

/** A piece's key of one epoch, under the room key. */
export type EpochKey = { readonly epoch: number; readonly sealed: Encoded };

export type ReopeningView = {
  readonly by: Side;
  readonly on: Day;
  /** Its hash is what `reopen` names. */
  readonly statement: StatementView;
};

/** What has been signed of one line. Its words are in the wordings, sealed. */
export type LineView = {
  readonly line: LineId;
  /** The wording that both signed, until both sign another or one takes their signature back. */
  readonly standing: WordingView | null;
  /** Wordings that one has signed, the oldest first. */
  readonly proposed: readonly WordingView[];
};

export type WordingView = {
  readonly hash: Encoded;
  /** One, or two with mine first. */
  readonly signatures: readonly SignatureView[];
};

export type SignatureView = {
  readonly by: Side;
  readonly on: Day;
  /** The words and their salt, as this signer sealed them: compare their hash before showing them. */
  readonly sealedWording: Encoded;
  readonly statement: StatementView;
};

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

/** GET /api/record/:room: the consent record, the oldest first. Filtered by piece it is a history. */
export type RecordView = {
  readonly room: RoomId;
  readonly people: readonly {
    readonly side: Side;
    readonly person: PersonId;
    readonly signingKey: Encoded;
    /** Keys that they had before, the oldest first. */
    readonly before: readonly FormerKey[];
  }[];
  readonly acts: readonly ActView[];
};

export type ActView = {
  readonly what: ActKind;
  readonly by: Side;
  readonly on: Day;
  /** `null` for an act on the room itself. */
  readonly piece: PieceId | null;
  readonly version: VersionId | null;
  readonly line: LineId | null;
  /** Of a line: the hash of its words. */
  readonly hash: Encoded | null;
  /** Only mine, and in my copy alone. */
  readonly quiet: boolean;
  /** `null` for a quiet act, and for what the clock did. */
  readonly statement: StatementView | null;
};

export type ActKind =
  | "offered"
  | "taken-back"
  | "told-opened"
  | "told-no"
  | "answered"
  | "proposed"
  | "withdrawn"
  | "accepted"
  | "line-signed"
  | "signature-taken-back"
  | "closed"
  | "reopening-asked"
  | "reopened"
  | "pair-begun"
  | "pair-opened"
  | "round-asked"
  | "round-dropped"
  | "round-begun"
  | "round-over"
  | "keys-changed"
  // quiet
  | "set-to-wait"
  | "not-sent"
  | "opened"
  | "not-now"
  | "no"
  | "put-in"
  | "taken-out"
  | "submitted"
  | "piece-deleted"
  | "paused"
  | "resumed"
  | "left"
  | "blocked";

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
  /** Nothing is kept of it, and nothing changes for the inviter. `token` is the link's, not its hash. */
  readonly look: (token: Encoded) => Promise<Result<LookedAt, "no-invitation">>;
  /** Comes in. Wrong, used, expired, withdrawn and one's own are one refusal. */
  readonly claim: (
    person: PersonId,
    input: ClaimInvitation,
  ) => Promise<Result<Claimed, "no-invitation">>;
};
