import { useEffect, useMemo, useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard } from "#client/rooms/cards.ts";
import { readMarks } from "#client/rooms/check-ins.ts";
import { ownersIn, type StandingCommitment } from "#client/rooms/commitments.ts";
import { otherIn } from "#client/rooms/versions.ts";
import type { PieceId } from "#domain/ids.ts";
import type { CheckIn } from "#domain/pieces/check-in.ts";
import { countedOf, NO_MARKS, together, type Marks } from "#domain/pieces/marks.ts";

export type Theirs = {
  /** What the other brought to the check-ins that have opened, as far as it counts. */
  readonly marks: Marks;
  /** Some of it does not match what was signed, and is not shown. */
  readonly forged: boolean;
};

type Read = { readonly checkIns: readonly CheckIn[]; readonly forged: boolean };
const NOTHING: Read = { checkIns: [], forged: false };

/** The check-ins of this plan, the first before the last; of one day, the one that was begun first. */
export function useCheckIns(plan: PieceId): readonly CheckInCard[] {
  const { checkIns } = useInRoom().scene;
  return useMemo(
    () =>
      checkIns
        .filter((card) => card.plan === plan)
        .sort((a, b) => a.to.localeCompare(b.to) || a.on.localeCompare(b.on)),
    [checkIns, plan],
  );
}

export const isOpened = ({ view }: CheckInCard): boolean => view.state.is === "opened";

/** What the other marked, as far as both have opened it; kept in this page’s memory and nowhere else. */
export function useTheirMarks(plan: PieceId, standing: readonly StandingCommitment[]): Theirs {
  const { hand, paired } = useInRoom();
  const opened = useCheckIns(plan).filter(isOpened);
  const [read, setRead] = useState(NOTHING);
  const key = opened.map(({ piece }) => piece).join();
  useEffect(() => {
    if (!paired || key === "") return;
    let left = false;
    const by = otherIn(paired);
    const readings = opened.flatMap(({ piece, from, to, view: { state } }) =>
      state.is === "opened" ? [readMarks(hand, piece, state.theirs, by, { plan, from, to })] : [],
    );
    void Promise.all(readings).then((results) => {
      if (left) return;
      setRead({
        checkIns: results.flatMap((one) => (one.ok ? [one.value] : [])),
        forged: results.some((one) => !one.ok && one.refusal.code === "forged"),
      });
    });
    return () => {
      left = true;
    };
    // What was opened never changes; the cards are made anew with every view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hand, paired, plan, key]);
  return useMemo(() => {
    if (!paired) return { marks: NO_MARKS, forged: false };
    const counted = read.checkIns.map((one) =>
      countedOf(one, paired.other.person, ownersIn(standing)),
    );
    return { marks: together(counted), forged: read.forged };
  }, [read, paired, standing]);
}
