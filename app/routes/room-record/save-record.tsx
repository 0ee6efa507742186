import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { recordFile } from "#client/rooms/room-record.ts";
import { Button } from "#components/button.tsx";
import { sorry } from "../room/words.ts";
import { PasswordAgain } from "../settings/password-again.tsx";
import { saveAsFile } from "../words/save-as-file.ts";

type Props = { readonly onTrouble: (sentence: string | null) => void };

/** The record as a file that can be checked anywhere. It is not encrypted, so the password comes first. */
export function SaveRecord({ onTrouble }: Props) {
  const { t } = useTranslation("room-record");
  const { hand, paired, scene } = useInRoom();
  const [pending, setPending] = useState(false);
  const [asking, setAsking] = useState(false);
  const save = async () => {
    setPending(true);
    const file = await recordFile(hand, paired, scene.view, scene.petname);
    setPending(false);
    onTrouble(null);
    if (file.ok) saveAsFile("record.json", JSON.stringify(file.value, null, 2));
    else if (file.refusal.code === "confirm-again") setAsking(true);
    else onTrouble(sorry(file.refusal.code));
  };
  return (
    <>
      <Button look="quiet" pending={pending} onClick={() => void save()}>
        {t("saveAsAFile")}
      </Button>
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        onConfirmed={() => void save()}
      />
    </>
  );
}
