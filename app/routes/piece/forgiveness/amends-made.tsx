import { useState } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { markAmends } from "#client/rooms/own-pieces.ts";
import { Switch } from "#components/switch.tsx";
import type { PieceId } from "#domain/ids.ts";
import { otherName } from "../../room/words.ts";
import { BeginForgiveness } from "./begin-forgiveness.tsx";

/**
 * Whether amends were made, which only who was hurt can say, and says to nobody: it is in their own
 * sealed index. Only then is giving suggested.
 */
export function AmendsMade({ piece }: { piece: PieceId }) {
  const { hand, scene } = useInRoom();
  const kept = useIndex().pieces[piece]?.amends === true;
  /** What was switched to, until the index says so. */
  const [switched, setSwitched] = useState<boolean | null>(null);
  const made = switched ?? kept;
  const mark = async (amends: boolean) => {
    setSwitched(amends);
    await markAmends(hand.keyring, piece, amends);
    setSwitched(null);
  };
  const other = otherName(scene.petname);
  return (
    <section
      aria-labelledby="amends"
      className="mt-8 max-w-measure border-t border-line pt-5 print:hidden"
    >
      <h2 id="amends" className="text-l">
        For you alone
      </h2>
      <Switch
        label="Amends were made"
        checked={made}
        onChange={(event) => void mark(event.currentTarget.checked)}
      />
      <p className="mt-1 text-s text-ink-soft">
        Something was done to put it right, as you see it. Nobody learns whether you mark this, not
        even {other}; you can change it at any time.
      </p>
      {made && (
        <div className="mt-4">
          <p className="mb-3 text-s">
            If you want to, you can find out what forgiving would mean for you. You owe it to
            nobody, and what you write stays with you until you offer it.
          </p>
          <BeginForgiveness form="giving" label="Write about forgiving" replyTo={piece} />
        </div>
      )}
    </section>
  );
}
