import type { PersonId, PieceId } from "../ids.ts";
import type { ActKind, ActView } from "../record-view.ts";
import type { ChangeKind, ChangeView } from "../room-view.ts";
import { door } from "./at-the-door.ts";
import { isQuiet, type ConsentEvent, type Entry } from "./events.ts";
import type { Known, Piece } from "./gate.ts";

/**
 * What happened, for one person: every act of both that this person may see, and their own quiet ones.
 * An envelope of the other's is on it while it stands at the door, and once it was opened or refused;
 * one that was taken back unopened leaves no more trace here than in the room.
 */
type Told = { readonly at: number; readonly act: ActView };

function told(known: Known, entries: readonly Entry[], now: number): readonly Told[] {
  const atDoor = door(known, now);
  return entries
    .flatMap((entry): readonly Told[] => {
      const { at, by, event, subject } = entry;
      const piece = known.pieces.get(subject as PieceId) ?? null;
      const mine = by === known.me;
      const what = mine ? ownActOf(event) : actOf(event);
      if (!what || (!mine && piece && !mayTell(event, piece, atDoor.get(subject as PieceId)))) {
        return [];
      }
      return [{ at, act: actView(entry, what, piece !== null, known.me) }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The consent record, the oldest first. */
export const recordFor = (
  known: Known,
  entries: readonly Entry[],
  now: number,
): readonly ActView[] => told(known, entries, now).map(({ act }) => act);

/** What the other did since this person last said that they have seen it. */
export function changesFor(
  known: Known,
  entries: readonly Entry[],
  now: number,
): readonly ChangeView[] {
  const { seenAt } = known.room.own;
  const atDoor = door(known, now);
  const answered = new Set<ActView["version"]>();
  const takenBack = new Set<string>();
  const isUnread = (piece: PieceId, version: ActView["version"]) => {
    const waiting = atDoor.get(piece);
    return waiting?.putOff === false && waiting.version === version;
  };
  return told(known, entries, now).flatMap(({ at, act }): readonly ChangeView[] => {
    const { what, by, on, piece, version, statement } = act;
    if ((by !== "other" && what !== "round-over") || piece === null || !isChange(what)) return [];
    const isNew =
      what === "offered" || what === "proposed" ? isUnread(piece, version) : at > seenAt;
    if (what === "pair-begun" && isWithdrawn(known, piece)) return [];
    // An answer may be changed; it is news once.
    if (what === "answered" && answered.has(version)) return [];
    if (what === "answered") answered.add(version);
    // What was opened of a piece goes all at once: that is one piece of news.
    if (what === "taken-back" && takenBack.has(`${piece} ${at}`)) return [];
    if (what === "taken-back") takenBack.add(`${piece} ${at}`);
    return isNew ? [{ what, piece, on, statement }] : [];
  });
}

/** A question that was taken back is no news any more, though the record tells of it. */
function isWithdrawn({ pieces }: Known, id: PieceId): boolean {
  const piece = pieces.get(id);
  return piece?.mode === "paired" && piece.withdrawn !== null;
}

const NO_CHANGE = [
  "withdrawn",
  "round-dropped",
  "keys-changed",
  "set-to-wait",
  "not-sent",
  "opened",
  "not-now",
  "no",
  "put-in",
  "taken-out",
  "submitted",
  "piece-deleted",
  "paused",
  "resumed",
  "left",
  "blocked",
] as const satisfies readonly ActKind[];

const isChange = (what: ActKind): what is ChangeKind =>
  !(NO_CHANGE as readonly ActKind[]).includes(what);

/** Whether an act of the other's on this piece is one that I came to see. */
function mayTell(
  event: ConsentEvent,
  piece: Piece,
  atDoor: { readonly version: string | null } | undefined,
): boolean {
  switch (event.type) {
    case "version-offered":
    case "versions-taken-back": {
      if (piece.mode !== "own") return false;
      const opened = event.type === "versions-taken-back" ? event.versions : [event.version];
      return piece.versions
        .filter(({ version }) => opened.includes(version))
        .some(({ version, reading }) =>
          event.type === "versions-taken-back"
            ? reading === "opened"
            : reading === "opened" || reading === "declined" || atDoor?.version === version,
        );
    }
    case "piece-proposed":
      if (piece.mode !== "together") return false;
      return (
        piece.stage.is === "open" ||
        piece.stage.is === "closed" ||
        piece.reading === "declined" ||
        atDoor !== undefined
      );
    case "proposal-withdrawn":
      return false;
    default:
      return true;
  }
}

/** What both may see; `null` for the rest, and for what one did to the room. */
function actOf(event: ConsentEvent): ActKind | null {
  switch (event.type) {
    case "version-offered":
      return "offered";
    case "versions-taken-back":
      return "taken-back";
    case "opening-told":
      return "told-opened";
    case "decline-told":
      return "told-no";
    case "version-answered":
      return "answered";
    case "piece-proposed":
      return "proposed";
    case "proposal-withdrawn":
    case "pair-withdrawn":
      return "withdrawn";
    case "proposal-accepted":
      return "accepted";
    case "line-signed":
    case "signature-taken-back":
    case "reopening-asked":
    case "pair-begun":
    case "round-asked":
    case "round-dropped":
    case "round-begun":
    case "round-over":
      return event.type;
    case "piece-closed":
      return "closed";
    case "piece-reopened":
      return "reopened";
    case "answer-opened":
      return "pair-opened";
    case "keys-changed":
      return event.type;
    default:
      return null;
  }
}

function ownActOf(event: ConsentEvent): ActKind | null {
  switch (event.type) {
    case "offer-set":
      return "set-to-wait";
    case "offer-unset":
      return "not-sent";
    case "opened":
      return "opened";
    case "put-off":
      return "not-now";
    case "declined":
      return "no";
    case "answer-put-in":
      return "put-in";
    case "answer-taken-out":
      return "taken-out";
    case "round-submitted":
      return "submitted";
    case "piece-discarded":
      return "piece-deleted";
    case "room-paused":
      return "paused";
    case "room-resumed":
      return "resumed";
    case "keys-changed":
      return actOf(event);
    case "room-left":
      return event.blocked ? "blocked" : "left";
    case "side-closed":
    case "quiet-hours-set":
    case "pace-set":
    case "changes-seen":
      return null;
    default:
      return actOf(event);
  }
}

function actView({ at, by, event, subject }: Entry, what: ActKind, ofPiece: boolean, me: PersonId) {
  const recorded = "recorded" in event ? event.recorded : null;
  const act: ActView = {
    what,
    by: by === me ? "me" : "other",
    on: recorded ? recorded.on : new Date(at).toISOString().slice(0, 10),
    piece: ofPiece ? (subject as PieceId) : null,
    version: versionOf(event),
    line: "line" in event ? event.line : null,
    hash: "hash" in event ? event.hash : null,
    quiet: isQuiet(event.type) || (!ofPiece && event.type !== "keys-changed"),
    statement: recorded && recorded.statement,
  };
  return act;
}

function versionOf(event: ConsentEvent): ActView["version"] {
  if ("versions" in event) return event.versions.at(-1) ?? null;
  return "version" in event ? (event.version ?? null) : null;
}
