import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { propose } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { PieceId } from "#domain/ids.ts";
import { THEMES, type Theme } from "#domain/pieces/envelope.ts";
import type { Result } from "#domain/result.ts";
import { LEFT, otherName, sorry, THEME } from "../room/words.ts";

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onBegun: (piece: PieceId) => void;
};

const AGREEMENT_THEMES = THEMES.filter((theme) => theme !== "pause-plan" && theme !== "shared-map");

/** "Write something new", in the words of what people want to do. */
export function WriteSomething({ open, onClose, onBegun }: Props) {
  const { hand, room, scene, paired, refresh } = useInRoom();
  const left = scene.view.pause.left !== null;
  const [agreeing, setAgreeing] = useState(false);
  const [theme, setTheme] = useState<Theme>("open");
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const close = () => {
    setAgreeing(false);
    setTrouble(null);
    onClose();
  };
  const begin = async (start: () => Promise<Result<PieceId>>, go: boolean) => {
    if (pending) return;
    setPending(true);
    const begun = await start();
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    setPending(false);
    close();
    if (go) onBegun(begun.value);
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={agreeing ? "Propose to write an agreement" : "What do you want to do?"}
      actions={
        agreeing ? (
          <>
            <Button
              pending={pending}
              onClick={() =>
                paired &&
                void begin(
                  () => propose(hand, paired, { form: "proposal", kind: "agreement", theme }),
                  false,
                )
              }
            >
              {pending ? "Proposing" : "Propose it"}
            </Button>
            <Button look="quiet" onClick={() => setAgreeing(false)}>
              Back
            </Button>
          </>
        ) : (
          <Button look="quiet" onClick={close}>
            Not now
          </Button>
        )
      }
    >
      {agreeing ? (
        <>
          <p>
            {otherName(scene.petname)} sees that you propose an agreement, and what it is about.
            Nothing is written until both of you have said yes; then both write at once, and every
            word shows to the other as it is typed.
          </p>
          <Options
            legend="What is it about?"
            name="theme"
            value={theme}
            onChange={setTheme}
            options={AGREEMENT_THEMES.map((value) => ({ value, label: THEME[value] }))}
          />
        </>
      ) : (
        <ul className="space-y-2">
          <li>
            <Button
              wide
              pending={pending}
              onClick={() => void begin(() => beginPiece(hand, room, "letter"), true)}
            >
              Say how I feel
            </Button>
            <p className="mt-1 text-s text-ink-soft">
              {left ? "A letter, for yourself." : "A letter. It stays yours until you offer it."}
            </p>
          </li>
          <li>
            <Button wide disabled={!paired || left} onClick={() => setAgreeing(true)}>
              Agree on something together
            </Button>
            <p className="mt-1 text-s text-ink-soft">
              {left
                ? LEFT
                : paired
                  ? "Lines that count once both of you have signed them."
                  : "When somebody has come in, the two of you can write an agreement."}
            </p>
          </li>
        </ul>
      )}
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
    </Dialog>
  );
}
