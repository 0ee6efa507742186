import { useEffect, useMemo, useRef, useState } from "react";
import { isMineToFind, textOfPiece } from "#client/export/own-texts.ts";
import type { KnownGuides } from "#client/export/read-content.ts";
import { find, foldQuery, type Found } from "#domain/find.ts";
import type { PieceId } from "#domain/ids.ts";
import { useInRoom } from "./use-room.ts";
import { useTab } from "./use-tab.ts";

export type FoundIn = {
  readonly piece: PieceId;
  readonly places: readonly Found[];
  readonly count: number;
};

export type Finding = {
  /** There is something to look for. */
  readonly asked: boolean;
  /** Pieces are still being opened. */
  readonly looking: boolean;
  readonly found: readonly FoundIn[];
  /** Pieces that could not be read just now. */
  readonly unread: number;
};

/**
 * Looks through what I wrote, for as long as the component is there. Each piece is opened as its page
 * opens it; what it says stays in memory until there is nothing to look for any more.
 */
export function useFind(query: string, guides: KnownGuides): Finding {
  const { hand, live, scene, paired } = useInRoom();
  const { device, locks } = useTab();
  const asked = foldQuery(query);
  const begun = asked !== "";
  /** The words of each piece; `null` for one that could not be read. */
  const [texts, setTexts] = useState<ReadonlyMap<PieceId, string | null>>(new Map());
  const now = useRef({ scene, paired });
  useEffect(() => {
    now.current = { scene, paired };
  });
  const pieces = scene.view.pieces.filter(isMineToFind).map(({ piece }) => piece);
  const which = pieces.join();

  useEffect(() => {
    if (!begun) return;
    const stop = new AbortController();
    const { signal } = stop;
    const look = async () => {
      // One after the other: nobody reads faster than that, and the page stays quick.
      for (const piece of which.split(",")) {
        const view = now.current.scene.view.pieces.find((one) => one.piece === piece);
        if (!view) continue;
        const gathering = { hand, live, device, locks, guides, signal };
        const read = await textOfPiece(gathering, now.current, view).catch(() => null);
        if (signal.aborted) return;
        setTexts((before) => new Map([...before, [view.piece, read?.text ?? null]]));
      }
    };
    void look();
    return () => {
      stop.abort();
      setTexts(new Map());
    };
  }, [begun, which, hand, live, device, locks, guides]);

  return useMemo(() => {
    const found = [...texts].flatMap(([piece, text]) => {
      const { places, count } = find(asked, text ?? "");
      return count > 0 ? [{ piece, places, count }] : [];
    });
    const unread = [...texts.values()].filter((text) => text === null).length;
    const of = which === "" ? 0 : which.split(",").length;
    return { asked: begun, looking: begun && texts.size < of, found, unread };
  }, [texts, asked, begun, which]);
}
