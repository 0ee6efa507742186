import { useState, type ReactNode } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import { askRound, beginRound, dropRound } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { Result } from "#domain/result.ts";
import type { RoundView } from "#domain/rooms.ts";
import { LEFT, otherName, sorry, theOther } from "../../room/words.ts";
import { Lines, type MarkProps } from "./mark-lines.tsx";

const DAY = 24 * 60 * 60 * 1000;

const ENDS = [
  { value: "1", label: "in a day" },
  { value: "3", label: "in three days" },
  { value: "7", label: "in a week" },
] as const;

/** The first yes to a round. */
export function AskForRound({ view, list }: MarkProps) {
  const { hand, scene, paired } = useInRoom();
  const [days, setDays] = useState<(typeof ENDS)[number]["value"]>("3");
  const { run, pending, trouble } = useRun();
  const { paused, left } = scene.view.pause;
  const ask = () =>
    paired && run(() => askRound(hand, paired, view.piece, list, Date.now() + Number(days) * DAY));
  return (
    <>
      <Lines list={list} />
      <section className="space-y-4" aria-labelledby="ask">
        <h2 id="ask" className="text-l">
          {view.results.length > 0 ? "Another round" : "Begin with two yeses"}
        </h2>
        <p>
          You ask for a round; {otherName(scene.petname)} says yes, or does not. Then each of you
          marks, within the time that you set here.
        </p>
        <Options
          legend="When does it open?"
          name="ends"
          across
          value={days}
          onChange={setDays}
          options={ENDS}
        />
        <WhatMarksTell />
        <Button pending={pending} disabled={!paired || paused} onClick={() => void ask()}>
          {pending ? "Asking" : "Ask for a round"}
        </Button>
        {paused && (
          <p className="text-s text-ink-soft">
            {left ? LEFT : "It can be asked when the pause has ended."}
          </p>
        )}
        <Trouble>{trouble}</Trouble>
      </section>
    </>
  );
}

/** Asked for, and not begun. To have it begun takes the other's yes; nobody has to say no. */
export function RoundAsked({
  view,
  list,
  round,
}: MarkProps & { round: Extract<RoundView, { is: "asked" }> }) {
  const { hand, scene, paired } = useInRoom();
  const { run, pending, trouble } = useRun();
  const { paused } = scene.view.pause;
  const mine = round.by === "me";
  return (
    <>
      <Notice
        title={
          mine
            ? "You asked for a round."
            : `${theOther(scene.petname)} asks for a round of marking.`
        }
        actions={
          paired &&
          (mine ? (
            <Button
              pending={pending}
              onClick={() => void run(() => dropRound(hand, paired, view.piece, round))}
            >
              Take it back
            </Button>
          ) : (
            <Button
              pending={pending}
              disabled={paused}
              onClick={() => void run(() => beginRound(hand, paired, view.piece, round))}
            >
              Yes, begin the round
            </Button>
          ))
        }
      >
        <p>It would open on {sayTime(round.opensAt)}.</p>
        <p>
          {mine
            ? `It begins when ${otherName(scene.petname)} says yes too. Silence here means nothing.`
            : "If you do nothing, it goes away by itself at that time. No reason is asked for."}
        </p>
        <Trouble>{trouble}</Trouble>
      </Notice>
      {!mine && <WhatMarksTell />}
      <Lines list={list} />
    </>
  );
}

/** What anybody can learn of marks, said before any is made. */
export function WhatMarksTell() {
  const { scene } = useInRoom();
  const other = otherName(scene.petname);
  return (
    <Notice tone="care" title="What leaves this device">
      <p>
        For every line, marked or not, something that looks random. Only where you both marked the
        same line does it match; the server is given no words.
      </p>
      <p>
        Whoever marks everything sees all that the other marked. That goes for {other}, and for you.
        And whoever runs the server could help {other} to see your marks.
      </p>
    </Notice>
  );
}

/** One act at a time, with what became of it. */
export function useRun() {
  const { refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  return { run, pending, trouble };
}

export function Trouble({ children }: { children: ReactNode }) {
  return (
    children && (
      <Notice tone="alarm" live className="mt-4">
        {children}
      </Notice>
    )
  );
}
