import * as z from "zod";
import { recordExport } from "./consent/export.ts";
import { pace, quietHours } from "./consent/hours.ts";
import { encoded } from "./encoded.ts";
import { lineId, personId, pieceId, roomId, roundId, versionId } from "./ids.ts";
import { ANSWERS } from "./pieces/answer.ts";
import { boundaryLine } from "./pieces/boundaries.ts";
import { LINE_ANSWERS } from "./pieces/boundary-answer.ts";
import { LENGTHS, THEMES, WEIGHTS } from "./pieces/envelope.ts";
import { formName } from "./pieces/forms.ts";
import { pieceKind } from "./pieces/kinds.ts";
import { letterBody } from "./pieces/letter.ts";
import { MARKS, NOTICED } from "./pieces/marks.ts";
import { RHYTHMS } from "./pieces/plan.ts";

/**
 * Everything of one person's, as a file: what they wrote, what they opened that still stands, what both
 * agreed, and what is on record. Nothing that they may not see, no key, no recovery words and no link:
 * who finds the file can read what is in it, and do nothing with it. Later versions take a number of
 * their own; what an earlier one did not have is read as nothing.
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

/** Words that could not be sent from this device, and were never merged. */
const keptAside = z.array(z.string()).default([]);
/** What stood there at earlier moments, as this device alone kept it, the newest first. */
const earlier = z.array(z.object({ at: z.number(), words: z.string() })).default([]);

/** A piece that this person writes alone. */
export const writtenPiece = z.object({
  piece: pieceId,
  kind: pieceKind,
  /** The guide that it is written with. */
  form: formName.nullable().default(null),
  title,
  content: content.nullable(),
  missing: missing.nullable(),
  /** Milliseconds since 1970: an offer that waits for its time. */
  waitsUntil: z.number().nullable(),
  versions: z.array(offered),
  keptAside,
  earlier,
});

/** What the other offered and this person opened. */
export const openedPiece = z.object({
  piece: pieceId,
  version: versionId,
  kind: pieceKind,
  /** What this person calls it: by a name of their own, or as it came. */
  title: title.default(""),
  on: day,
  content: content.nullable(),
  missing: missing.nullable(),
  told: told.nullable(),
  answer: answer.nullable(),
  /** They marked, for themselves alone, that amends were made. */
  amends: z.boolean().default(false),
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

/** A commitment as it is written in a plan; it stands under its owner's name once they have signed it. */
const commitment = z.object({
  owner: side.nullable(),
  goal: z.string(),
  obstacle: z.string(),
  when: z.string(),
  act: z.string(),
  rhythm: z.enum(RHYTHMS),
  start: day,
  /** The day to look at it again. */
  review: day.nullable(),
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
      /** The day after which it would have to be signed again. */
      review: day.nullable().default(null),
      /** In a plan: the parts of which the text is made, and how often. */
      commitment: commitment.nullable().default(null),
    }),
  ),
  /** What has been signed, each line by its own. */
  signed: z.array(
    z.object({ line: lineId, agreed: wording.nullable(), proposed: z.array(wording) }),
  ),
  keptAside,
  earlier,
});

/** A question for two, or a check-in. What this person writes for it is a piece of their own. */
const putIn = z.object({
  on: day,
  content: content.nullable(),
  missing: missing.nullable(),
  /** What its reader said to it. */
  answer: answer.nullable().default(null),
});
/** A round of marking lines that is over. Nothing in common and not finished are one. */
const round = z.object({
  round: roundId,
  /** What both marked, in the order of the list. */
  common: z.array(z.object({ name: z.string(), words: z.string() })),
  missing: missing.nullable(),
});
export const question = z.object({
  piece: pieceId,
  title,
  on: day,
  mine: putIn.nullable(),
  /** Once both have opened. */
  theirs: putIn.nullable(),
  /** Every round that is over, the oldest first. */
  rounds: z.array(round).default([]),
});

/** Which questions this person wants in a room. It is known to them alone. */
const cards = z.object({
  /** How deep at most, if they said. */
  depth: z.number().int().nullable(),
  /** What the two are to each other. */
  fits: z.array(z.string()),
  notThemes: z.array(z.string()),
  notCards: z.array(z.number().int()),
});

/** Where this person has been on the walk of practices: names alone. It is known to them alone. */
const walk = z.object({
  been: z.array(z.string()),
  /** They took the mark off, though a piece of theirs was written with it. */
  left: z.array(z.string()),
  hidden: z.array(z.string()),
  waved: z.array(z.string()),
  /** Their rooms show no practices. */
  away: z.boolean(),
});

export const roomData = z.object({
  room: roomId,
  /** What this person calls the other. */
  petname: z.string().max(80),
  other: z.object({ person: personId, signingKey: encoded(32) }).nullable(),
  paused: z.boolean(),
  left: z.enum(["left", "blocked"]).nullable(),
  settings: z.object({
    quietHours: quietHours.nullable(),
    pace,
    /** `null` if they said nothing. */
    cards: cards.nullable().default(null),
  }),
  written: z.array(writtenPiece),
  opened: z.array(openedPiece),
  together: z.array(togetherPiece),
  questions: z.array(question),
  record: recordExport,
});

export const ownData = z.object({
  format: z.literal("threshold own data"),
  version: z.literal([1, 2]),
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
  /** `null` if they have been nowhere. */
  walk: walk.nullable().default(null),
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
