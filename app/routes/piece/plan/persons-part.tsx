import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import type { LineWords } from "#client/crypto/lines.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { PlanDocument, Written } from "#client/pieces/plan-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import type { OpenedLine, Signers } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { classes } from "#components/classes.ts";
import { Dot, type Person } from "#components/dot.tsx";
import type { LineFieldProps } from "#components/editor/line-field.tsx";
import { MAX_COMMITMENTS } from "#domain/pieces/plan.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import type { Day } from "#domain/statement-view.ts";
import { theOther } from "../../room/words.ts";
import { Kept } from "./kept.tsx";
import { Suggestion } from "./suggestion.tsx";

export type CaretsIn = (text: Y.Text) => Required<Pick<LineFieldProps, "carets" | "onCaret">>;

/** What the parts of a plan share: what is written, what is signed, and the means to do both. */
export type Writing = {
  readonly view: TogetherView;
  readonly document: PlanDocument;
  readonly undo: Undo;
  readonly shown: readonly Written[];
  readonly standing: readonly StandingCommitment[];
  readonly lines: readonly OpenedLine[];
  readonly signers: Signers | null;
  readonly lineWords: LineWords | null;
  readonly readOnly: boolean;
  /** Everything written so far is on the server; what is not yet there must not be signed. */
  readonly saved: boolean;
  /** The other's carets in a text, as long as both share presence, and who is told of mine. */
  readonly caretsIn: CaretsIn;
  readonly today: Day;
  readonly onTrouble: (sentence: string | null) => void;
};

/** What stands under one person's name, and what is written for them and not signed. */
export function PersonsPart({ person, ...writing }: { person: Person } & Writing) {
  const { t } = useTranslation("piece-plan");
  const { scene } = useInRoom();
  const { signers, standing, shown, document, undo, readOnly, today } = writing;
  if (!signers) return null;
  const owner = (person === "one" ? signers.me : signers.other).person;
  const name = person === "one" ? t("you") : theOther(scene.petname);
  const kept = standing.filter(({ commitment }) => commitment.owner === owner);
  const stands = new Set(standing.map(({ line }) => line));
  const suggested = shown.filter((one) => one.owner === owner && !stands.has(one.id));
  const add = () => {
    undo.endStep();
    document.add(owner, today);
    undo.endStep();
  };
  const id = `plan-${person}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-center gap-2.5 text-xl">
        <Dot person={person} />
        {name}
      </h2>
      {kept.length === 0 && suggested.length === 0 && (
        <p className="mt-2 text-ink-soft">
          {person === "one"
            ? t("nothingStandsUnderYourNameSomething")
            : t("nothingStandsUnderNameSName", { name })}
        </p>
      )}
      <ul className="plan-list">
        {kept.map((one) => (
          <li key={one.line}>
            <Kept
              {...writing}
              person={person}
              kept={one}
              written={shown.find(({ id: line }) => line === one.line) ?? null}
            />
          </li>
        ))}
        {suggested.map((one) => (
          <li key={one.id}>
            <Suggestion {...writing} person={person} written={one} />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button
          className={classes("mt-4", person === "two" && "-ms-2.5")}
          look={person === "one" ? "plain" : "quiet"}
          disabled={shown.length >= MAX_COMMITMENTS}
          onClick={add}
        >
          {person === "one"
            ? t("writeSomethingThatIWillDo")
            : t("suggestSomethingToName", { name })}
        </Button>
      )}
    </section>
  );
}
