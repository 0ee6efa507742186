import * as z from "zod";
import {
  lineId,
  personId,
  pieceId,
  roomId,
  versionId,
  type PersonId,
  type PieceId,
  type RoomId,
} from "../ids.ts";

/**
 * What happened, in the past tense, as the ledger keeps it. An event stands in a journal: that of its
 * subject which both may read (`shared`), or that of one person (`quiet`). Nothing that a person is
 * shown or refused ever depends on the other's quiet journal, for it is not even loaded.
 */

const text = z.string();
const day = z.string();

/** A signed statement as it was accepted. `n` is 0 for a loose one. */
const recorded = z.object({
  on: day,
  n: z.number(),
  takeUp: z.array(text),
  statement: z.object({ hash: text, body: text, signature: text }),
});
export type Recorded = z.infer<typeof recorded>;

// Of a room. `until` is shown to who paused, never to the other.
const roomPaused = z.object({ type: z.literal("room-paused"), until: z.number().nullable() });
const roomResumed = z.object({ type: z.literal("room-resumed") });

// Of an own piece.
const versionOffered = z.object({
  type: z.literal("version-offered"),
  version: versionId,
  envelope: text,
  recorded,
});
const versionsTakenBack = z.object({
  type: z.literal("versions-taken-back"),
  versions: z.array(versionId),
  recorded,
});
const openingTold = z.object({ type: z.literal("opening-told"), version: versionId, recorded });
const versionAnswered = z.object({
  type: z.literal("version-answered"),
  version: versionId,
  answer: text,
  recorded,
});
const pieceDiscarded = z.object({ type: z.literal("piece-discarded") });

// Of what waits at a door; the version is absent for a proposal.
const putOff = z.object({ type: z.literal("put-off"), version: versionId.optional() });
const declined = z.object({ type: z.literal("declined"), version: versionId.optional() });
const opened = z.object({ type: z.literal("opened"), version: versionId });
const declineTold = z.object({
  type: z.literal("decline-told"),
  version: versionId.optional(),
  recorded,
});

// Of a piece together.
const pieceProposed = z.object({ type: z.literal("piece-proposed"), envelope: text, recorded });
const proposalWithdrawn = z.object({ type: z.literal("proposal-withdrawn"), recorded });
const proposalAccepted = z.object({ type: z.literal("proposal-accepted"), recorded });
const lineSigned = z.object({
  type: z.literal("line-signed"),
  line: lineId,
  hash: text,
  sealedWording: text,
  recorded,
});
const signatureTakenBack = z.object({
  type: z.literal("signature-taken-back"),
  line: lineId,
  hash: text,
  recorded,
});
const pieceClosed = z.object({ type: z.literal("piece-closed"), recorded });
const reopeningAsked = z.object({ type: z.literal("reopening-asked"), recorded });
const pieceReopened = z.object({ type: z.literal("piece-reopened"), recorded });

const roomEvent = z.discriminatedUnion("type", [roomPaused, roomResumed]);
const ownEvent = z.discriminatedUnion("type", [
  versionOffered,
  versionsTakenBack,
  openingTold,
  versionAnswered,
  pieceDiscarded,
  putOff,
  declined,
  opened,
  declineTold,
]);
const togetherEvent = z.discriminatedUnion("type", [
  pieceProposed,
  proposalWithdrawn,
  proposalAccepted,
  putOff,
  declined,
  declineTold,
  lineSigned,
  signatureTakenBack,
  pieceClosed,
  reopeningAsked,
  pieceReopened,
]);

export type RoomEvent = z.infer<typeof roomEvent>;
export type OwnEvent = z.infer<typeof ownEvent>;
export type TogetherEvent = z.infer<typeof togetherEvent>;

/** For a store to read back what it has written. */
export const consentEvent = z.union([roomEvent, ownEvent, togetherEvent]);
export type ConsentEvent = z.infer<typeof consentEvent>;

const QUIET: ReadonlySet<ConsentEvent["type"]> = new Set([
  "put-off",
  "declined",
  "opened",
  "piece-discarded",
]);

/** Whether an event of this type goes to the journal of who did it, where the other cannot read. */
export const isQuiet = (type: ConsentEvent["type"]): boolean => QUIET.has(type);

export const subject = z.union([roomId, pieceId]);
export type Subject = RoomId | PieceId;

export const scope = z.union([z.literal("shared"), personId]);
/** Whose journal: `shared`, or the id of the person whose quiet acts it holds. */
export type Scope = "shared" | PersonId;

/** An event in its place. `seq` counts from 1 in each journal (subject and scope). */
export type Entry = {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly seq: number;
  readonly by: PersonId;
  /** Milliseconds since 1970. Never shown to the other; they see days. */
  readonly at: number;
  readonly event: ConsentEvent;
};

/** What a decision adds; the journals give it its `seq`. */
export type NewEntry = Omit<Entry, "seq">;

export const scopeOf = (event: ConsentEvent, by: PersonId): Scope =>
  isQuiet(event.type) ? by : "shared";
