import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { beginQuestion } from "#client/rooms/paired.ts";
import { propose } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { PieceId } from "#domain/ids.ts";
import { THEMES, type Theme } from "#domain/pieces/envelope.ts";
import type { Result } from "#domain/result.ts";
import { LEFT, otherName, sorry, THEME } from "../room/words.ts";
import { ChooseQuestion } from "./choose-question.tsx";

const TITLE = {
  choosing: "What do you want to do?",
  agreeing: "Propose to write an agreement",
  asking: "A question for us both",
} as const;

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
  const [doing, setDoing] = useState<"choosing" | "agreeing" | "asking">("choosing");
  const [theme, setTheme] = useState<Theme>("open");
  const [card, setCard] = useState<number | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const close = () => {
    setDoing("choosing");
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
      title={TITLE[doing]}
      actions={
        doing === "agreeing" ? (
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
            <Button look="quiet" onClick={() => setDoing("choosing")}>
              Back
            </Button>
          </>
        ) : doing === "asking" ? (
          <>
            <Button
              pending={pending}
              disabled={card === null}
              onClick={() =>
                paired && card !== null && void begin(() => beginQuestion(hand, paired, card), true)
              }
            >
              {pending ? "Asking" : "Ask it"}
            </Button>
            <Button look="quiet" onClick={() => setDoing("choosing")}>
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
      {doing === "asking" ? (
        <ChooseQuestion card={card} onChoose={setCard} />
      ) : doing === "agreeing" ? (
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
            <Button wide disabled={!paired || left} onClick={() => setDoing("agreeing")}>
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
          <li>
            <Button wide disabled={!paired || left} onClick={() => setDoing("asking")}>
              A question for us both
            </Button>
            <p className="mt-1 text-s text-ink-soft">
              {left
                ? LEFT
                : paired
                  ? "Both answer alone, and both answers open at once."
                  : "When somebody has come in, you can put a question to you both."}
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
