import { useEffect, useMemo, useRef, useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { cleanCopy, openCopy } from "#client/pieces/clean-copy.ts";
import { offer } from "#client/rooms/versions.ts";
import { isLate, When, type WhenToOffer } from "./when-to-offer.tsx";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Chips } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { PieceId } from "#domain/ids.ts";
import { countWords, lengthOf, WEIGHTS, type Weight } from "#domain/pieces/envelope.ts";
import { bodyText, type LetterContent } from "#domain/pieces/letter.ts";
import { A_KIND, KIND, LENGTH, theOther, otherName, sorry, WEIGHT } from "../room/words.ts";

const WEIGHT_HINT: Record<Weight, string> = {
  light: "nothing to brace for",
  tender: "about feelings",
  heavy: "hard to read; better not late at night",
  practical: "about arrangements",
};

/**
 * Before anything crosses: the very bytes that the other would open, opened as they would open them;
 * how heavy it is; and what can never be taken back.
 */
export function OfferLetter({
  piece,
  content,
  again,
  onBack,
  onOffered,
  onWaiting,
}: {
  piece: PieceId;
  content: LetterContent;
  again: boolean;
  onBack: () => void;
  onOffered: () => void;
  /** It was set to wait. */
  onWaiting: () => void;
}) {
  const { hand, scene, paired, refresh } = useInRoom();
  const [weight, setWeight] = useState<Weight | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [when, setWhen] = useState<WhenToOffer>(() => isLate(new Date()));
  const copy = useMemo(() => cleanCopy(content), [content]);
  const preview = useMemo(() => (copy.ok ? openCopy(copy.value) : null), [copy]);
  const length = lengthOf(countWords(bodyText(content.body)));
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
    const envelope = { form: "version", kind: "letter", length, weight } as const;
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
      <Bar status="Before you offer it" />
      <Page>
        <div ref={top} tabIndex={-1} className="outline-none">
          <PageTitle
            over={<Who person="one">From you, for {other}</Who>}
            lead={`This is exactly what ${other} would see. Nothing that you typed and took out again is in it.`}
          >
            {content.title || KIND.letter}
          </PageTitle>
        </div>
        {preview?.ok ? (
          <div className="rounded-sheet border border-line bg-sheet px-5 py-6 sm:px-9">
            <LetterReader body={preview.value.body} />
          </div>
        ) : (
          <Notice tone="alarm" live>
            {sorry("too-long")}
          </Notice>
        )}
        <div className="mt-8 max-w-measure space-y-6">
          <Options
            legend="How heavy is it?"
            name="weight"
            value={weight}
            onChange={setWeight}
            errors={asked && !weight ? ["Choose one, so that they can choose their moment."] : null}
            options={WEIGHTS.map((value) => ({
              value,
              label: WEIGHT[value],
              hint: WEIGHT_HINT[value],
            }))}
          />
          <When value={when} onChange={setWhen} />
          <div className="text-s text-ink-soft">
            <p className="mb-2">Until they open it, they see this and no more:</p>
            <div className="flex flex-wrap items-center gap-2.5">
              <span className="font-serif text-l text-ink">{A_KIND.letter}</span>
              <Chips words={weight ? [LENGTH[length], WEIGHT[weight]] : [LENGTH[length]]} />
            </div>
          </div>
          <Notice tone="care">
            <p>
              They may open it, put it off, or say no, and need not tell you. Silence means nothing.
            </p>
            <p>
              You can take it back at any time. {theOther(scene.petname)} may remember it or keep a
              copy, and could show it to others.
            </p>
            {again && <p>They keep the version that they opened until they open this one.</p>}
          </Notice>
          {trouble && (
            <Notice tone="alarm" live>
              {trouble}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2.5">
            <Button look="primary" pending={pending} onClick={() => void send()}>
              {when === null ? (pending ? "Offering" : "Offer it") : "Let it wait"}
            </Button>
            <Button onClick={onBack}>Back to writing</Button>
          </div>
        </div>
      </Page>
    </>
  );
}
