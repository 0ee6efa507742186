import { useTranslation } from "react-i18next";
import { useDraft } from "#client/hooks/use-plan.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { Written } from "#client/pieces/plan-document.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import { Button } from "#components/button.tsx";
import type { Person } from "#components/dot.tsx";
import { ready, wordsOf } from "#domain/pieces/plan.ts";
import { theOther } from "../../room/words.ts";
import { CommitmentForm, CommitmentWords } from "./commitment-words.tsx";
import type { Writing } from "./persons-part.tsx";
import { useSignMine } from "./suggestion.tsx";
import { UNREADY } from "./words.ts";

/** Other words for what stands. The signed ones stand until their owner signs new ones. */
export function NewWording(
  props: Writing & {
    person: Person;
    kept: StandingCommitment;
    written: Written;
    /** The fields are open. */
    writing: boolean;
  },
) {
  const { t } = useTranslation("piece-plan");
  const { person, kept, written, writing, document, undo, readOnly, saved } = props;
  const { scene } = useInRoom();
  const draft = useDraft(written);
  const { pending, sign } = useSignMine(props);
  const its = ready(draft);
  const words = its.ok ? wordsOf(its.value) : null;
  const differs = words !== kept.wording.words;
  if (!differs && !writing) return null;
  return (
    <div className="plan-rewording" data-person={person}>
      <p className="text-s text-ink-soft">
        {person === "one"
          ? t("otherWordsNotSignedByYou")
          : t("otherWordsNotSignedByName", { name: theOther(scene.petname) })}
      </p>
      {writing ? (
        <CommitmentForm
          document={document}
          undo={undo}
          written={written}
          caretsIn={props.caretsIn}
        />
      ) : (
        <CommitmentWords its={its.ok ? its.value : draft} before={kept.commitment} />
      )}
      {person === "one" && !readOnly && differs && (
        <div className="plan-signing">
          <Button
            pending={pending || !saved}
            disabled={words === null}
            onClick={() => words !== null && sign(words)}
          >
            {t("signTheNewWording")}
          </Button>
          {!its.ok && <p className="text-s text-ink-soft">{UNREADY[its.refusal.code]}</p>}
        </div>
      )}
    </div>
  );
}
