import { useTranslation } from "react-i18next";
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
  const { t } = useTranslation("piece-agreement");
  const { wording, words, other, pending, readOnly, ready, rewording, sign, takeBack } = props;
  const signers = wording?.view.signatures.map(({ by }) => by) ?? [];
  const mine = signers.includes("me");
  const theirs = signers.includes("other");
  return (
    <>
      {mine && <Who person="one">{t(rewording ? "youSignedNew" : "youSigned")}</Who>}
      {theirs && (
        <Who person="two">{t(rewording ? "otherSignedNew" : "otherSigned", { other })}</Who>
      )}
      {mine && !theirs && <p className="text-ink-soft">{t("otherHasNotSigned", { other })}</p>}
      {!readOnly && mine && wording && (
        <button
          type="button"
          className="taking-back"
          aria-disabled={pending || undefined}
          onClick={() => !pending && takeBack(wording)}
        >
          {t("takeMySignatureBack")}
        </button>
      )}
      {!readOnly && !mine && words !== null && (
        <Button pending={pending || !ready} onClick={() => sign(words)}>
          {words === RETIRED
            ? t("retireItToo")
            : rewording
              ? t("signTheNewWording")
              : t("signThisLine")}
        </Button>
      )}
    </>
  );
}
