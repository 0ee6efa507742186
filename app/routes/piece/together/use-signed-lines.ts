import { useEffect, useMemo, useState } from "react";
import type { PieceKeys } from "#client/hooks/use-piece-keys.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { lineWordsFrom, openLines, type OpenedLine } from "#client/rooms/together.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import type { PieceId } from "#domain/ids.ts";
import type { LineView } from "#domain/piece-view.ts";

const NONE: readonly OpenedLine[] = [];

/** What has been signed of each line, with its words; anew whenever somebody signs. */
export function useSignedLines(
  piece: PieceId,
  lines: readonly LineView[],
  { keys }: Pick<PieceKeys, "keys">,
) {
  const { hand, room, paired } = useInRoom();
  const [signed, setSigned] = useState(NONE);
  const lineWords = useMemo(() => lineWordsFrom(piece, keys), [piece, keys]);
  useEffect(() => {
    if (!lineWords || !paired) return;
    let left = false;
    const signers = { me: meIn(hand.keyring, room), other: otherIn(paired) };
    void openLines(piece, lineWords, signers, lines).then((read) => !left && setSigned(read));
    return () => {
      left = true;
    };
  }, [piece, lines, lineWords, hand, room, paired]);
  return { lineWords, signed };
}
