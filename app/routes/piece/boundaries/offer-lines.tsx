import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { cleanCopy, openCopy } from "#client/pieces/clean-copy.ts";
import { offer } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { PieceId } from "#domain/ids.ts";
import { boundariesText, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import { countWords, lengthOf, type Weight } from "#domain/pieces/envelope.ts";
import { BeforeTheHeavy } from "../../room/turning-point.tsx";
import { KIND, otherName, sorry, theOther } from "../../room/words.ts";
import { Envelope, WeightOf } from "../letter/letter-preview.tsx";
import { isLate, When, type WhenToOffer } from "../when-to-offer.tsx";
import { ReadLine } from "./read-line.tsx";

/**
 * The lines as they would be opened, from the very bytes that would cross; how heavy they are, when, and
 * what can never be taken back.
 */
export function OfferLines({
  piece,
  lines,
  again,
  onBack,
  onOffered,
  onWaiting,
}: {
  piece: PieceId;
  /** Everything that would stand offered; it does not change while it is looked at. */
  lines: readonly BoundaryLine[];
  again: boolean;
  onBack: () => void;
  onOffered: () => void;
  /** It was set to wait. */
  onWaiting: () => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, scene, paired, refresh } = useInRoom();
  const [weight, setWeight] = useState<Weight | undefined>(undefined);
  const [when, setWhen] = useState<WhenToOffer>(() => isLate(new Date()));
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const copy = useMemo(() => cleanCopy({ kind: "boundaries", lines: [...lines] }), [lines]);
  const preview = useMemo(() => {
    const opened = copy.ok ? openCopy(copy.value) : null;
    return opened?.ok && opened.value.kind === "boundaries" ? opened.value.lines : null;
  }, [copy]);
  const length = lengthOf(countWords(boundariesText(lines)));
  const other = otherName(scene.petname);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.focus();
  }, []);

  const send = async () => {
    setAsked(true);
    if (pending || !weight || !paired || !copy.ok) return;
    setPending(true);
    const envelope = { form: "version", kind: "boundaries", length, weight } as const;
    const done = await offer(hand, paired, piece, copy.value, envelope, when);
    if (!done.ok) {
      setPending(false);
      return setTrouble(sorry(done.refusal.code));
    }
    await refresh();
    if (when === null) onOffered();
    else onWaiting();
  };

  return (
    <>
      <Bar status={t("beforeYouOffer")} />
      <Page>
        <div ref={top} tabIndex={-1} className="outline-none">
          <PageTitle
            over={<Who person="one">{t("fromYouForOther", { other })}</Who>}
            lead={t("thisIsExactlyWhatOtherWould", { other })}
          >
            {KIND.boundaries}
          </PageTitle>
        </div>
        {preview ? (
          <div className="rounded-sheet border border-line bg-sheet px-5 sm:px-9">
            <ul className="boundaries" aria-label={t("whatTheyWouldSee")}>
              {preview.map((line) => (
                <li key={line.id}>
                  <ReadLine line={line} />
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <Notice tone="alarm" live>
            {sorry("too-long")}
          </Notice>
        )}
        <div className="mt-8 max-w-measure space-y-6">
          <WeightOf value={weight} onChange={setWeight} missing={asked && !weight} />
          {weight === "heavy" && <BeforeTheHeavy />}
          <When value={when} onChange={setWhen} />
          <Envelope kind="boundaries" length={length} weight={weight} />
          <Notice tone="care">
            <p>{t("theyMayOpenItPutIt")}</p>
            <p>{t("youCanTakeItBackAt", { name: theOther(scene.petname) })}</p>
            {again && <p>{t("theyKeepTheLinesThatThey")}</p>}
          </Notice>
          {trouble && (
            <Notice tone="alarm" live>
              {trouble}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2.5">
            <Button look="primary" pending={pending} onClick={() => void send()}>
              {when === null ? (pending ? t("offering") : t("offerIt")) : t("letItWait")}
            </Button>
            <Button onClick={onBack}>{t("backToMyList")}</Button>
          </div>
        </div>
      </Page>
    </>
  );
}
