import { useTranslation } from "react-i18next";
import { Notice } from "./notice.tsx";
import { SafetyOffer } from "./safety-offer.tsx";

/**
 * The safety questions before a room: the same words, at the same place, for who makes it and for who
 * comes in.
 */
export function BeforeARoom({ onPause }: { onPause: () => void }) {
  const { t } = useTranslation("safety");
  return (
    <Notice
      tone="care"
      title={t("beforeYouGoIn")}
      actions={<SafetyOffer where="outside" onPause={onPause} />}
    >
      <p>{t("ifYouAreAfraidOfThe")}</p>
    </Notice>
  );
}
