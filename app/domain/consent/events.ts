import * as z from "zod";
import {
  lineId,
  personId,
  pieceId,
  roomId,
  roundId,
  versionId,
  type PersonId,
  type PieceId,
  type RoomId,
} from "../ids.ts";
import { pace, quietHours } from "./hours.ts";

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
// For good. To the other it is a pause without an end.
const roomLeft = z.object({ type: z.literal("room-left"), blocked: z.boolean() });

/** One of the two has other keys from here on. `from` are those that they replaced. */
const keysChanged = z.object({
  type: z.literal("keys-changed"),
  from: z.object({ signingKey: text, boxKey: text }),
  recorded,
});
/**
 * Of what is offered: how many changes of keys, of both, its author knew of. After another one it is
 * void, for it was signed, or wrapped, under keys that are no more.
 */
const keys = z.number().optional();

// Of a room, each person's own.
const sideClosed = z.object({ type: z.literal("side-closed") });
const quietHoursSet = z.object({
  type: z.literal("quiet-hours-set"),
  hours: quietHours.nullable(),
});
const paceSet = z.object({ type: z.literal("pace-set"), pace });
const changesSeen = z.object({ type: z.literal("changes-seen") });

// Of an own piece.
const versionOffered = z.object({
  type: z.literal("version-offered"),
  version: versionId,
  envelope: text,
  recorded,
  keys,
  /** The last one of somebody who leaves: it can be opened though the room is paused for good. */
  goodbye: z.literal(true).optional(),
});
/** It waits for its time, in its author's journal; when it comes, `version-offered` follows. */
const offerSet = z.object({
  type: z.literal("offer-set"),
  version: versionId,
  envelope: text,
  notBefore: z.number(),
  recorded,
  keys,
});
const offerUnset = z.object({ type: z.literal("offer-unset"), version: versionId });
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
const pieceProposed = z.object({
  type: z.literal("piece-proposed"),
  envelope: text,
  recorded,
  keys,
});
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

// Of a paired piece.
const pairBegun = z.object({ type: z.literal("pair-begun"), envelope: text, recorded });
const pairWithdrawn = z.object({ type: z.literal("pair-withdrawn"), recorded });
/** In its author's journal. When both are in, an `answer-opened` of each follows in one step. */
const answerPutIn = z.object({
  type: z.literal("answer-put-in"),
  version: versionId,
  recorded,
  keys,
});
const answerTakenOut = z.object({ type: z.literal("answer-taken-out"), version: versionId });
const answerOpened = z.object({ type: z.literal("answer-opened"), version: versionId, recorded });
const roundAsked = z.object({
  type: z.literal("round-asked"),
  round: roundId,
  lines: z.number(),
  opensAt: z.number(),
  recorded,
});
const roundDropped = z.object({ type: z.literal("round-dropped"), round: roundId, recorded });
const roundBegun = z.object({ type: z.literal("round-begun"), round: roundId, recorded });
const roundSubmitted = z.object({
  type: z.literal("round-submitted"),
  round: roundId,
  tokens: z.array(z.object({ slot: text, value: text })),
});
/** Slots that both marked alike; none also if one of the two did not finish. */
const roundOver = z.object({
  type: z.literal("round-over"),
  round: roundId,
  common: z.array(text),
});

const roomEvent = z.discriminatedUnion("type", [
  roomPaused,
  roomResumed,
  roomLeft,
  keysChanged,
  sideClosed,
  quietHoursSet,
  paceSet,
  changesSeen,
]);
const pairedEvent = z.discriminatedUnion("type", [
  pairBegun,
  pairWithdrawn,
  answerPutIn,
  answerTakenOut,
  answerOpened,
  versionAnswered,
  roundAsked,
  roundDropped,
  roundBegun,
  roundSubmitted,
  roundOver,
]);
const ownEvent = z.discriminatedUnion("type", [
  versionOffered,
  offerSet,
  offerUnset,
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
export type PairedEvent = z.infer<typeof pairedEvent>;

/** For a store to read back what it has written. */
export const consentEvent = z.union([roomEvent, ownEvent, togetherEvent, pairedEvent]);
export type ConsentEvent = z.infer<typeof consentEvent>;

const QUIET: ReadonlySet<ConsentEvent["type"]> = new Set([
  "put-off",
  "declined",
  "opened",
  "piece-discarded",
  "offer-set",
  "offer-unset",
  "answer-put-in",
  "answer-taken-out",
  "round-submitted",
  "side-closed",
  "quiet-hours-set",
  "pace-set",
  "changes-seen",
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
