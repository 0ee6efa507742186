import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Guide } from "#domain/pieces/guides.ts";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { drawLoop, loopIn, type LoopBox } from "#domain/pieces/loop.ts";
import "./loop.css";

/** The first line of a box, from its top. */
const FIRST = 26;
const LINE = 19;

/**
 * How it goes round, as a drawing. Who does not see it is read the same as a list; nobody is told which
 * step is whose but by its words.
 */
export function LoopDrawing({ body, guide }: { body: LetterBody; guide: Guide }) {
  const { t } = useTranslation("piece-guided");
  const id = useId();
  const loop = loopIn(body, guide);
  if (!loop) return null;
  const { width, height, boxes, arrows, out } = drawLoop(loop);
  const head = `${id}-head`;
  return (
    <figure className="loop" aria-labelledby={`${id}-name`}>
      <figcaption id={`${id}-name`} className="loop-name">
        {loop.name || t("howItGoesRound")}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <defs>
          <marker
            id={head}
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M 0 0.5 L 7 4 L 0 7.5 Z" className="loop-head" />
          </marker>
        </defs>
        {arrows.map((path) => (
          <path key={path} d={path} className="loop-arrow" markerEnd={t("urlHead", { head })} />
        ))}
        {out && (
          <path d={out.arrow} className="loop-arrow loop-away" markerEnd={t("urlHead", { head })} />
        )}
        {boxes.map((box, i) => (
          <Box key={i} box={box} className="loop-box" />
        ))}
        {out && <Box box={out} className="loop-box loop-away" />}
      </svg>
      <div className="sr-only">
        <ol>
          {loop.steps.map((step, i) => (
            <li key={i}>{step}</li>
          ))}
        </ol>
        <p>{t("thenItBeginsAgain")}</p>
        {loop.stepOut && <p>{t("aWayOutOfItStepout", { stepOut: loop.stepOut })}</p>}
      </div>
      {out && <p className="loop-note">{t("theDashedLineLeadsOutOf")}</p>}
    </figure>
  );
}

function Box({
  box: { x, y, width, height, lines },
  className,
}: {
  box: LoopBox;
  className: string;
}) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx="12" className={className} />
      {lines.map((line, i) => (
        <text key={i} x={x + 12} y={y + FIRST + i * LINE} className="loop-words">
          {line}
        </text>
      ))}
    </g>
  );
}
