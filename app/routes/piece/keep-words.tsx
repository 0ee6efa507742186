import { useTranslation } from "react-i18next";
import { Button } from "#components/button.tsx";

/** A reader may keep what they opened, quietly: nobody can make it unsaid by taking it back. */
export function KeepWords({ name, words }: { name: string; words: string }) {
  const { t } = useTranslation("piece");
  const save = () => {
    const address = URL.createObjectURL(new Blob([`${words}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name}.txt`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button look="quiet" onClick={save}>
        {t("keepACopy")}
      </Button>
      <Button look="quiet" onClick={() => print()}>
        {t("print")}
      </Button>
    </>
  );
}
