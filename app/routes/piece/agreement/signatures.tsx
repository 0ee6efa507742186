import type { OpenedWording } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { RETIRED } from "#domain/pieces/agreement.ts";

/** Signs exactly these words. */
export type SignAct = (words: string) => void;

type Props = {
  /** The wording that has been signed; `null` if nobody has signed these words. */
  readonly wording: OpenedWording | null;
  readonly words: string | null;
  readonly other: string;
  readonly pending: boolean;
  readonly readOnly: boolean;
  /** What is shown here is what the other can see too. */
  readonly ready: boolean;
  readonly rewording?: boolean;
  readonly sign: SignAct;
  readonly takeBack: (wording: OpenedWording) => void;
};

/** Who has signed words that are not agreed yet, and the one act that is mine. */
export function Signatures(props: Props) {
  const { wording, words, other, pending, readOnly, ready, rewording, sign, takeBack } = props;
  const signers = wording?.view.signatures.map(({ by }) => by) ?? [];
  const mine = signers.includes("me");
  const theirs = signers.includes("other");
  return (
    <>
      {mine && <Who person="one">{`You signed${rewording ? " the new wording" : ""}`}</Who>}
      {theirs && <Who person="two">{`${other} signed${rewording ? " the new wording" : ""}`}</Who>}
      {mine && !theirs && <p className="text-ink-soft">{other} has not signed</p>}
      {!readOnly && mine && wording && (
        <button
          type="button"
          className="taking-back"
          aria-disabled={pending || undefined}
          onClick={() => !pending && takeBack(wording)}
        >
          Take my signature back
        </button>
      )}
      {!readOnly && !mine && words !== null && (
        <Button pending={pending || !ready} onClick={() => sign(words)}>
          {words === RETIRED
            ? "Retire it too"
            : rewording
              ? "Sign the new wording"
              : "Sign this line"}
        </Button>
      )}
    </>
  );
}
