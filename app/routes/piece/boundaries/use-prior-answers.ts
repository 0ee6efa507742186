import { useMemo } from "react";
import { useLineAnswers, useLinesVersion } from "#client/hooks/use-lines-version.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { otherIn } from "#client/rooms/versions.ts";
import { saysTheSame, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { LineAnswer } from "#domain/pieces/boundary-answer.ts";
import type { OpenedView, ReceivedView } from "#domain/piece-view.ts";

/**
 * What I answered to these lines in the version that I answered last: their author still sees it beside
 * every line that says the same. `null` until it is read.
 */
export function usePriorAnswers(
  view: ReceivedView,
  opened: OpenedView,
  lines: readonly BoundaryLine[],
): readonly LineAnswer[] | null {
  const { hand, paired } = useInRoom();
  const answered = opened.answer
    ? undefined
    : view.opened.findLast((one) => one !== opened && one.answer && !one.takenBack);
  const by = paired && otherIn(paired);
  const state = useLinesVersion(
    hand,
    view.piece,
    answered?.version ?? null,
    by && answered
      ? { by, key: paired.key, envelope: answered.envelope, statement: answered.statement }
      : null,
  );
  const before = state.is === "open" ? state.content.lines : NONE;
  const answers = useLineAnswers(
    paired,
    hand.keyring.person,
    view.piece,
    answered?.version ?? null,
    answered?.answer ?? null,
    before.length,
  );
  const isRead = !answered || state.is === "refused" || answers !== undefined;
  return useMemo(
    () =>
      isRead
        ? lines.map((line) => {
            const at = before.findIndex((one) => saysTheSame(one, line) && one.id === line.id);
            return answers?.[at] ?? "nothing";
          })
        : null,
    [isRead, lines, before, answers],
  );
}

const NONE: readonly BoundaryLine[] = [];
