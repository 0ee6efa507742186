import * as z from "zod";
import { recordExport } from "./consent/export.ts";
import { pace, quietHours } from "./consent/hours.ts";
import { encoded } from "./encoded.ts";
import { lineId, personId, pieceId, roomId, versionId } from "./ids.ts";
import { ANSWERS } from "./pieces/answer.ts";
import { boundaryLine } from "./pieces/boundaries.ts";
import { LINE_ANSWERS } from "./pieces/boundary-answer.ts";
import { LENGTHS, THEMES, WEIGHTS } from "./pieces/envelope.ts";
import { pieceKind } from "./pieces/kinds.ts";
import { letterBody } from "./pieces/letter.ts";
import { MARKS, NOTICED } from "./pieces/marks.ts";

/**
 * Everything of one person's, as a file: what they wrote, what they opened that still stands, what both
 * agreed, and what is on record. Nothing that they may not see, no key, no recovery words and no link:
 * who finds the file can read what is in it, and do nothing with it. Later versions take a number of
 * their own.
 */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const side = z.enum(["me", "other"]);
const title = z.string().max(200);

/** Running text: a letter, a note, an answer. */
const text = z.object({
  is: z.literal("text"),
  title,
  body: letterBody,
  /** Answers to a guide that the text does not show: what was kept to oneself, or edited since. */
  beside: z.array(z.object({ about: z.string(), words: z.string() })),
});
/** A list of boundaries, or the lines of it that crossed. */
const boundaries = z.object({
  is: z.literal("boundaries"),
  lines: z.array(boundaryLine),
  /** Taken out of the list by its writer. */
  takenOut: z.array(boundaryLine),
});
const marked = <Mark extends z.ZodType>(mark: Mark) =>
  z.array(z.object({ line: lineId, first: day, mark }));
/** What was marked in a plan. */
const marks = z.object({
  is: z.literal("marks"),
  own: marked(z.enum(MARKS)),
  noticed: marked(z.enum(NOTICED)),
});

/** What one person wrote, as it is or as it crossed. */
export const content = z.discriminatedUnion("is", [text, boundaries, marks]);

/** Why words are not there: `incomplete` is what is there without some that could not be read. */
const missing = z.enum(["unreadable", "forged", "incomplete"]);

const told = z.object({ what: z.enum(["opened", "no"]), on: day });
const answer = z.object({
  says: z.enum(ANSWERS).nullable(),
  /** To a list of boundaries: for each of its lines. */
  lines: z.array(z.enum(LINE_ANSWERS)).nullable(),
  on: day,
});

/** A version that was offered. Of one that was taken back the words are gone everywhere. */
const offered = z.object({
  version: versionId,
  on: day,
  state: z.enum(["offered", "ended", "answered", "taken-back"]),
  length: z.enum(LENGTHS).nullable(),
  weight: z.enum(WEIGHTS).nullable(),
  content: content.nullable(),
  told: told.nullable(),
  answer: answer.nullable(),
});

/** A piece that this person writes alone. */
export const writtenPiece = z.object({
  piece: pieceId,
  kind: pieceKind,
  title,
  content: content.nullable(),
  missing: missing.nullable(),
  /** Milliseconds since 1970: an offer that waits for its time. */
  waitsUntil: z.number().nullable(),
  versions: z.array(offered),
  /** Words that could not be sent from this device, and were never merged. */
  keptAside: z.array(z.string()),
});

/** What the other offered and this person opened. */
export const openedPiece = z.object({
  piece: pieceId,
  version: versionId,
  kind: pieceKind,
  on: day,
  content: content.nullable(),
  missing: missing.nullable(),
  told: told.nullable(),
  answer: answer.nullable(),
});

const signature = z.object({
  by: side,
  on: day,
  statement: z.object({ body: encoded(1, 4096), signature: encoded(64) }),
});
const wording = z.object({
  words: z.string().max(2000).nullable(),
  signatures: z.array(signature),
});

/** A piece that both write. */
export const togetherPiece = z.object({
  piece: pieceId,
  kind: pieceKind.nullable(),
  theme: z.enum(THEMES).nullable(),
  title,
  closed: z.boolean(),
  missing: missing.nullable(),
  /** As it is written now. */
  lines: z.array(
    z.object({
      line: lineId,
      text: z.string(),
      heading: z.boolean(),
      retired: z.boolean(),
      /** What both remark beside it. */
      remarks: z.string(),
    }),
  ),
  /** What has been signed, each line by its own. */
  signed: z.array(
    z.object({ line: lineId, agreed: wording.nullable(), proposed: z.array(wording) }),
  ),
});

/** A question for two, or a check-in. What this person writes for it is a piece of their own. */
const putIn = z.object({ on: day, content: content.nullable(), missing: missing.nullable() });
export const question = z.object({
  piece: pieceId,
  title,
  on: day,
  mine: putIn.nullable(),
  /** Once both have opened. */
  theirs: putIn.nullable(),
});

export const roomData = z.object({
  room: roomId,
  /** What this person calls the other. */
  petname: z.string().max(80),
  other: z.object({ person: personId, signingKey: encoded(32) }).nullable(),
  paused: z.boolean(),
  left: z.enum(["left", "blocked"]).nullable(),
  settings: z.object({ quietHours: quietHours.nullable(), pace }),
  written: z.array(writtenPiece),
  opened: z.array(openedPiece),
  together: z.array(togetherPiece),
  questions: z.array(question),
  record: recordExport,
});

export const ownData = z.object({
  format: z.literal("threshold own data"),
  version: z.literal(1),
  exportedOn: day,
  account: z.object({
    name: z.string(),
    person: personId,
    signingKey: encoded(32),
    boxKey: encoded(32),
  }),
  settings: z.object({
    idleMinutes: z.number(),
    neutralTitle: z.boolean(),
    country: z.string().nullable(),
  }),
  rooms: z.array(roomData),
  /** Rooms that did not open, because who is in them could not be proven. Nothing of them is here. */
  closedRooms: z.array(z.object({ room: roomId, petname: z.string().max(80) })),
});

export type Content = z.infer<typeof content>;
export type WrittenPiece = z.infer<typeof writtenPiece>;
export type OpenedPiece = z.infer<typeof openedPiece>;
export type TogetherPiece = z.infer<typeof togetherPiece>;
export type Question = z.infer<typeof question>;
export type RoomData = z.infer<typeof roomData>;
export type OwnData = z.infer<typeof ownData>;
