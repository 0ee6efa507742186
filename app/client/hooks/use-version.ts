import { useEffect, useState } from "react";
import type { Hand } from "#client/rooms/acts.ts";
import { readAnswer } from "#client/rooms/paired.ts";
import type { Signer } from "#client/rooms/signed.ts";
import { readVersion, type Offered } from "#client/rooms/versions.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";
import type { Result } from "#domain/result.ts";
import type { PutInView } from "#domain/piece-view.ts";

export type VersionState<Content = WrittenContent> =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly content: Content }
  | { readonly is: "refused"; readonly code: string };

const OPENING = { is: "opening" } as const;

/** `key` says whether it is the same thing that is read: objects are made anew with every view. */
export function useReading<Content>(
  read: (() => Promise<Result<Content>>) | null,
  hand: Hand,
  key: string,
): VersionState<Content> {
  const [state, setState] = useState<VersionState<Content>>(OPENING);
  useEffect(() => {
    if (!read) return;
    let left = false;
    setState(OPENING);
    void read().then((done) => {
      if (left) return;
      setState(
        done.ok ? { is: "open", content: done.value } : { is: "refused", code: done.refusal.code },
      );
    });
    return () => {
      left = true;
      setState(OPENING);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see `key`
  }, [hand, key]);
  return state;
}

/**
 * The content of a sealed version, fetched, checked and opened; kept in this page's memory and nowhere
 * else. With `version` null there is nothing to open.
 */
export const useVersion = (
  hand: Hand,
  piece: PieceId,
  version: VersionId | null,
  offered: Offered | null,
  /** Change it to try again. */
  attempt = 0,
): VersionState =>
  useReading(
    version && offered && (() => readVersion(hand, piece, version, offered)),
    hand,
    `${piece} ${version} ${offered?.statement.hash} ${attempt}`,
  );

/** An answer to a question for two, in the same way. */
export const useAnswer = (
  hand: Hand,
  piece: PieceId,
  put: PutInView,
  by: Signer | null,
  attempt = 0,
): VersionState<AnswerContent> =>
  useReading(
    by && (() => readAnswer(hand, piece, put, by)),
    hand,
    `${piece} ${put.version} ${put.statement.hash} ${by !== null} ${attempt}`,
  );
