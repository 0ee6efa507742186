import { useEffect, useState } from "react";
import type { SharedCard } from "#client/rooms/cards.ts";
import { lineWordsFrom, openKeys, openLines, type Signers } from "#client/rooms/together.ts";
import { meIn, otherIn, type Paired } from "#client/rooms/versions.ts";
import type { LineId } from "#domain/ids.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import type { Day } from "#domain/statement-view.ts";
import { useInRoom } from "./use-room.ts";

type Agreement = Extract<SharedCard, { is: "together" }>;

/** An agreement of this room, with the lines that both have signed. */
export type Agreed = { readonly card: Agreement; readonly lines: readonly AgreedLine[] };

export type AgreedLine = {
  readonly line: LineId;
  /** `null`: these words cannot be read on this device. */
  readonly words: string | null;
  /** The day of the second signature. */
  readonly on: Day;
};

/** What stands agreed in this room; `null` until it is opened. */
export function useAgreed(): readonly Agreed[] | null {
  const { hand, room, scene, paired } = useInRoom();
  const [agreed, setAgreed] = useState<readonly Agreed[] | null>(null);
  useEffect(() => {
    if (!paired) return setAgreed([]);
    let left = false;
    const signers = { me: meIn(hand.keyring, room), other: otherIn(paired) };
    const cards = scene.shared.filter(
      (card): card is Agreement => card.is === "together" && card.kind === "agreement",
    );
    const opened = cards.map(async (card) => ({
      card,
      lines: await agreedIn(paired, card.view, signers),
    }));
    void Promise.all(opened).then((all) => {
      if (!left) setAgreed(all.filter(({ lines }) => lines.length > 0));
    });
    return () => {
      left = true;
    };
  }, [scene, hand, room, paired]);
  return agreed;
}

async function agreedIn(
  paired: Paired,
  { piece, state }: TogetherView,
  signers: Signers,
): Promise<readonly AgreedLine[]> {
  if (state.is !== "open" && state.is !== "closed") return [];
  const keys = await openKeys(paired, piece, state.keys);
  const words = keys.ok ? lineWordsFrom(piece, keys.value) : null;
  if (!words) return [];
  const lines = await openLines(piece, words, signers, state.lines);
  return lines.flatMap(({ line, standing }) => {
    if (!standing || standing.words === RETIRED) return [];
    const days = standing.view.signatures.map(({ on }) => on);
    return [{ line, words: standing.words, on: days.reduce((a, b) => (a > b ? a : b)) }];
  });
}
