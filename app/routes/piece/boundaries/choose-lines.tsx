import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MyLine } from "#client/hooks/use-boundaries.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { LineId } from "#domain/ids.ts";
import { standingOf, type BoundaryLine, type Sent } from "#domain/pieces/boundaries.ts";
import { otherName } from "../../room/words.ts";
import { LineFacts } from "./read-line.tsx";

/** Which lines cross. None is chosen beforehand. */
export function ChooseLines({
  mine,
  sent,
  chosen: before,
  onBack,
  onChosen,
}: {
  mine: readonly MyLine[];
  sent: Sent;
  chosen: ReadonlySet<LineId>;
  onBack: () => void;
  onChosen: (chosen: ReadonlySet<LineId>) => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { scene } = useInRoom();
  const [chosen, setChosen] = useState(before);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.focus();
  }, []);
  const other = otherName(scene.petname);
  const stays = sent.waiting ?? sent.offered;
  const choices = mine.flatMap(({ id, line }) => {
    const standing = standingOf(id, line, sent, false);
    if (!line || standing === "offered" || standing === "waits") return [];
    return [{ line, isChanged: standing === "changed" }];
  });
  const turn = (id: LineId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <Bar status={t("beforeYouOffer")} />
      <Page>
        <div ref={top} tabIndex={-1} className="outline-none">
          <PageTitle
            over={<Who person="one">{t("fromYouForOther", { other })}</Who>}
            lead={t("chooseAsManyOrAsFew")}
          >
            {t("whichLines")}
          </PageTitle>
        </div>
        <fieldset>
          <legend className="sr-only">{t("whichLines")}</legend>
          <ul className="boundaries">
            {choices.map(({ line, isChanged }) => (
              <li key={line.id}>
                <label className="flex items-start gap-4">
                  <input
                    type="checkbox"
                    className="checkbox mt-1.5"
                    checked={chosen.has(line.id)}
                    onChange={(event) => turn(line.id, event.currentTarget.checked)}
                  />
                  <span className="min-w-0">
                    <span className="boundary-words block" dir="auto">
                      {line.statement}
                    </span>
                    {isChanged && (
                      <span className="block text-s text-ink-soft">
                        {t("itStandsOfferedInOtherWords")}
                      </span>
                    )}
                  </span>
                </label>
                <div className="ps-[2.4rem]">
                  <LineFacts line={line} />
                </div>
              </li>
            ))}
          </ul>
        </fieldset>
        {stays.length > 0 && <Staying stays={stays} chosen={chosen} other={other} />}
        <div className="mt-8 flex flex-wrap gap-2.5">
          <Button look="primary" disabled={chosen.size === 0} onClick={() => onChosen(chosen)}>
            {t("seeWhatTheyWouldSee")}
          </Button>
          <Button onClick={onBack}>{t("backToMyList")}</Button>
        </div>
      </Page>
    </>
  );
}

function Staying({
  stays,
  chosen,
  other,
}: {
  stays: readonly BoundaryLine[];
  chosen: ReadonlySet<LineId>;
  other: string;
}) {
  const { t } = useTranslation("piece-boundaries");
  const lines = stays.filter(({ id }) => !chosen.has(id));
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="staying" className="mt-8">
      <h2 id="staying" className="text-l">
        {t("theseStayOfferedAsOtherHas", { other })}
      </h2>
      <ul className="mt-2 list-disc space-y-1 ps-5 font-serif">
        {lines.map(({ id, statement }) => (
          <li key={id} dir="auto">
            {statement}
          </li>
        ))}
      </ul>
    </section>
  );
}
