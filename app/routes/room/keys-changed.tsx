import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { takeKeys } from "#client/rooms/other-keys.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { otherName, sorry, theOther } from "./words.ts";

/**
 * The other has made new keys. It stands until I say that I saw it, and until then nothing is sealed for
 * them. `compare`: the six words are not on this page.
 */
export function KeysChanged({ compare = false }: { compare?: boolean }) {
  const { t } = useTranslation("room");
  const { hand, room, scene } = useInRoom();
  const [pending, setPending] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { other, keysChanged, petname } = scene;
  if (!other || !keysChanged) return null;
  const see = async () => {
    setPending(true);
    const taken = await takeKeys(hand.keyring, room, other, keysChanged);
    setPending(false);
    setComplaint(taken.ok ? null : sorry(taken.refusal.code));
  };
  return (
    <Notice
      live
      beside={compare}
      tone="care"
      title={t("nameSKeysChangedOnDay", { name: theOther(petname), day: sayDay(keysChanged.on) })}
      actions={
        <>
          {compare && (
            <ButtonLink to={`/room/${room}/settings#six`}>{t("compareTheSixWords")}</ButtonLink>
          )}
          <Button pending={pending} onClick={() => void see()}>
            {t("iHaveSeenIt")}
          </Button>
        </>
      }
    >
      <p>{t("compareTheSixWordsAgainIf", { name: otherName(petname) })}</p>
      {complaint && <p role="alert">{complaint}</p>}
    </Notice>
  );
}
