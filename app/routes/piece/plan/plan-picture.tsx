import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import { today } from "#client/rooms/day.ts";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { Switch } from "#components/switch.tsx";
import type { Marks } from "#domain/pieces/marks.ts";
import { beginningOf, pictureOf, stretchesOf, type Scale } from "#domain/pieces/picture.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";
import { Picture } from "./picture.tsx";
import { Sample } from "./strip.tsx";
import type { Theirs } from "./use-their-marks.ts";
import { MARK } from "./words.ts";

const SCALE: readonly Scale[] = ["weeks", "months"];

/** What was marked, over weeks and months. It counts nothing. */
export function PlanPicture({
  standing,
  mine,
  theirs,
}: {
  standing: readonly StandingCommitment[];
  mine: Marks;
  theirs: Theirs;
}) {
  const { t } = useTranslation("piece-plan");
  const { hand, scene, paired } = useInRoom();
  const [scale, setScale] = useState<Scale>("weeks");
  const [asTable, setAsTable] = useState(false);
  const now = today();
  const pictures = useMemo(() => {
    if (!paired) return [];
    const me = hand.keyring.person;
    const other = paired.other.person;
    const marks = new Map([
      [me, mine],
      [other, theirs.marks],
    ]);
    return stretchesOf(scale, beginningOf(standing, now), now).map((stretch) =>
      pictureOf(stretch, [me, other], standing, marks),
    );
  }, [hand, paired, scale, standing, mine, theirs, now]);
  return (
    <section aria-labelledby="picture">
      <h2 id="picture" className="text-xl">
        {t("thePicture")}
      </h2>
      <p className="mt-1 max-w-measure text-ink-soft">
        {t("yourOwnMarksAndWhatName", { name: otherName(scene.petname) })}
      </p>
      {theirs.forged && (
        <Notice tone="alarm" live className="mt-3">
          {sorry("forged")}
        </Notice>
      )}
      <p className="plan-legend">
        {(["done", "partly", "could-not", "not"] as const).map((mark) => (
          <span key={mark}>
            <Sample mark={mark} person="one" />
            <Sample mark={mark} person="two" />
            {MARK[mark].toLowerCase()}
          </span>
        ))}
      </p>
      <div className="flex flex-wrap items-center gap-x-8 print:hidden">
        <Options
          legend={t("howFarBack")}
          quietLegend
          name="scale"
          across
          value={scale}
          onChange={setScale}
          options={SCALE.map((value) => ({ value, label: t(value) }))}
        />
        <Switch
          label={t("inWords")}
          checked={asTable}
          onChange={(event) => setAsTable(event.currentTarget.checked)}
        />
      </div>
      {pictures.map((picture) => (
        <Picture
          key={picture.from}
          picture={picture}
          me={hand.keyring.person}
          other={theOther(scene.petname)}
          asTable={asTable}
        />
      ))}
    </section>
  );
}
