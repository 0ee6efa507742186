import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { offer } from "#client/rooms/versions.ts";
import { isLate, When, type WhenToOffer } from "../when-to-offer.tsx";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Weight } from "#domain/pieces/envelope.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { BeforeTheHeavy } from "../../room/turning-point.tsx";
import { theOther, sorry } from "../../room/words.ts";
import { Envelope, LetterPreview, useCleanCopy, WeightOf } from "./letter-preview.tsx";

/** The letter as they would open it, how heavy it is, when, and what can never be taken back. */
export function OfferLetter({
  piece,
  content,
  again,
  onBack,
  onOffered,
  onWaiting,
}: {
  piece: PieceId;
  content: WrittenContent;
  again: boolean;
  onBack: () => void;
  onOffered: () => void;
  /** It was set to wait. */
  onWaiting: () => void;
}) {
  const { t } = useTranslation("piece-letter");
  const { hand, scene, paired, refresh } = useInRoom();
  const [weight, setWeight] = useState<Weight | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [when, setWhen] = useState<WhenToOffer>(() => isLate(new Date()));
  const { copy, preview, length } = useCleanCopy(content);

  const send = async () => {
    setAsked(true);
    if (pending || !weight || !paired || !copy.ok) return;
    setPending(true);
    const envelope = { form: "version", kind: content.kind, length, weight } as const;
    const done = await offer(hand, paired, piece, copy.value, envelope, when);
    if (!done.ok) {
      setPending(false);
      return setTrouble(sorry(done.refusal.code));
    }
    await refresh();
    if (when === null) onOffered();
    else onWaiting();
  };

  return (
    <LetterPreview status={t("beforeYouOfferIt")} content={content} preview={preview}>
      <WeightOf value={weight} onChange={setWeight} missing={asked && !weight} />
      {weight === "heavy" && <BeforeTheHeavy />}
      <When value={when} onChange={setWhen} />
      <Envelope kind={content.kind} length={length} weight={weight} />
      <Notice tone="care">
        <p>{t("theyMayOpenItPutIt")}</p>
        <p>{t("youCanTakeItBackAt", { name: theOther(scene.petname) })}</p>
        {again && <p>{t("theyKeepTheVersionThatThey")}</p>}
      </Notice>
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button look="primary" pending={pending} onClick={() => void send()}>
          {when === null ? (pending ? t("offering") : t("offerIt")) : t("letItWait")}
        </Button>
        <Button onClick={onBack}>{t("backToWriting")}</Button>
      </div>
    </LetterPreview>
  );
}
