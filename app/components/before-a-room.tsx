import { Notice } from "./notice.tsx";
import { SafetyOffer } from "./safety-offer.tsx";

/**
 * The safety questions before a room: the same words, at the same place, for who makes it and for who
 * comes in.
 */
export function BeforeARoom({ onPause }: { onPause: () => void }) {
  return (
    <Notice
      tone="care"
      title="Before you go in"
      actions={<SafetyOffer where="outside" onPause={onPause} />}
    >
      <p>
        If you are afraid of the other person, or somebody presses you to do this, you need not go
        in, and we advise against it. Both of you find these questions here.
      </p>
    </Notice>
  );
}
