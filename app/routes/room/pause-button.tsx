import { Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { toLocalInput } from "#client/rooms/day.ts";
import { tomorrowAt } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Field } from "#components/field.tsx";
import { Notice } from "#components/notice.tsx";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { TroubleUnderTheBar } from "./trouble-under-the-bar.tsx";
import { useRoomAct } from "./use-room-act.ts";
import { otherName, sixtyDays, TWENTY_MINUTES } from "./words.ts";

/** Unless they say otherwise, a pause until a time ends on the next morning. */
const MORNING = 9;

/**
 * Pausing takes no reason and always works: for twenty minutes with one press, which asks nothing, and
 * otherwise for as long as one says. One's own pause is ended by the same button.
 */
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
  // On a phone the button stands in the menu, which would hide what the page says now.
  const closeMenu = () => {
    const menu = button.current?.closest<HTMLElement>("[popover]");
    if (menu?.matches(":popover-open")) menu.hidePopover();
  };
  const run = async (command: RoomCommand): Promise<boolean> => {
    if (!(await act(command))) return false;
    close();
    closeMenu();
    return true;
  };
  const atOnce = async () => {
    if (await run({ kind: "pause", minutes: TWENTY_MINUTES })) leavePressed();
  };
  const end = async () => {
    if (!(await run({ kind: "resume" }))) closeMenu();
  };

  return (
    <>
      {/* One button, whatever it does now: a dialog that closes gives it the focus back. */}
      <Button
        ref={button}
        pending={pending}
        className={pause.mine ? undefined : "wide:rounded-e-none wide:focus-visible:z-10"}
        onClick={({ detail }) => {
          if (!pause.mine) setAsking(true);
          // It comes to stand where the pause was begun: the second press of two is not meant for it.
          else if (detail < 2) void end();
        }}
      >
        {pause.mine ? t("endThePause") : t("pause")}
      </Button>
      {!pause.mine && (
        // Where there is room for a bar, the two are halves of one; where not, see pause-at-once.tsx.
        <Button
          className="max-wide:hidden wide:-ms-4 wide:rounded-s-none wide:border-s-0 wide:px-3 wide:focus-visible:z-10"
          pending={pending}
          onClick={() => void atOnce()}
        >
          {pending && !asking ? (
            t("pausing")
          ) : (
            <span>
              <Trans
                t={t}
                i18nKey="pauseForTwentyMinutes"
                components={{ span: <span className="wide:sr-only" /> }}
              />
            </span>
          )}
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
      {trouble && !asking && <TroubleUnderTheBar trouble={trouble} onForget={forget} />}
    </>
  );
}

/** What was pressed is gone. Not to what ends the pause: a key pressed twice must not end it. */
export const leavePressed = (): void => document.getElementById("main")?.focus();

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
