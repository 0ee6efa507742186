import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { markAmends } from "#client/rooms/own-pieces.ts";
import { Switch } from "#components/switch.tsx";
import type { PieceId } from "#domain/ids.ts";
import { otherName } from "../../room/words.ts";
import { BeginForgiveness } from "./begin-forgiveness.tsx";
import { known } from "#domain/newer.ts";

/**
 * Whether amends were made, which only who was hurt can say, and says to nobody: it is in their own
 * sealed index. Only then is giving suggested.
 */
export function AmendsMade({ piece }: { piece: PieceId }) {
  const { t } = useTranslation("piece-forgiveness");
  const { hand, scene } = useInRoom();
  const kept = known(useIndex().pieces[piece])?.amends === true;
  /** What was switched to, until the index says so. */
  const [switched, setSwitched] = useState<boolean | null>(null);
  const made = switched ?? kept;
  const mark = async (amends: boolean) => {
    setSwitched(amends);
    await markAmends(hand.keyring, piece, amends);
    setSwitched(null);
  };
  const other = otherName(scene.petname);
  return (
    <section
      aria-labelledby="amends"
      className="mt-8 max-w-measure border-t border-line pt-5 print:hidden"
    >
      <h2 id="amends" className="text-l">
        {t("forYouAlone")}
      </h2>
      <Switch
        label={t("amendsWereMade")}
        checked={made}
        onChange={(event) => void mark(event.currentTarget.checked)}
      />
      <p className="mt-1 text-s text-ink-soft">{t("somethingWasDoneToPutIt", { other })}</p>
      {made && (
        <div className="mt-4">
          <p className="mb-3 text-s">{t("ifYouWantToYouCan")}</p>
          <BeginForgiveness form="giving" label={t("writeAboutForgiving")} replyTo={piece} />
        </div>
      )}
    </section>
  );
}
