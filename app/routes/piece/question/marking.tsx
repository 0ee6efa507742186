import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Notice } from "#components/notice.tsx";
import { AREAS, type Area } from "#domain/pieces/boundaries.ts";
import type { MarkLine, MarkList } from "#domain/pieces/decks.ts";
import { linesFor, wantsOf } from "#domain/pieces/wanted.ts";
import type { Result } from "#domain/result.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { otherName, sorry, THEME } from "../../room/words.ts";
import { known } from "#domain/newer.ts";

/** What the steps of a round have in common. */

export type MarkProps = { readonly view: PairedView; readonly list: MarkList };

/** The lines, to be read before anybody is asked to mark them. */
export function Lines({ list }: { list: MarkList }) {
  return (
    <div className="space-y-6">
      {useLinesByArea(list).map(({ area, lines }) => (
        <section key={area ?? ""} aria-label={area ? THEME[area] : undefined}>
          {area && <h2 className="mb-2 font-sans text-s text-ink-soft">{THEME[area]}</h2>}
          <ul className="space-y-1.5 font-serif text-l">
            {lines.map(({ name, words }) => (
              <li key={name} className="border-b border-line pb-1.5">
                {words}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type LinesOfArea = { readonly area: Area | null; readonly lines: readonly MarkLine[] };

/** The lines that I am shown, beneath what they are about, in the order of boundaries. */
export function useLinesByArea(list: MarkList): readonly LinesOfArea[] {
  const { room } = useInRoom();
  const lines = linesFor(list, wantsOf(known(useIndex().rooms[room])?.cards));
  return [null, ...AREAS].flatMap((area) => {
    const here = lines.filter((line) => (line.area ?? null) === area);
    return here.length > 0 ? [{ area, lines: here }] : [];
  });
}

/** What anybody can learn of marks, said before any is made. */
export function WhatMarksTell() {
  const { t } = useTranslation("piece-question");
  const { scene } = useInRoom();
  const other = otherName(scene.petname);
  return (
    <Notice tone="care" title={t("whatLeavesThisDevice")}>
      <p>{t("forEveryLineMarkedOrNot")}</p>
      <p>{t("whoeverMarksEverythingSeesAllYour", { other })}</p>
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
