import { Button } from "#components/button.tsx";
import { bodyText, type RunningText } from "#domain/pieces/letter.ts";

/** A reader may keep what they opened, quietly: nobody can make it unsaid by taking it back. */
export function KeepCopy({ content }: { content: RunningText }) {
  const save = () => {
    const text = `${content.title}\n\n${bodyText(content.body)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "letter.txt";
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button look="quiet" onClick={save}>
        Keep a copy
      </Button>
      <Button look="quiet" onClick={() => print()}>
        Print
      </Button>
    </>
  );
}
