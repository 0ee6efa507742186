import { useEffect, useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { LineWords } from "#client/crypto/lines.ts";
import { openLines, type OpenedLine } from "#client/rooms/together.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import type { PieceId } from "#domain/ids.ts";
import type { LineView } from "#domain/piece-view.ts";

const NONE: readonly OpenedLine[] = [];

/** What has been signed of each line, with its words; anew whenever somebody signs. */
export function useSignedLines(
  piece: PieceId,
  lines: readonly LineView[],
  lineWords: LineWords | null,
): readonly OpenedLine[] {
  const { hand, room, paired } = useInRoom();
  const [opened, setOpened] = useState(NONE);
  useEffect(() => {
    if (!lineWords || !paired) return;
    let left = false;
    const signers = { me: meIn(hand.keyring, room), other: otherIn(paired) };
    void openLines(piece, lineWords, signers, lines).then((read) => !left && setOpened(read));
    return () => {
      left = true;
    };
  }, [piece, lines, lineWords, hand, room, paired]);
  return opened;
}
