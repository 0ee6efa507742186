import { useState } from "react";
import type { LineWords } from "#client/crypto/lines.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { signLine, takeSignatureBack, type OpenedWording } from "#client/rooms/together.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import type { Result } from "#domain/result.ts";
import { otherName, sorry } from "../../room/words.ts";
import type { SignAct } from "./signatures.tsx";

/** A line of an agreement that can be signed. */
export type Signable = {
  readonly piece: PieceId;
  readonly line: LineId;
  readonly lineWords: LineWords | null;
  readonly readOnly: boolean;
  readonly onTrouble: (sentence: string | null) => void;
};

/** What signatures beside the words of a line need: the two acts, and how they stand. */
export function useSigning({ piece, line, lineWords, readOnly, onTrouble }: Signable) {
  const { hand, paired, scene, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    onTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  const sign: SignAct = (toSign) => {
    if (!paired || !lineWords) return;
    void run(() => signLine(hand, paired, piece, line, toSign, lineWords));
  };
  const takeBack = ({ view }: OpenedWording) => {
    if (!paired) return;
    void run(() => takeSignatureBack(hand, paired, piece, line, view.hash));
  };
  return { pending, readOnly, other: otherName(scene.petname), sign, takeBack };
}

export type Signing = ReturnType<typeof useSigning>;
