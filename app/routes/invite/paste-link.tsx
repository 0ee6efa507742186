import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holdLink } from "#client/rooms/given-link.ts";
import { secretIn } from "#client/rooms/pairing.ts";
import { Button } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Sheet } from "#components/sheet.tsx";

/** For a link that was written down, or that came in a way that cannot be followed. */
export function PasteLink({ onGiven }: { onGiven: () => void }) {
  const { t } = useTranslation("invite");
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const go = () => {
    const secret = secretIn(text);
    if (!secret) {
      return setError(t("thatIsNotAWholeLink"));
    }
    holdLink(secret);
    onGiven();
  };
  return (
    <Sheet>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <h1 className="text-2xl">{t("iWasGivenALink")}</h1>
        <p className="text-ink-soft">{t("putItInHereToSee")}</p>
        <Field
          id="link"
          label={t("theLink")}
          autoComplete="off"
          spellCheck={false}
          value={text}
          errors={error ? [error] : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{t("lookAtIt")}</Button>
      </form>
    </Sheet>
  );
}
