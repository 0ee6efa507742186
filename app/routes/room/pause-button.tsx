import { Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { toLocalInput } from "#client/rooms/day.ts";
import { tomorrowAt } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { useRoomAct } from "./use-room-act.ts";
import { otherName, sixtyDays, TWENTY_MINUTES } from "./words.ts";

/** Unless they say otherwise, a pause until a time ends on the next morning. */
const MORNING = 9;

/** Pausing takes no reason and always works; one's own pause is ended by the same button. */
export function PauseButton() {
  const { t } = useTranslation("room");
  const { room, scene } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [timing, setTiming] = useState(false);
  const { run: act, pending, trouble, forget } = useRoomAct();
  const button = useRef<HTMLButtonElement>(null);
  const { pause } = scene.view;

  const close = () => {
    setAsking(false);
    setTiming(false);
    forget();
  };
  const run = async (command: RoomCommand) => {
    if (!(await act(command))) return;
    close();
    // On a phone the button stands in the menu, which would hide what the page says now.
    const menu = button.current?.closest<HTMLElement>("[popover]");
    if (menu?.matches(":popover-open")) menu.hidePopover();
  };

  return (
    <>
      {pause.mine ? (
        <Button ref={button} pending={pending} onClick={() => void run({ kind: "resume" })}>
          {t("endThePause")}
        </Button>
      ) : (
        <Button ref={button} onClick={() => setAsking(true)}>
          {t("pause")}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={close}
        title={t("pauseThisRoom")}
        actions={
          !timing && (
            <>
              <Button
                pending={pending}
                onClick={() => void run({ kind: "pause", minutes: TWENTY_MINUTES })}
              >
                {t("forTwentyMinutes")}
              </Button>
              <Button pending={pending} onClick={() => setTiming(true)}>
                {t("untilATime")}
              </Button>
              <Button pending={pending} onClick={() => void run({ kind: "pause", minutes: null })}>
                {t("untilIEndIt")}
              </Button>
              <Button look="quiet" onClick={close}>
                {t("notNow")}
              </Button>
            </>
          )
        }
      >
        <p>{t("nothingReachesEitherOfYouWhile", { name: otherName(scene.petname) })}</p>
        {pause.long && (
          <p>
            {sixtyDays()}{" "}
            <Link className="link" to={`/room/${room}/settings#leaving`} onClick={close}>
              {t("closingYourSide")}
            </Link>
          </p>
        )}
        {timing && (
          <UntilATime
            pending={pending}
            onPause={(until) => void run({ kind: "pause", minutes: null, until })}
            onBack={() => setTiming(false)}
          />
        )}
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
      </Dialog>
      {trouble && !asking && (
        <span role="alert" className="text-s">
          {trouble}
        </span>
      )}
    </>
  );
}

function UntilATime({
  pending,
  onPause,
  onBack,
}: {
  pending: boolean;
  /** Milliseconds since 1970. */
  onPause: (until: number) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation("room");
  const [value, setValue] = useState(() => toLocalInput(tomorrowAt(MORNING)));
  const [earliest] = useState(() => toLocalInput(Date.now()));
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const until = new Date(value).getTime();
        if (until > Date.now()) onPause(until);
        else setError(t("chooseADayAndATime"));
      }}
    >
      <Field
        id="pause-until"
        type="datetime-local"
        label={t("itEndsOn")}
        hint={t("itEndsThenByItselfYou")}
        autoFocus
        min={earliest}
        value={value}
        errors={error ? [error] : null}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setError(null);
        }}
      />
      <div className="mt-6 flex flex-wrap gap-2.5">
        <Button type="submit" pending={pending}>
          {t("pauseUntilThen")}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
