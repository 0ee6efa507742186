import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonLook } from "./button.tsx";
import { Status } from "./status.tsx";

/** Copies words, and says whether it did: a browser may refuse. */
export function CopyButton({
  words,
  label,
  look,
}: {
  words: string;
  label: string;
  look?: ButtonLook;
}) {
  const { t } = useTranslation("components");
  const [came, setCame] = useState<"copied" | "notCopied" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setCame("copied");
    } catch {
      setCame("notCopied");
    }
  };
  return (
    <>
      <Button look={look} onClick={() => void copy()}>
        {label}
      </Button>
      <Status>{came && t(came)}</Status>
    </>
  );
}
