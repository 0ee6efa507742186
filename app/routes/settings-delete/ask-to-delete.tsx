import { useEffect, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { whatGoes, type Going } from "#client/rooms/what-goes.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { sentenceFor } from "#client/sentences.ts";
import { known } from "#domain/newer.ts";
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
  const { t } = useTranslation("settings-delete");
  const { name } = useTab().hand.keyring;
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <div className="max-w-measure space-y-8">
      {trouble && (
        <Notice tone="alarm" live title={t("yourAccountIsStillHere")}>
          {trouble}
        </Notice>
      )}
      <Rooms />
      <section aria-labelledby="everywhere">
        <h2 id="everywhere" className="mb-2 text-xl">
          {t("everywhere")}
        </h2>
        <ul className="list-disc space-y-1.5 ps-5">
          <li>
            <Trans
              t={t}
              i18nKey="yourNameAndWords"
              values={{ name }}
              components={{ name: <b className="font-semibold" /> }}
            />
          </li>
          <li>{t("whatTheOthersRecordRestsOn")}</li>
          <li>{t("itIsGoneFromTheServer")}</li>
        </ul>
      </section>
      <Notice
        title={t("saveWhatIsYoursFirstIf")}
        actions={<ButtonLink to="/settings/export">{t("saveEverythingOfMine")}</ButtonLink>}
      >
        <p>{t("afterwardsNothingOfItCanBe")}</p>
      </Notice>
      <form
        noValidate
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim().toLowerCase() === WORD) setAsking(true);
          else setError(t("typeTheWordWordIfThat", { word: WORD }));
        }}
      >
        <Field
          id="delete-word"
          label={t("typeTheWordWord", { word: WORD })}
          hint={t("yourPasswordIsAskedForNext")}
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
          <Button type="submit">{t("deleteMyAccount")}</Button>
          <ButtonLink look="quiet" to="/settings">
            {t("keepIt")}
          </ButtonLink>
        </div>
      </form>
      <PasswordAgain
        open={asking}
        onClose={() => setAsking(false)}
        onConfirmed={onDelete}
        yes={t("deleteItNow")}
      >
        <p>{t("thisIsTheLastStepWith")}</p>
      </PasswordAgain>
    </div>
  );
}

function Rooms() {
  const { t } = useTranslation("settings-delete");
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
        title={t("itCannotBeSaidNowWhat")}
        actions={<Button onClick={() => setAttempt(attempt + 1)}>{t("tryAgain")}</Button>}
      >
        {complaint}
      </Notice>
    );
  }
  if (!going) return <SkeletonText lines={4} label={t("lookingAtYourRooms")} />;
  return (
    <>
      {going.map((one) => (
        <RoomGoes key={one.room} going={one} petname={known(rooms[one.room])?.petname ?? ""} />
      ))}
    </>
  );
}
