import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import { askRound, beginRound, dropRound } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { RoundView } from "#domain/rooms.ts";
import { leftForGood, otherName, theOther } from "../../room/words.ts";
import { LIST_WORDS } from "./list-words.ts";
import { Lines, Trouble, useRun, WhatMarksTell, type MarkProps } from "./marking.tsx";

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
          {view.results.length > 0 ? LIST_WORDS[list.form].again : "Begin with two yeses"}
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
            {left ? leftForGood() : "It can be asked when the pause has ended."}
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
