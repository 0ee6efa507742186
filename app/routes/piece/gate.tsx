import { Link, useNavigate } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { Notice } from "#components/notice.tsx";
import { Choice, Sheet } from "#components/sheet.tsx";
import { Switch } from "#components/switch.tsx";
import { Chips } from "#components/chip.tsx";
import type { Result } from "#domain/result.ts";
import { theOther, otherName, sorry } from "../room/words.ts";

type Act = () => Promise<Result<unknown>>;

type GateProps = {
  /** "Jonas offers you" */
  readonly over: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly note?: ReactNode;
  /** What stands before the choices. */
  readonly before?: ReactNode;
  /** `null` where nobody can tell what would be opened. */
  readonly open: { readonly label: string; readonly says: ReactNode; readonly act: Act } | null;
  readonly notNow: Act;
  readonly no: (tell: boolean) => Promise<Result<unknown>>;
  /** Where opening leads. */
  readonly onOpened: () => void;
  /** What shows at the door in a pause can be opened in it, and nothing can be told then. */
  readonly inPause?: boolean;
};

/** Three choices that weigh the same, or the two that are left of them. No reason is asked for, and nothing is chosen beforehand. */
export function Gate({
  over,
  title,
  words,
  note,
  before,
  open,
  notNow,
  no,
  onOpened,
  inPause = false,
}: GateProps) {
  const { t } = useTranslation("piece");
  const { hand, room, scene, refresh } = useInRoom();
  const navigate = useNavigate();
  const [tell, setTell] = useState(false);
  const [pending, setPending] = useState<"open" | "not-now" | "no" | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = theOther(scene.petname);
  const { paused } = scene.view.pause;

  const choose = async (choice: "open" | "not-now" | "no", act: Act, then: () => void) => {
    if (pending) return;
    setPending(choice);
    const here = location.pathname;
    const done = await act();
    if (!done.ok) {
      setPending(null);
      return setTrouble(sorry(done.refusal.code));
    }
    await refresh();
    // Whoever has gone elsewhere meanwhile is not fetched back.
    if (location.pathname === here) then();
  };
  const toTheDoor = () => navigate(`/room/${room}#door`);
  const pauseEverything = async () => {
    const done = await actOnRoom(hand, room, { kind: "pause", minutes: null });
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    await refresh();
    toTheDoor();
  };

  return (
    <>
      <Bar back={{ to: `/room/${room}#door`, label: t("room") }} status={t("atTheDoor")} />
      <Sheet
        footer={
          <p>
            <Trans
              t={t}
              i18nKey={open ? "youCanOpenItAndAnswer" : "ifAnythingHereMakesYouFeel"}
              components={{
                button: (
                  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words come from the sentence
                  <button type="button" className="link" onClick={() => void pauseEverything()} />
                ),
                a: <Link className="link" to="/help" />,
              }}
            />
          </p>
        }
      >
        <Who person="two">{over}</Who>
        <h1 className="mt-1.5 mb-2.5 text-2xl">{title}</h1>
        {words.length > 0 && <Chips words={words} />}
        {note && <p className="mt-3 text-s text-ink-soft">{note}</p>}
        {before}
        {trouble && (
          <Notice tone="alarm" live className="mt-4">
            {trouble}
          </Notice>
        )}
        {paused && !inPause ? (
          <Notice className="mt-5" title={t("thisRoomIsPaused")}>
            {t("itCanBeOpenedWhenThe")}
          </Notice>
        ) : (
          <div className="mt-5 space-y-3 sm:space-y-0">
            {open && (
              <Choice
                title={open.label}
                action={
                  <Button
                    wide
                    pending={pending !== null}
                    onClick={() => void choose("open", open.act, onOpened)}
                  >
                    {pending === "open" ? t("opening") : open.label}
                  </Button>
                }
              >
                {open.says}
              </Choice>
            )}
            <Choice
              title={t("notNow")}
              action={
                <Button
                  wide
                  pending={pending !== null}
                  onClick={() => void choose("not-now", notNow, toTheDoor)}
                >
                  {t("notNow")}
                </Button>
              }
            >
              {t("itStaysAtTheDoorClosed", { other })}
            </Choice>
            <Choice
              title={t("no")}
              action={
                <Button
                  wide
                  pending={pending !== null}
                  onClick={() => void choose("no", () => no(tell && !paused), toTheDoor)}
                >
                  {t("no")}
                </Button>
              }
            >
              <span className="flex flex-wrap items-center gap-x-4">
                {t("itGoesFromYourSide")}
                {!paused && (
                  <Switch
                    label={t("tellName", { name: otherName(scene.petname) })}
                    checked={tell}
                    onChange={(event) => setTell(event.currentTarget.checked)}
                  />
                )}
              </span>
            </Choice>
          </div>
        )}
      </Sheet>
    </>
  );
}
