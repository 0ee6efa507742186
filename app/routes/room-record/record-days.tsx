import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import type { OpenedAct } from "#client/rooms/room-record.ts";
import { Dot } from "#components/dot.tsx";
import { known } from "#domain/newer.ts";
import type { Day } from "#domain/statement-view.ts";
import { titleOr } from "../room/words.ts";
import { sayAct, sayWords } from "./acts.ts";

type Props = {
  readonly acts: readonly OpenedAct[];
  /** All of them are of one piece, whose name need not be said each time. */
  readonly ofOnePiece: boolean;
};

/** What was done, day by day, oldest first; the hour is nobody's business. */
export function RecordDays({ acts, ofOnePiece }: Props) {
  return (
    <div className="max-w-measure space-y-6">
      {inDays(acts).map(([day, done]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="break-after-avoid border-b border-line pb-1.5 text-l">
            {sayDay(day)}
          </h2>
          <ul>
            {done.map((act, place) => (
              <Act key={place} act={act} ofOnePiece={ofOnePiece} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Days in the order of what was done; each statement carries its signer's own. */
function inDays(acts: readonly OpenedAct[]): readonly (readonly [Day, readonly OpenedAct[]])[] {
  const days = new Map<Day, OpenedAct[]>();
  for (const act of acts) {
    const done = days.get(act.on) ?? [];
    if (!isOneAct(done.at(-1), act)) days.set(act.on, [...done, act]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}

/** The versions of a piece go all at once, each under a statement of its own: that was one act. */
const isOneAct = (before: OpenedAct | undefined, act: OpenedAct): boolean =>
  before?.what === "taken-back" &&
  act.what === "taken-back" &&
  before.by === act.by &&
  before.piece === act.piece;

function Act({ act, ofOnePiece }: { act: OpenedAct; ofOnePiece: boolean }) {
  const { t } = useTranslation("room-record");
  const { scene } = useInRoom();
  const { pieces } = useIndex();
  const isCheckIn = scene.checkIns.some(({ piece }) => piece === act.piece);
  const entry = act.piece ? known(pieces[act.piece]) : undefined;
  return (
    <li className="flex break-inside-avoid items-baseline gap-2.5 py-1.5">
      <Dot person={act.by === "me" ? "one" : "two"} />
      <span>
        {sayAct(act.what, act.by, scene.petname, { isCheckIn })}
        {act.quiet && <span className="text-s text-ink-soft"> {t("onlyYouSeeThis")}</span>}
        {act.words && <q className="block font-serif">{sayWords(act.words)}</q>}
        {entry && !ofOnePiece && (
          <span className="block text-s text-ink-soft">{titleOr(entry.title, entry.kind)}</span>
        )}
      </span>
    </li>
  );
}
