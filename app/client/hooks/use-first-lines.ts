import { useEffect, useState } from "react";
import type * as Y from "yjs";
import { writeFirstLine } from "#client/pieces/first-line.ts";
import { readLines } from "#client/rooms/boundaries.ts";
import { otherIn } from "#client/rooms/versions.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { withPiece, type Index } from "#domain/index-schema.ts";
import { known } from "#domain/newer.ts";
import type { Result } from "#domain/result.ts";
import { useIndex } from "./use-index.ts";
import { useInRoom } from "./use-room.ts";

/** Refusals after which there are no such words, now or later. */
const GONE: ReadonlySet<string> = new Set(["not-here", "other-kind"]);

type FirstLine = { readonly as: LineId; readonly words: string };

/** What this person proposed to begin an agreement with. */
export type FirstLines = {
  readonly lines: readonly FirstLine[];
  /** Writes them in it, where the other sees them. */
  readonly write: (doc: Y.Doc) => Promise<Result<unknown>>;
  /** Forgets them; nobody is told. */
  readonly leaveOut: () => Promise<Result<unknown>>;
};

/**
 * The first lines of an agreement that this person proposed from what both marked in a round, or from a
 * boundary of the other's, as long as that stands. They are written when this person says so and not by
 * themselves, for the other would learn from them when they first looked at the page.
 */
export function useFirstLines(piece: PieceId): FirstLines | null {
  const { hand } = useInRoom();
  const entry = known(useIndex().pieces[piece]);
  const ofBoundary = useBoundaryWords(piece);
  const lines = entry?.firstLines ?? ofBoundary;
  if (!lines || lines.length === 0) return null;
  const leaveOut = () => hand.keyring.index.update((index) => withoutFirstLines(index, piece));
  return {
    lines,
    write: async (doc) => {
      for (const { as, words } of lines) writeFirstLine(doc, as, words);
      return leaveOut();
    },
    leaveOut,
  };
}

/** The words of the boundary that it was proposed from; null until they are read, or if they are gone. */
function useBoundaryWords(piece: PieceId): readonly FirstLine[] | null {
  const { hand, scene, paired } = useInRoom();
  const firstLine = known(useIndex().pieces[piece])?.firstLine;
  const [read, setRead] = useState<readonly FirstLine[] | null>(null);
  const from = scene.view.pieces.find((one) => one.piece === firstLine?.piece);
  const opened = from?.mode === "own" && from.role === "reader" ? from.opened.at(-1) : undefined;
  const standing = opened && !opened.takenBack ? opened : null;

  useEffect(() => {
    setRead(null);
    if (!firstLine || !paired) return;
    let left = false;
    const look = async () => {
      if (standing) {
        const offered = { by: otherIn(paired), key: paired.key, ...standing };
        const content = await readLines(hand, firstLine.piece, standing.version, offered);
        if (left || (!content.ok && !GONE.has(content.refusal.code))) return;
        const line = content.ok && content.value.lines.find(({ id }) => id === firstLine.line);
        if (line) return setRead([{ as: firstLine.as, words: line.statement }]);
      }
      await hand.keyring.index.update((index) => withoutFirstLines(index, piece));
    };
    void look();
    return () => {
      left = true;
    };
    // The version says what is written; views are made anew whenever anything moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [firstLine?.as, standing?.version, paired !== null, hand, piece]);
  return firstLine ? read : null;
}

const withoutFirstLines = (index: Index, piece: PieceId): Index =>
  withPiece(index, piece, (entry) => {
    if (!entry?.firstLine && !entry?.firstLines) return entry;
    const { firstLine: _written, firstLines: _all, ...rest } = entry;
    return rest;
  });
