import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import type { OpenedWording } from "#client/rooms/together.ts";
import { Rewording } from "#components/editor/changes.tsx";
import { RETIRED } from "#domain/pieces/agreement.ts";
import { Signatures } from "./signatures.tsx";
import type { Signing } from "./use-signing.ts";

type Props = {
  readonly wording: OpenedWording;
  /** The words that both signed, if there are any. */
  readonly standing: OpenedWording | null;
  readonly signing: Signing;
};

/** Words that one has signed, and that do not stand in the line: still there to be signed, as they were. */
export function SignedWording({ wording, standing, signing }: Props) {
  const { t } = useTranslation("piece-agreement");
  const { words } = wording;
  return (
    <div className="new-wording" data-by={signerOf(wording)}>
      <p className="text-s text-ink-soft">
        {words === RETIRED ? retiringBy(wording, signing.other) : t("signedInTheseWords")}
      </p>
      {words !== RETIRED && (
        <p className="agreed-words">
          {standing?.words && words ? (
            <Rewording before={standing.words} after={words} />
          ) : (
            (words ?? t("theseWordsCannotBeReadOn"))
          )}
        </p>
      )}
      <Signatures {...signing} wording={wording} words={words} ready />
    </div>
  );
}

export const signerOf = (wording: OpenedWording | null) =>
  wording?.view.signatures.every(({ by }) => by === "other") ? "other" : "me";

const retiringBy = (wording: OpenedWording, other: string): string => {
  const t = interfaceWords("piece-agreement");
  return signerOf(wording) === "other"
    ? t("otherProposesToRetireThisLine", { other })
    : t("youProposeToRetireThisLine", { other });
};
