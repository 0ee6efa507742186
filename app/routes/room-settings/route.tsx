import { useState } from "react";
import { useTranslation } from "react-i18next";
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
import { LookIn } from "./look-in.tsx";
import { PaceSettings } from "./pace-settings.tsx";
import { QuietHoursSettings } from "./quiet-hours-settings.tsx";

const MAX_PETNAME = 80;

/** What concerns this room alone. */
export default function RoomSettings() {
  const { t } = useTranslation("room-settings");
  const { room, scene } = useInRoom();
  return (
    <>
      <RoomBar />
      <Page>
        <PageTitle>{t("thisRoom")}</PageTitle>
        <div className="max-w-measure space-y-10">
          <Petname key={scene.petname} />
          <KeysChanged />
          {scene.other && <SixWords />}
          {!scene.view.other && !scene.view.pause.left && (
            <section>
              <h2 className="mb-2 text-l">{t("nobodyElseIsHere")}</h2>
              <ButtonLink to={`/room/${room}/invite`}>
                {scene.view.invitation ? t("yourLink") : t("inviteOnePerson")}
              </ButtonLink>
            </section>
          )}
          <QuietHoursSettings />
          <PaceSettings />
          <LookIn />
          <Leaving />
          <section>
            <h2 className="mb-2 text-l">{t("theRecordOfThisRoom")}</h2>
            <p className="mb-3 text-s text-ink-soft">{t("whatBothOfYouDidThat")}</p>
            <ButtonLink to={`/room/${room}/record`}>{t("lookAtTheRecord")}</ButtonLink>
          </section>
          <section>
            <h2 className="mb-2 text-l">{t("yourAccount")}</h2>
            <p className="mb-3 text-s text-ink-soft">
              {t("passwordRecoveryWordsLockingAndSigning")}
            </p>
            <div className="flex flex-wrap gap-2.5">
              <ButtonLink to="/settings">{t("accountSettings")}</ButtonLink>
              <ButtonLink look="quiet" to="/rooms?all">
                {t("yourRooms")}
              </ButtonLink>
            </div>
          </section>
        </div>
      </Page>
    </>
  );
}

function Petname() {
  const { t } = useTranslation("room-settings");
  const { hand, room, scene } = useInRoom();
  const [name, setName] = useState(scene.petname);
  const [said, setSaid] = useState("");
  const save = async () => {
    const kept = await setPetname(hand.keyring, room, name.trim().slice(0, MAX_PETNAME));
    setSaid(kept.ok ? t("saved") : sorry(kept.refusal.code));
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
        label={t("whatDoYouCallTheOther")}
        hint={t("onlyYouSeeThisName")}
        maxLength={MAX_PETNAME}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="flex items-center gap-3">
        <Button type="submit">{t("save")}</Button>
        <Status>{said}</Status>
      </div>
    </form>
  );
}

function SixWords() {
  const { t } = useTranslation("room-settings");
  const { hand, room, scene } = useInRoom();
  if (!scene.other) return null;
  // With new keys they are others at once: it is before I take those that I want to compare.
  const words = sixWords(hand.keyring, scene.keysChanged?.next ?? scene.other, room);
  return (
    <section aria-labelledby="six">
      <h2 id="six" className="mb-2 text-l">
        {t("sixWordsToCompare")}
      </h2>
      <p className="text-s text-ink-soft">
        {t("nameSeesSixWordsInThe", {
          name: theOther(scene.petname),
          name2: otherName(scene.petname),
        })}
      </p>
      <ol lang="en" dir="ltr" className="mt-4 grid grid-cols-2 gap-2 sm:grid-cols-3">
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
