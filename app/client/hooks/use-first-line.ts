import { useEffect } from "react";
import type * as Y from "yjs";
import { writeFirstLine } from "#client/pieces/first-line.ts";
import { readLines } from "#client/rooms/boundaries.ts";
import { otherIn } from "#client/rooms/versions.ts";
import type { PieceId } from "#domain/ids.ts";
import { withPiece, type Index } from "#domain/index-schema.ts";
import { useInRoom } from "./use-room.ts";
import { known } from "#domain/newer.ts";

/** Refusals after which there are no such words, now or later. */
const GONE: ReadonlySet<string> = new Set(["not-here", "other-kind"]);

/**
 * Writes the first line of an agreement that this person proposed from a boundary of the other's, if
 * that boundary still stands. `doc` is null until everything that the server has is in it, and while
 * it cannot be written in.
 */
export function useFirstLine(piece: PieceId, doc: Y.Doc | null): void {
  const { hand, scene, paired } = useInRoom();
  const firstLine = known(hand.keyring.index.current().pieces[piece])?.firstLine;
  const from = scene.view.pieces.find((one) => one.piece === firstLine?.piece);
  const opened = from?.mode === "own" && from.role === "reader" ? from.opened.at(-1) : undefined;
  const standing = opened && !opened.takenBack ? opened : null;

  useEffect(() => {
    if (!doc || !firstLine || !paired) return;
    let left = false;
    const write = async () => {
      if (standing) {
        const offered = { by: otherIn(paired), key: paired.key, ...standing };
        const lines = await readLines(hand, firstLine.piece, standing.version, offered);
        if (left || (!lines.ok && !GONE.has(lines.refusal.code))) return;
        const words = lines.ok && lines.value.lines.find(({ id }) => id === firstLine.line);
        if (words) writeFirstLine(doc, firstLine.as, words.statement);
      }
      await hand.keyring.index.update((index) => withoutFirstLine(index, piece));
    };
    void write();
    return () => {
      left = true;
    };
    // The version says what is written; views are made anew whenever anything moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [doc, firstLine?.as, standing?.version, paired !== null, hand, piece]);
}

/** Writes the first lines of an agreement that this person proposed from what both marked in a round. */
export function useFirstLines(piece: PieceId, doc: Y.Doc | null): void {
  const { hand } = useInRoom();
  const { firstLines } = known(hand.keyring.index.current().pieces[piece]) ?? {};
  const isThere = firstLines !== undefined;
  useEffect(() => {
    if (!doc || !firstLines) return;
    for (const { as, words } of firstLines) writeFirstLine(doc, as, words);
    void hand.keyring.index.update((index) => withoutFirstLine(index, piece));
    // They are set once, when it is proposed, and taken out once, when they are written.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [doc, isThere, hand, piece]);
}

const withoutFirstLine = (index: Index, piece: PieceId): Index =>
  withPiece(index, piece, (entry) => {
    if (!entry?.firstLine && !entry?.firstLines) return entry;
    const { firstLine: _written, firstLines: _all, ...rest } = entry;
    return rest;
  });
