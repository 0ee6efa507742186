import * as z from "zod";
import { hash } from "./encoded.ts";
import {
  invitationId,
  lineId,
  personId,
  pieceId,
  roomId,
  roundId,
  versionId,
  type PieceId,
} from "./ids.ts";
import { jsonBytes } from "./json-bytes.ts";
import { formName } from "./pieces/forms.ts";
import { pieceKind } from "./pieces/kinds.ts";
import { entriesOf, isNewer, kept, known, open, says, type Newer } from "./newer.ts";

/**
 * The sealed index: the one place for what a person's devices share and nobody else may read. An older
 * client gives back what a newer one has put in: every object is loose, and what stands in a place that
 * it knows, and is not what it expects there, is kept as it is (newer.ts). A number `v` that it does not
 * know says that nothing of it can be read.
 */
const key = jsonBytes({ exactly: 32 });

/** A signing key that was given up: it signed up to this place in the chain, on this day. */
const formerKey = z.looseObject({
  signingKey: key,
  upTo: z.number().int().min(1),
  on: z.string().max(10),
});

/** The other person of a room, pinned when the two were paired, and anew when I saw that keys changed. */
export const pinned = z.looseObject({
  person: personId,
  signingKey: key,
  boxKey: key,
  /** Their signing keys before that, the oldest first. */
  before: z.array(formerKey).optional(),
  /** The hash of the room's key, so that the server cannot put another in its place. */
  roomKeyCheck: key,
});

/** A place in somebody's chain of statements. */
const place = z.looseObject({ n: z.number().int().min(1), hash });

export const roomEntry = z.looseObject({
  petname: z.string().max(80),
  /** The open invitation: its link's secret is kept until the two are paired. */
  invitation: z.looseObject({ id: invitationId, secret: key }).optional(),
  other: pinned.optional(),
  /** I saw the room paused, and have not put away yet what is offered once the pause has ended. */
  sawPause: z.boolean().optional(),
  /** My own signing keys before the one of now, the oldest first. */
  mineBefore: z.array(formerKey).optional(),
  /**
   * How far the two chains have been followed, by any device of mine: what I have signed, and what I
   * have seen that the other has. A server that shows less, or something else, is not believed.
   */
  followed: z.looseObject({ mine: place.optional(), theirs: place.optional() }).optional(),
  /**
   * Which questions I want here: how deep at most, what the two of us are to each other, and which
   * themes and cards are not for us. Names that only a newer version knows are kept.
   */
  cards: kept(
    z.looseObject({
      depth: z.number().int().min(1).max(3).optional(),
      fits: z.array(z.string().max(40)).optional(),
      notThemes: z.array(z.string().max(40)).optional(),
      notCards: z.array(z.number().int()).optional(),
    }),
  ).optional(),
});

export const pieceEntry = z.looseObject({
  kind: pieceKind,
  title: z.string().max(200),
  room: roomId,
  /** The guide that it is written with. */
  form: formName.optional(),
  /** The piece that it answers: of mine, one of the other's; of the other's, one of mine. */
  replyTo: pieceId.optional(),
  /** Of a piece of the other's: I marked, for myself, that amends were made. */
  amends: z.boolean().optional(),
  /** The version that was opened last, for showing what changed since. */
  openedVersion: versionId.optional(),
  /** Of a question for two: my own piece in which I write my answer. */
  draft: pieceId.optional(),
  /** Of such an own piece: the question that it answers. */
  answers: pieceId.optional(),
  /**
   * Of an agreement that I proposed from a line of the other's boundaries: where its words stand, and
   * under which id they are written in the agreement once both can.
   */
  firstLine: z.looseObject({ piece: pieceId, line: lineId, as: lineId }).optional(),
  /** Of an agreement that I proposed from what both marked: those lines, until they are written in it. */
  firstLines: z.array(z.looseObject({ as: lineId, words: z.string().max(500) })).optional(),
  /** Of such an agreement, for good: the question, and the round of it. */
  fromRound: z.looseObject({ piece: pieceId, round: roundId }).optional(),
  /** Of a commitment plan: my own piece in which I mark, for myself, what was done. */
  marks: pieceId.optional(),
  /** Of such an own piece: the plan that it belongs to. */
  marksOf: pieceId.optional(),
  /** Of a list of mine: so many of its lines are not offered, or not as they are now. */
  notOffered: z.number().int().min(0).optional(),
  /** Of a piece of mine: I deleted it, and at this time, in ms since 1970, it is destroyed. */
  goesAt: z.number().optional(),
  /** Of a question of the other's: I do not want it before my eyes. */
  putAway: z.boolean().optional(),
});

export const IDLE_MINUTES = [1, 10, 60] as const;

export const preferences = open({
  idleMinutes: kept(z.literal(IDLE_MINUTES)).optional(),
  neutralTitle: kept(z.boolean()).optional(),
  country: kept(z.string().max(2)).optional(),
});

/** Names of practices. */
const practiceNames = z.array(z.string().max(80)).optional();

/** Where I have been on the walk of practices: names alone, without days. See practices/walk.ts. */
const walk = z.looseObject({
  been: practiceNames,
  /** I took the mark off, though a piece of mine was written with it. */
  left: practiceNames,
  hidden: practiceNames,
  waved: practiceNames,
  away: z.boolean().optional(),
});

export const indexSchema = open({
  v: z.literal(1),
  rooms: entriesOf(roomId, roomEntry),
  pieces: entriesOf(pieceId, pieceEntry),
  /** Pieces of mine that are gone for good: a device that kept something of them drops it. */
  gone: kept(z.array(pieceId)).optional(),
  /** Until the person has seen them and typed two of them back. */
  recoveryWords: kept(z.array(z.string().max(12)).length(12)).optional(),
  walk: kept(walk).optional(),
  prefs: preferences,
});

export type Index = z.output<typeof indexSchema>;
export type RoomEntry = z.output<typeof roomEntry>;
export type PieceEntry = z.output<typeof pieceEntry>;
export type FormerKeyEntry = z.output<typeof formerKey>;
export type WalkEntry = z.output<typeof walk>;
export type Pinned = z.output<typeof pinned>;

export const emptyIndex = (): Index => ({ v: 1, rooms: {}, pieces: {}, prefs: {} });

export const DEFAULT_IDLE_MINUTES = 10;

/** After how many idle minutes this person's devices lock. */
export const idleMinutesOf = (index: Index): number =>
  known(index.prefs.idleMinutes) ?? DEFAULT_IDLE_MINUTES;

/** Whether its person deleted it, by whichever version: until it is destroyed, no page shows it. */
export const isLeaving = (entry: PieceEntry | Newer | undefined): boolean =>
  isNewer(entry) ? says(deleted, entry) : entry?.goesAt !== undefined;
const deleted = z.looseObject({ goesAt: z.number() });

/** The index with this said of a piece; the same where nothing changes, or a newer version says it. */
export function withPiece(
  index: Index,
  piece: PieceId,
  change: (entry: PieceEntry | undefined) => PieceEntry | undefined,
): Index {
  const before = index.pieces[piece];
  if (isNewer(before)) return index;
  const entry = change(before);
  if (!entry || entry === before) return index;
  return { ...index, pieces: { ...index.pieces, [piece]: entry } };
}
