import { useEffect, useState } from "react";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { whatGoes, type Going } from "#client/rooms/what-goes.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { sentenceFor } from "#client/sentences.ts";
import { PasswordAgain } from "../settings/password-again.tsx";
import { RoomGoes } from "./room-goes.tsx";

/** Typed by hand: a button alone can be pressed by mistake, or by a child. */
const WORD = "delete";

/** What it will do, room by room; then a word, then the password. */
export function AskToDelete({
  trouble,
  onDelete,
}: {
  trouble: string | null;
  onDelete: () => void;
}) {
  const { name } = useTab().hand.keyring;
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <div className="max-w-measure space-y-8">
      {trouble && (
        <Notice tone="alarm" live title="Your account is still here.">
          {trouble}
        </Notice>
      )}
      <Rooms />
      <section aria-labelledby="everywhere">
        <h2 id="everywhere" className="mb-2 text-xl">
          Everywhere
        </h2>
        <ul className="list-disc space-y-1.5 pl-5">
          <li>
            Your name <b className="font-semibold">{name}</b>, your password and your twelve words
            let nobody in any more. You are signed out on every device, and this one forgets you.
          </li>
          <li>
            What the other’s record rests on stays until they have gone too: an id that says
            nothing, your public key, and what you signed that both of you may see.
          </li>
          <li>
            It is gone from the server at once, and from its backups as they are written over.
            Nobody can bring it back, we least of all.
          </li>
        </ul>
      </section>
      <Notice
        title="Save what is yours first, if you want to keep it."
        actions={<ButtonLink to="/settings/export">Save everything of mine</ButtonLink>}
      >
        <p>Afterwards nothing of it can be opened, on any device.</p>
      </Notice>
      <form
        noValidate
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim().toLowerCase() === WORD) setAsking(true);
          else setError(`Type the word ${WORD}, if that is what you want.`);
        }}
      >
        <Field
          id="delete-word"
          label={`Type the word “${WORD}”`}
          hint="Your password is asked for next. Until then nothing happens."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          errors={error ? [error] : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(null);
          }}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit">Delete my account</Button>
          <ButtonLink look="quiet" to="/settings">
            Keep it
          </ButtonLink>
        </div>
      </form>
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        onConfirmed={onDelete}
        yes="Delete it now"
      >
        <p>This is the last step. With your password everything that is yours alone is erased.</p>
      </PasswordAgain>
    </div>
  );
}

function Rooms() {
  const { api } = useTab().hand;
  const { rooms } = useIndex();
  const [going, setGoing] = useState<readonly Going[] | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    void whatGoes(api).then((found) => {
      if (left) return;
      setGoing(found.ok ? found.value : null);
      setComplaint(found.ok ? null : sentenceFor(found.refusal.code));
    });
    return () => {
      left = true;
    };
  }, [api, attempt]);
  if (complaint) {
    return (
      <Notice
        tone="alarm"
        live
        title="It cannot be said now what would go."
        actions={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
      >
        {complaint}
      </Notice>
    );
  }
  if (!going) return <SkeletonText lines={4} label="Looking at your rooms" />;
  return (
    <>
      {going.map((one) => (
        <RoomGoes key={one.room} going={one} petname={rooms[one.room]?.petname ?? ""} />
      ))}
    </>
  );
}
