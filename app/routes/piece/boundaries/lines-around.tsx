import { useTranslation } from "react-i18next";
import { useBoundaries } from "#client/hooks/use-boundaries.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { BoundariesDocument } from "#client/pieces/boundaries-document.ts";
import { Button } from "#components/button.tsx";
import { AREAS, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { otherName } from "../../room/words.ts";
import { ReadLine } from "./read-line.tsx";
import { TakeLineBack } from "./take-line-back.tsx";
import type { SentState } from "./use-sent.ts";
import { AREA } from "./words.ts";

/** What is not in my list: lines that stand offered all the same, lines taken out, areas that do not fit. */
export function LinesAround({
  document,
  view,
  sent,
  onTakenBack,
}: {
  document: BoundariesDocument;
  view: WrittenView;
  sent: SentState;
  onTakenBack: (rest: readonly BoundaryLine[]) => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { scene } = useInRoom();
  const { shown, gone, hidden } = useBoundaries(document);
  const other = otherName(scene.petname);
  const known = sent.is === "known" ? sent.sent : null;
  const still = (known?.waiting ?? known?.offered ?? []).filter(
    ({ id }) => !shown.some((line) => line.id === id),
  );
  const out = gone.filter(({ id }) => !still.some((line) => line.id === id));
  return (
    <>
      {known && still.length > 0 && (
        <section aria-labelledby="still-offered" className="mt-10">
          <h2 id="still-offered" className="text-l">
            {t("outOfYourListAndStill")}
          </h2>
          <ul className="boundaries">
            {still.map((line) => (
              <li key={line.id} className="boundary-line">
                <div className="min-w-0">
                  <ReadLine line={line} />
                </div>
                <div className="boundary-standing">
                  <TakeLineBack
                    label={t("takeBackStatement", { statement: line.statement })}
                    lines={[line.id]}
                    document={document}
                    view={view}
                    sent={known}
                    other={other}
                    onTakenBack={onTakenBack}
                  />
                  <Button look="quiet" onClick={() => document.bringBack(line.id)}>
                    {t("bringItBackIntoTheList")}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {out.length > 0 && (
        <details className="mt-8">
          <summary className="min-h-target py-2.5 text-s text-ink-soft">
            {t("takenOutOfTheListLength", { length: out.length })}
          </summary>
          <ul className="boundaries">
            {out.map((line) => (
              <li key={line.id} className="boundary-line">
                <p className="boundary-words" dir="auto">
                  {line.statement.toString() || t("aLineWithoutWordsOfIts")}
                </p>
                <div className="boundary-standing">
                  <Button onClick={() => document.bringBack(line.id)}>{t("bringItBack")}</Button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="mt-4">
        <summary className="min-h-target py-2.5 text-s text-ink-soft">
          {hidden.length > 0
            ? t("areasHidden", { count: hidden.length })
            : t("areasThatDoNotFitThe")}
        </summary>
        <fieldset>
          <legend className="text-s text-ink-soft">{t("aHiddenOneIsNotProposed")}</legend>
          <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
            {AREAS.filter((area) => area !== "open").map((area) => (
              <label key={area} className="flex min-h-target items-center gap-3">
                <input
                  type="checkbox"
                  className="checkbox"
                  checked={hidden.includes(area)}
                  onChange={(event) => document.hide(area, event.currentTarget.checked)}
                />
                {t("hideArea", { area: AREA[area].toLowerCase() })}
              </label>
            ))}
          </div>
        </fieldset>
      </details>
    </>
  );
}
