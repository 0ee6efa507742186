import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { commonLines } from "#client/rooms/paired.ts";
import { Who } from "#components/dot.tsx";
import type { MarkList } from "#domain/pieces/decks.ts";
import type { RoundResultView } from "#domain/piece-view.ts";
import { AgreementFromGround } from "./agreement-from-ground.tsx";
import { LIST_WORDS } from "./list-words.ts";
import type { MarkProps } from "./marking.tsx";

/** What came of the rounds that are over, the newest first. */
export function Results({ view, list }: MarkProps) {
  const { t } = useTranslation("piece-question");
  if (view.results.length === 0) return null;
  return (
    <section
      aria-labelledby="results"
      className="space-y-4 rounded-card border border-line bg-sheet px-5 py-4"
    >
      <h2 id="results" className="text-xl">
        {t(LIST_WORDS[list.form].both)}
      </h2>
      {view.results.toReversed().map((result, i) => (
        <Result
          key={result.round}
          view={view}
          list={list}
          result={result}
          title={i === 0 ? t("inTheLastRound") : t("valueRoundsAgo", { value: i + 1 })}
        />
      ))}
    </section>
  );
}

function Result({
  view: { piece },
  list,
  result,
  title,
}: MarkProps & { result: RoundResultView; title: string }) {
  const { t } = useTranslation("piece-question");
  const { paired } = useInRoom();
  const [lines, setLines] = useState<MarkList["lines"] | null>(null);
  const key = `${result.round} ${result.common.join()}`;
  useEffect(() => {
    if (!paired) return;
    let left = false;
    void commonLines(paired, piece, result, list).then((found) => !left && setLines(found));
    return () => {
      left = true;
    };
    // `key` says whether it is the same result; objects are made anew with every view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [paired?.room, piece, key, list]);
  if (!lines) return null;
  return (
    <div role="status">
      <h3 className="mb-2 font-sans text-s font-medium text-ink-soft">{title}</h3>
      {lines.length === 0 ? (
        <p>{t(LIST_WORDS[list.form].nothing)}</p>
      ) : (
        <>
          <ul className="space-y-1.5">
            {lines.map(({ name, words }) => (
              <li key={name} className="font-serif text-l">
                <Who person="both">
                  <span className="text-l text-ink">{words}</span>
                </Who>
              </li>
            ))}
          </ul>
          {list.form !== "hopes" && (
            <AgreementFromGround piece={piece} round={result.round} lines={lines} />
          )}
        </>
      )}
    </div>
  );
}
