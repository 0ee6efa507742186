import { useState } from "react";
import { holdLink } from "#client/rooms/given-link.ts";
import { secretIn } from "#client/rooms/pairing.ts";
import { Button } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Sheet } from "#components/sheet.tsx";

/** For a link that was written down, or that came in a way that cannot be followed. */
export function PasteLink({ onGiven }: { onGiven: () => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const go = () => {
    const secret = secretIn(text);
    if (!secret) {
      return setError("That is not a whole link. It ends in 43 letters and digits after a #.");
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
        <h1 className="text-2xl">I was given a link</h1>
        <p className="text-ink-soft">
          Put it in here to see what it is. Nobody learns that you looked.
        </p>
        <Field
          id="link"
          label="The link"
          autoComplete="off"
          spellCheck={false}
          value={text}
          errors={error ? [error] : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">Look at it</Button>
      </form>
    </Sheet>
  );
}
