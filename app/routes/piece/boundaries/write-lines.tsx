import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBoundaries } from "#client/hooks/use-boundaries.ts";
import type { BoundariesDocument } from "#client/pieces/boundaries-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { Button } from "#components/button.tsx";
import { UndoButtons } from "#components/editor/undo-buttons.tsx";
import { Empty } from "#components/notice.tsx";
import { Status } from "#components/status.tsx";
import type { LineId } from "#domain/ids.ts";
import { AREAS, MAX_BOUNDARIES, type Area, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { LineSide } from "./line-side.tsx";
import type { SentState } from "./use-sent.ts";
import { AREA } from "./words.ts";
import { WriteLine } from "./write-line.tsx";

/** Where the focus goes once the list has been drawn anew. */
type Wanted = { readonly line: LineId; readonly part: "statement" | "up" | "down" };

/** The lines of my list, to be written and put in order. */
export function WriteLines({
  document,
  undo,
  view,
  sent,
  mayOffer,
  onOffer,
  onTakenBack,
}: {
  document: BoundariesDocument;
  undo: Undo;
  view: WrittenView;
  sent: SentState;
  mayOffer: boolean;
  onOffer: (line: LineId) => void;
  onTakenBack: (rest: readonly BoundaryLine[]) => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { shown, hidden } = useBoundaries(document);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<Wanted | null>(null);
  const [said, setSaid] = useState("");
  const areas = AREAS.filter((area) => !hidden.includes(area));

  // A line that moves is taken out of the page and put in elsewhere: it loses the focus on the way.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { line, part } = wanted.current;
    const item = list.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
    if (!item) return;
    wanted.current = null;
    const there = item.querySelector<HTMLElement>(
      part === "statement" ? "textarea" : `[data-move="${part}"]`,
    );
    there?.focus();
  }, [shown]);

  const step = (act: () => void) => {
    undo.endStep();
    act();
    undo.endStep();
  };
  const add = (area: Area, after?: LineId) =>
    step(() => {
      const line = document.add(area, after);
      if (line) wanted.current = { line, part: "statement" };
    });
  const move = (line: LineId, from: number, to: number, part: Wanted["part"]) => {
    if (to < 0 || to >= shown.length) return;
    wanted.current = { line, part };
    step(() => document.move(line, to));
    setSaid(
      t("lineValueIsNowLineValue2", { value: from + 1, value2: to + 1, length: shown.length }),
    );
  };
  const takeOut = (line: LineId, at: number) => {
    const near = shown[at - 1] ?? shown[at + 1];
    if (near) wanted.current = { line: near.id, part: "statement" };
    step(() => document.takeOut(line));
    setSaid(t("lineValueIsOutOfYour", { value: at + 1 }));
  };

  return (
    <>
      {shown.length === 0 && (
        <Empty title={t("whatDoYouNeedToBe")}>
          <p>{t("aLineSaysWhatHoldsFor")}</p>
          <ul className="flex flex-wrap gap-2.5 pt-2">
            {areas.map((area) => (
              <li key={area}>
                <Button onClick={() => add(area)}>{AREA[area]}</Button>
              </li>
            ))}
          </ul>
        </Empty>
      )}
      <ol className="boundaries" ref={list} aria-label={t("yourLines")}>
        {shown.map((line, i) => (
          <li
            key={line.id}
            data-line={line.id}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
              event.preventDefault();
              move(line.id, i, event.key === "ArrowUp" ? i - 1 : i + 1, "statement");
            }}
          >
            <WriteLine
              document={document}
              undo={undo}
              boundary={line}
              number={i + 1}
              areas={areas}
              onEnter={() => add(line.area, line.id)}
              side={
                <LineSide
                  document={document}
                  boundary={line}
                  number={i + 1}
                  count={shown.length}
                  view={view}
                  sent={sent}
                  mayOffer={mayOffer}
                  onOffer={() => onOffer(line.id)}
                  onTakenBack={onTakenBack}
                  onMove={(part) => move(line.id, i, part === "up" ? i - 1 : i + 1, part)}
                  onTakeOut={() => takeOut(line.id, i)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <p className="sr-only">
        <Status>{said}</Status>
      </p>
      <div className="lines-actions">
        {shown.length > 0 && (
          <Button
            disabled={shown.length >= MAX_BOUNDARIES}
            onClick={() => add(shown.at(-1)?.area ?? "open")}
          >
            {t("addALine")}
          </Button>
        )}
        <UndoButtons undo={undo} />
      </div>
      {shown.length > 1 && (
        <p className="mt-3 text-s text-ink-soft max-sm:hidden">{t("altWithAnArrowUpOr")}</p>
      )}
    </>
  );
}
