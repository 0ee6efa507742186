import { interfaceWords } from "#app/language/languages.ts";
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
  const t = interfaceWords("piece");
  if (!snapshot || snapshot.status.status === "opening") return t("opening");
  if (snapshot.status.status === "refused") return t("notConnected");
  if (snapshot.saved) return snapshot.status.status === "offline" ? t("savedOffline") : t("saved");
  if (snapshot.status.status === "offline") {
    return remembered ? t("keptOnThisDevice") : t("notSavedYet");
  }
  return t("saving");
}
