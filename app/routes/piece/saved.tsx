import type { PieceSnapshot } from "#client/sync/open-piece.ts";
import { Status } from "#components/status.tsx";

/** "Saved" means that the server has acknowledged every key press; anything less says what it is. */
export function Saved({
  snapshot,
  remembered,
}: {
  snapshot: PieceSnapshot | null;
  remembered: boolean;
}) {
  return <Status>{wordsFor(snapshot, remembered)}</Status>;
}

function wordsFor(snapshot: PieceSnapshot | null, remembered: boolean): string {
  if (!snapshot || snapshot.status.status === "opening") return "Opening";
  if (snapshot.status.status === "refused") return "Not connected";
  if (snapshot.saved) return snapshot.status.status === "offline" ? "Saved · offline" : "Saved";
  if (snapshot.status.status === "offline") {
    return remembered ? "Kept on this device" : "Not saved yet";
  }
  return "Saving";
}
