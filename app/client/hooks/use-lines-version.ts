import { useEffect, useState } from "react";
import type { Hand } from "#client/rooms/acts.ts";
import { openLineAnswers, readLines } from "#client/rooms/boundaries.ts";
import type { Offered, Paired } from "#client/rooms/versions.ts";
import type { PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { BoundariesContent } from "#domain/pieces/boundaries.ts";
import type { LineAnswer } from "#domain/pieces/boundary-answer.ts";
import type { AnswerView } from "#domain/piece-view.ts";
import { useReading, type VersionState } from "./use-version.ts";

/** The lines of a sealed version, as `useVersion` has the words of a letter. */
export const useLinesVersion = (
  hand: Hand,
  piece: PieceId,
  version: VersionId | null,
  offered: Offered | null,
  /** Change it to try again. */
  attempt = 0,
): VersionState<BoundariesContent> =>
  useReading(
    version && offered && (() => readLines(hand, piece, version, offered)),
    hand,
    `${piece} ${version} ${offered?.statement.hash} ${attempt}`,
  );

/** What was answered to these lines; `undefined` before it is read, `null` if it cannot be. */
export function useLineAnswers(
  paired: Paired | null,
  by: PersonId | null,
  piece: PieceId,
  version: VersionId | null,
  answer: AnswerView | null,
  lines: number,
): readonly LineAnswer[] | null | undefined {
  const [answers, setAnswers] = useState<readonly LineAnswer[] | null>();
  const sealed = answer?.sealed;
  useEffect(() => {
    if (!paired || !by || !version || !sealed || lines === 0) return;
    let left = false;
    void openLineAnswers(paired, by, { piece, version }, sealed, lines).then(
      (read) => !left && setAnswers(read),
    );
    return () => {
      left = true;
      setAnswers(undefined);
    };
  }, [paired, by, piece, version, sealed, lines]);
  return answers;
}
