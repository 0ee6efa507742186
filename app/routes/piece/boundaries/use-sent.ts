import { useMemo } from "react";
import { useLineAnswers, useLinesVersion } from "#client/hooks/use-lines-version.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { standing } from "#client/rooms/cards.ts";
import { meIn } from "#client/rooms/versions.ts";
import type { LineId } from "#domain/ids.ts";
import { saysTheSame, type BoundaryLine, type Sent } from "#domain/pieces/boundaries.ts";
import type { LineAnswer } from "#domain/pieces/boundary-answer.ts";
import type { OfferedView, WaitingView, WrittenView } from "#domain/piece-view.ts";

/** What of my list the other has, and what they answered; it has to be fetched and opened first. */
export type SentState =
  | { readonly is: "opening" | "refused" }
  | {
      readonly is: "known";
      readonly sent: Sent;
      /** What was answered to this line, if it still stands in the words that were answered. */
      readonly answerTo: (line: LineId) => LineAnswer | null;
    };

const NONE: readonly BoundaryLine[] = [];

export function useSent(view: WrittenView): SentState {
  const { paired } = useInRoom();
  const last = standing(view);
  const answered = view.versions.findLast(
    (version) => version.answer !== null && version.state !== "taken-back",
  );
  const offered = useMine(view, last);
  const waiting = useMine(view, view.waiting);
  const earlier = useMine(view, answered && answered !== last ? answered : null);
  const answeredLines = answered === last ? offered : earlier;
  const lines = answeredLines.is === "open" ? answeredLines.content.lines : NONE;
  const answers = useLineAnswers(
    paired,
    paired?.other.person ?? null,
    view.piece,
    answered?.version ?? null,
    answered?.answer ?? null,
    lines.length,
  );
  const stands = offered.is === "open" ? offered.content.lines : NONE;
  const waits = waiting.is === "open" ? waiting.content.lines : null;
  const isReady = (!last || offered.is === "open") && (!view.waiting || waiting.is === "open");
  const isRefused = offered.is === "refused" || waiting.is === "refused";
  return useMemo((): SentState => {
    if (!isReady) return { is: isRefused ? "refused" : "opening" };
    const answerTo = (id: LineId): LineAnswer | null => {
      const at = lines.findIndex((line) => line.id === id);
      const was = lines[at];
      const now = stands.find((line) => line.id === id);
      return (was && now && saysTheSame(was, now) && answers?.[at]) || null;
    };
    return { is: "known", sent: { offered: stands, waiting: waits }, answerTo };
  }, [isReady, isRefused, stands, waits, lines, answers]);
}

/** A version of mine, as I sealed it. */
function useMine(view: WrittenView, version: OfferedView | WaitingView | null) {
  const { hand, room } = useInRoom();
  return useLinesVersion(
    hand,
    view.piece,
    version?.version ?? null,
    version && {
      by: meIn(hand.keyring, room),
      key: null,
      envelope: version.envelope,
      statement: version.statement,
    },
  );
}
