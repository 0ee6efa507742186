import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import { submitMarks } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { RoundView } from "#domain/piece-view.ts";
import { otherName, THEME } from "../../room/words.ts";
import { Trouble, useLinesByArea, useRun, WhatMarksTell, type MarkProps } from "./marking.tsx";

type Running = Extract<RoundView, { is: "running" }>;

/** My marks, until I hand them in. They are on this page alone: nothing of them is kept anywhere. */
export function RunningRound({ view, list, round }: MarkProps & { round: Running }) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired } = useInRoom();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { run, pending, trouble } = useRun();
  const areas = useLinesByArea(list);
  const { paused } = scene.view.pause;
  const mark = (name: string, on: boolean) => {
    const next = new Set(marked);
    if (on) next.add(name);
    else next.delete(name);
    setMarked(next);
  };
  /** What I could see when I marked it: a line that has gone since is not marked. */
  const shown = () =>
    new Set(
      areas
        .flatMap(({ lines }) => lines.map(({ name }) => name))
        .filter((name) => marked.has(name)),
    );
  return (
    <>
      <Notice title={t("aRoundIsRunningItOpens", { time: sayTime(round.opensAt) })}>
        <p>{t("untilThenMarkWhatIsTrue", { name: otherName(scene.petname) })}</p>
      </Notice>
      <fieldset className="space-y-0.5" disabled={pending}>
        <legend className="mb-1.5 font-medium">{list.mark}</legend>
        {areas.map(({ area, lines }) => (
          <div
            key={area ?? ""}
            role={area ? "group" : undefined}
            aria-label={area ? THEME[area] : undefined}
            className="pb-4"
          >
            {area && (
              <p aria-hidden className="text-s text-ink-soft">
                {THEME[area]}
              </p>
            )}
            {lines.map(({ name, words }) => (
              <label key={name} className="flex min-h-target items-center gap-3 py-1.5">
                <input
                  type="checkbox"
                  className="checkbox"
                  checked={marked.has(name)}
                  onChange={(event) => mark(name, event.currentTarget.checked)}
                />
                <span className="font-serif text-l">{words}</span>
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      <WhatMarksTell />
      <div>
        <Button
          look="primary"
          pending={pending}
          disabled={!paired || paused}
          onClick={() =>
            paired && void run(() => submitMarks(hand, paired, view.piece, round, list, shown()))
          }
        >
          {pending ? t("handingIn") : t("handInMyMarks")}
        </Button>
        <p className="mt-3 text-s text-ink-soft">
          {paused ? t("theyCanBeHandedInWhen") : t("theyAreFixedForThisRound")}
        </p>
        <Trouble>{trouble}</Trouble>
      </div>
    </>
  );
}

export function MarksAreIn({ round }: { round: Running }) {
  const { t } = useTranslation("piece-question");
  return (
    <Notice live title={t("yourMarksAreIn")}>
      <p>{t("itOpensOnTimeThenYou", { time: sayTime(round.opensAt) })}</p>
    </Notice>
  );
}
