import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "#client/hooks/use-plan.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { Written } from "#client/pieces/plan-document.ts";
import { signLine } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import type { Person } from "#components/dot.tsx";
import { ready, wordsOf } from "#domain/pieces/plan.ts";
import { sorry, theOther } from "../../room/words.ts";
import { CommitmentForm, CommitmentWords } from "./commitment-words.tsx";
import type { Writing } from "./persons-part.tsx";
import { UNREADY } from "./words.ts";

/** Signs this draft as mine. Nobody can sign it for somebody else. */
export function useSignMine({
  view,
  written,
  lineWords,
  signers,
  onTrouble,
}: Pick<Writing, "view" | "lineWords" | "signers" | "onTrouble"> & { written: Written | null }) {
  const { hand, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const sign = async (words: string) => {
    if (pending || !paired || !lineWords || !signers || !written) return;
    setPending(true);
    const done = await signLine(hand, paired, view.piece, written.id, words, lineWords);
    onTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  return { pending, sign: (words: string) => void sign(words) };
}

/** What is written for somebody and not signed by them: a suggestion, whoever typed it. */
export function Suggestion(props: Writing & { person: Person; written: Written }) {
  const { t } = useTranslation("piece-plan");
  const { person, written, document, undo, readOnly, saved } = props;
  const { scene } = useInRoom();
  const draft = useDraft(written);
  const { pending, sign } = useSignMine(props);
  const its = ready(draft);
  const other = theOther(scene.petname);
  return (
    <article className="plan-suggestion" data-line={written.id}>
      <p className="text-s font-medium text-ink-soft">
        {person === "one"
          ? t("notSignedByYouYetIt")
          : t("aSuggestionItStandsUnderOther", { other })}
      </p>
      {readOnly ? (
        <CommitmentWords its={draft} />
      ) : (
        <CommitmentForm
          document={document}
          undo={undo}
          written={written}
          caretsIn={props.caretsIn}
        />
      )}
      {!readOnly && (
        <div className="plan-signing">
          {person === "one" && (
            <Button
              pending={pending || !saved}
              disabled={!its.ok}
              onClick={() => its.ok && sign(wordsOf(its.value))}
            >
              {t("signThisAsMine")}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => {
              undo.endStep();
              document.takeAway(written.id);
              undo.endStep();
            }}
          >
            {t("takeItAway")}
          </Button>
          {person === "one" && !its.ok && (
            <p className="text-s text-ink-soft">{UNREADY[its.refusal.code]}</p>
          )}
        </div>
      )}
    </article>
  );
}
