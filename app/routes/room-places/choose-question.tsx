import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Options } from "#components/options.tsx";
import { DEPTHS, type Depth } from "#domain/pieces/decks.ts";
import { CARDS } from "../room/decks.ts";
import { otherName } from "../room/words.ts";

const DEPTH: Record<Depth, string> = { 1: "light", 2: "nearer", 3: "deep" };

/** One of our own questions. They are fixed words: nobody is met by free words without their yes. */
export function ChooseQuestion({
  card,
  onChoose,
}: {
  card: number | null;
  onChoose: (card: number | null) => void;
}) {
  const { scene } = useInRoom();
  const [depth, setDepth] = useState<Depth>(1);
  const here = CARDS.filter((one) => one.depth === depth && !one.retired);
  return (
    <>
      <p>
        The question shows to {otherName(scene.petname)} at once: it is one of ours, in fixed words.
        Nobody has to answer. You can take it back as long as the answers have not opened.
      </p>
      <Options
        legend="How deep?"
        name="depth"
        across
        value={`${depth}`}
        onChange={(value) => {
          setDepth(DEPTHS.find((one) => `${one}` === value) ?? 1);
          onChoose(null);
        }}
        options={DEPTHS.map((value) => ({ value: `${value}`, label: DEPTH[value] }))}
      />
      <Options
        legend="Which one?"
        name="card"
        value={card === null ? null : `${card}`}
        onChange={(value) => onChoose(Number(value))}
        options={here.map((one) => ({
          value: `${one.card}`,
          label: one.words,
          hint:
            one.is === "list"
              ? `${one.lines.length} lines to mark, each alone: only what both mark is shown`
              : undefined,
        }))}
      />
    </>
  );
}
