import type { PersonId, PieceId, VersionId } from "../ids.ts";
import type { PieceAccess } from "../ports.ts";
import { unreachable } from "../result.ts";
import type { Known } from "./gate.ts";
import type { PairedPiece } from "./paired.ts";
import { isPaused } from "./room.ts";

const NOT_HERE: PieceAccess = { status: "refused", code: "not-here" };

/**
 * What a person may do with a piece's frames. An own piece is its owner's alone, in a pause too. A
 * piece together is both's once both have said yes; closed, or in a paused room, it can be read only.
 * Quiet hours and pace have no part in it: they are for what arrives.
 */
export function accessTo(known: Known, id: PieceId, now: number): PieceAccess {
  const piece = known.pieces.get(id);
  if (!piece) return NOT_HERE;
  if (piece.mode === "own") {
    return piece.owner === known.me && !piece.discarded
      ? { status: "open", epoch: 1, mayWrite: true }
      : NOT_HERE;
  }
  // Each answers a paired piece in a piece of their own.
  if (piece.mode === "paired") return NOT_HERE;
  const { stage } = piece;
  switch (stage.is) {
    case "proposed":
    case "withdrawn":
      return NOT_HERE;
    case "open":
      return { status: "open", epoch: stage.epoch, mayWrite: !isPaused(known.room, now) };
    case "closed":
      return { status: "open", epoch: stage.epoch, mayWrite: false };
    default:
      return unreachable(stage);
  }
}

/** Which role lets a person have this version's words and key; `null` if none does. */
export function roleIn(known: Known, id: PieceId, version: VersionId): "author" | "reader" | null {
  const piece = known.pieces.get(id);
  if (piece?.mode === "paired") return roleInPair(piece, version, known.me);
  if (piece?.mode !== "own" || piece.discarded) return null;
  if (piece.waiting?.version === version) return "author";
  const named = piece.versions.find((offered) => offered.version === version);
  if (!named || named.takenBack) return null;
  if (piece.owner === known.me) return "author";
  return named.reading === "opened" ? "reader" : null;
}

function roleInPair(
  { putIn, opened, withdrawn }: PairedPiece,
  version: VersionId,
  me: PersonId,
): "author" | "reader" | null {
  if (withdrawn) return null;
  const shown = opened.find((one) => one.version === version);
  if (shown) return shown.by === me ? "author" : "reader";
  return putIn?.version === version ? "author" : null;
}

/** Whether the two may see each other at work in this piece, should both have turned that on. */
export function mayMeet(known: Known, id: PieceId, now: number): boolean {
  const piece = known.pieces.get(id);
  return piece?.mode === "together" && piece.stage.is === "open" && !isPaused(known.room, now);
}
