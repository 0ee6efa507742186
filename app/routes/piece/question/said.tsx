import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { openSaid, sayTo } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { SAID_TO_ANSWERS, type Answer } from "#domain/pieces/answer.ts";
import type { OpenedAnswerView } from "#domain/piece-view.ts";
import { ANSWER, leftForGood, otherName, theOther } from "../../room/words.ts";
import { Trouble, useRun } from "./marking.tsx";

type SaidProps = { readonly piece: PieceId; readonly put: OpenedAnswerView };

/** What somebody said to an answer, once it is opened; `null` until then, or if it cannot be read. */
function useSaid(
  { piece, put: { version, answer } }: SaidProps,
  by: PersonId | null,
): Answer | null {
  const { paired } = useInRoom();
  const [said, setSaid] = useState<Answer | null>(null);
  const sealed = answer?.sealed;
  useEffect(() => {
    if (!sealed || !paired || !by) return;
    let left = false;
    void openSaid(paired, by, { piece, version }, sealed).then((read) => !left && setSaid(read));
    return () => {
      left = true;
    };
  }, [sealed, paired, by, piece, version]);
  return said;
}

/** Beneath my own answer: what the other said to it. Nothing stands there until they have. */
export function SaidToMine({ piece, put }: SaidProps) {
  const { t } = useTranslation("piece-question");
  const { scene, paired } = useInRoom();
  const said = useSaid({ piece, put }, paired?.other.person ?? null);
  if (!put.answer) return null;
  return (
    <p className="mt-5 text-s text-ink-soft">
      {t("nameAnsweredValue", {
        name: theOther(scene.petname),
        value: said ? `: “${ANSWER[said]}”` : "",
      })}
    </p>
  );
}

/** Beneath the other's: one thing to say to it, or nothing. It is said once, and they see it. */
export function SayToTheirs({ piece, put }: SaidProps) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired } = useInRoom();
  const said = useSaid({ piece, put }, hand.keyring.person);
  const { run, pending, trouble } = useRun();
  const { paused, left } = scene.view.pause;
  if (put.answer) {
    return (
      <p role="status" className="mt-5 text-s text-ink-soft">
        {t("youAnsweredValueNameCanSee", {
          value: said ? `: “${ANSWER[said]}”` : "",
          name: theOther(scene.petname),
        })}
      </p>
    );
  }
  const say = (choice: Answer) =>
    paired && void run(() => sayTo(hand, paired, piece, put.version, choice));
  return (
    <div role="group" aria-label={t("sayOneThingToIt")} className="mt-6 print:hidden">
      <p className="mb-3 text-s text-ink-soft">
        {left !== null
          ? leftForGood()
          : paused
            ? t("youCanAnswerWhenThePause")
            : t("youCanSayOneThingOnce", { name: otherName(scene.petname) })}
      </p>
      {!paused && left === null && (
        <div className="flex flex-wrap gap-2.5">
          {SAID_TO_ANSWERS.map((choice) => (
            <Button key={choice} pending={pending} disabled={!paired} onClick={() => say(choice)}>
              {ANSWER[choice]}
            </Button>
          ))}
        </div>
      )}
      <Trouble>{trouble}</Trouble>
    </div>
  );
}
