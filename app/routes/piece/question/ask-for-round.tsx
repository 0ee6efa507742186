import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import { askRound, beginRound, dropRound } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import type { RoundView } from "#domain/piece-view.ts";
import { leftForGood, otherName, theOther } from "../../room/words.ts";
import { LIST_WORDS } from "./list-words.ts";
import { Lines, Trouble, useRun, WhatMarksTell, type MarkProps } from "./marking.tsx";

const DAY = 24 * 60 * 60 * 1000;

/** In how many days it opens. */
const ENDS = ["1", "3", "7"] as const;

/** The first yes to a round. */
export function AskForRound({ view, list }: MarkProps) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired } = useInRoom();
  const [days, setDays] = useState<(typeof ENDS)[number]>("3");
  const { run, pending, trouble } = useRun();
  const { paused, left } = scene.view.pause;
  const again = view.results.length > 0;
  const ask = () =>
    paired && run(() => askRound(hand, paired, view.piece, list, Date.now() + Number(days) * DAY));
  return (
    <>
      {!again && <Lines list={list} />}
      <section className="space-y-4" aria-labelledby="ask">
        <h2 id="ask" className="text-l">
          {again ? t(LIST_WORDS[list.form].again) : t("beginWithTwoYeses")}
        </h2>
        <p>{t("youAskForARoundName", { name: otherName(scene.petname) })}</p>
        {/* Beneath what was asked, so that nobody takes them for what both marked. */}
        {again && <Lines list={list} />}
        <Options
          legend={t("whenDoesItOpen")}
          name="ends"
          across
          value={days}
          onChange={setDays}
          options={ENDS.map((value) => ({ value, label: t(`days${value}`) }))}
        />
        <WhatMarksTell />
        <Button pending={pending} disabled={!paired || paused} onClick={() => void ask()}>
          {pending ? t("asking") : t("askForARound")}
        </Button>
        {paused && (
          <p className="text-s text-ink-soft">{left ? leftForGood() : t("itCanBeAskedWhenThe")}</p>
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
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired } = useInRoom();
  const { run, pending, trouble } = useRun();
  const { paused } = scene.view.pause;
  const mine = round.by === "me";
  return (
    <>
      <Notice
        title={
          mine
            ? t("youAskedForARound")
            : t("nameAsksForARoundOf", { name: theOther(scene.petname) })
        }
        actions={
          paired &&
          (mine ? (
            <Button
              pending={pending}
              onClick={() => void run(() => dropRound(hand, paired, view.piece, round))}
            >
              {t("takeItBack")}
            </Button>
          ) : (
            <Button
              pending={pending}
              disabled={paused}
              onClick={() => void run(() => beginRound(hand, paired, view.piece, round))}
            >
              {t("yesBeginTheRound")}
            </Button>
          ))
        }
      >
        <p>{t("itWouldOpenOnTime", { time: sayTime(round.opensAt) })}</p>
        <p>
          {mine
            ? t("itBeginsWhenNameSaysYes", { name: otherName(scene.petname) })
            : t("ifYouDoNothingItGoes")}
        </p>
        <Trouble>{trouble}</Trouble>
      </Notice>
      {!mine && <WhatMarksTell />}
      <Lines list={list} />
    </>
  );
}
