import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { QUESTIONS } from "#domain/pieces/forms.ts";
import { otherName, theOther } from "../../room/words.ts";

/** Under a letter whose writer opened a window: the one round of questions, which need not be asked. */
export function AskQuestions({ letter }: { letter: PieceId }) {
  const { t } = useTranslation("piece-letter");
  const { hand, room, scene, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const { pieces } = useIndex();
  const begun = scene.view.pieces.find(
    ({ piece }) =>
      known(pieces[piece])?.form === QUESTIONS && known(pieces[piece])?.replyTo === letter,
  );
  const ask = async () => {
    setPending(true);
    const made = await beginPiece(hand, room, "letter", { form: QUESTIONS, replyTo: letter });
    await refresh();
    setPending(false);
    if (made.ok) navigate(`/room/${room}/${made.value}`);
  };
  return (
    <section
      aria-labelledby="window"
      className="mt-10 max-w-measure border-t border-line pt-6 print:hidden"
    >
      <h2 id="window" className="text-l">
        {t("ifYouWantToAsk")}
      </h2>
      <p className="mt-1 mb-4 text-s text-ink-soft">
        {t("nameHasOpenedAWindowFor", { name: theOther(scene.petname) })}
      </p>
      {begun ? (
        <ButtonLink to={`/room/${room}/${begun.piece}`}>{t("lookAtYourQuestions")}</ButtonLink>
      ) : (
        <Button pending={pending} onClick={() => void ask()}>
          {t("writeYourQuestions")}
        </Button>
      )}
    </section>
  );
}

/** Under the questions that came: what there is to do with them, which may be nothing. */
export function AboutQuestions({ letter }: { letter: PieceId | undefined }) {
  const { t } = useTranslation("piece-letter");
  const { room, scene } = useInRoom();
  const mine = scene.view.pieces.find(({ piece }) => piece === letter);
  return (
    <section
      aria-labelledby="window"
      className="mt-10 max-w-measure border-t border-line pt-6 print:hidden"
    >
      <h2 id="window" className="text-l">
        {t("ifYouWantToAnswerThem")}
      </h2>
      <p className="mt-1 mb-4 text-s text-ink-soft">
        {t("youOweAnAnswerToNone", { name: otherName(scene.petname) })}
      </p>
      {mine && <ButtonLink to={`/room/${room}/${mine.piece}`}>{t("goToYourLetter")}</ButtonLink>}
    </section>
  );
}
