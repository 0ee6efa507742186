import { useState } from "react";
import { sixWords } from "#client/crypto/pairing.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { setPetname } from "#client/rooms/pairing.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { Status } from "#components/status.tsx";
import { KeysChanged } from "../room/keys-changed.tsx";
import { RoomBar } from "../room/room-bar.tsx";
import { theOther, otherName, sorry } from "../room/words.ts";
import { Leaving } from "./leaving.tsx";
import { PaceSettings } from "./pace-settings.tsx";
import { QuietHoursSettings } from "./quiet-hours-settings.tsx";

const MAX_PETNAME = 80;

/** What concerns this room alone. */
export default function RoomSettings() {
  const { room, scene } = useInRoom();
  return (
    <>
      <RoomBar />
      <Page>
        <PageTitle>This room</PageTitle>
        <div className="max-w-measure space-y-10">
          <Petname key={scene.petname} />
          <KeysChanged />
          {scene.other && <SixWords />}
          {!scene.view.other && !scene.view.pause.left && (
            <section>
              <h2 className="mb-2 text-l">Nobody else is here</h2>
              <ButtonLink to={`/room/${room}/invite`}>
                {scene.view.invitation ? "Your link" : "Invite one person"}
              </ButtonLink>
            </section>
          )}
          <QuietHoursSettings />
          <PaceSettings />
          <Leaving />
          <section>
            <h2 className="mb-2 text-l">The record of this room</h2>
            <p className="mb-3 text-s text-ink-soft">
              What both of you did that both may see, day by day, and who signed it.
            </p>
            <ButtonLink to={`/room/${room}/record`}>Look at the record</ButtonLink>
          </section>
          <section>
            <h2 className="mb-2 text-l">Your account</h2>
            <p className="mb-3 text-s text-ink-soft">
              Password, recovery words, locking, and signing out.
            </p>
            <div className="flex flex-wrap gap-2.5">
              <ButtonLink to="/settings">Account settings</ButtonLink>
              <ButtonLink look="quiet" to="/rooms">
                Your rooms
              </ButtonLink>
            </div>
          </section>
        </div>
      </Page>
    </>
  );
}

function Petname() {
  const { hand, room, scene } = useInRoom();
  const [name, setName] = useState(scene.petname);
  const [said, setSaid] = useState("");
  const save = async () => {
    const kept = await setPetname(hand.keyring, room, name.trim().slice(0, MAX_PETNAME));
    setSaid(kept.ok ? "Saved" : sorry(kept.refusal.code));
  };
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        id="petname"
        label="What do you call the other person?"
        hint="Only you see this name."
        maxLength={MAX_PETNAME}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="flex items-center gap-3">
        <Button type="submit">Save</Button>
        <Status>{said}</Status>
      </div>
    </form>
  );
}

function SixWords() {
  const { hand, room, scene } = useInRoom();
  if (!scene.other) return null;
  // With new keys they are others at once: it is before I take those that I want to compare.
  const words = sixWords(hand.keyring, scene.keysChanged?.next ?? scene.other, room);
  return (
    <section aria-labelledby="six">
      <h2 id="six" className="mb-2 text-l">
        Six words to compare
      </h2>
      <p className="text-s text-ink-soft">
        {theOther(scene.petname)} sees six words in the same place. If they are the same as yours,
        nobody sits between you. Compare them by voice or side by side, if you like; you need not.
        If they differ, offer nothing here, and tell {otherName(scene.petname)} in another way.
      </p>
      <ol className="mt-4 grid grid-cols-2 gap-2 sm:grid-cols-3">
        {words.map((word, place) => (
          <li
            key={place}
            className="rounded-control border border-line bg-sheet px-4 py-2.5 font-serif text-l"
          >
            {word}
          </li>
        ))}
      </ol>
    </section>
  );
}
