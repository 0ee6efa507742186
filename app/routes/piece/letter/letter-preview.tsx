import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { cleanCopy, openCopy } from "#client/pieces/clean-copy.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Chips } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { Options } from "#components/options.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { countWords, lengthOf, WEIGHTS, type Weight } from "#domain/pieces/envelope.ts";
import { isWritten, type WrittenContent } from "#domain/pieces/forgiveness.ts";
import type { KindOf } from "#domain/pieces/kinds.ts";
import { bodyText } from "#domain/pieces/letter.ts";
import { SaysBesides } from "./says-besides.tsx";
import { A_KIND, KIND, LENGTH, otherName, sorry, WEIGHT } from "../../room/words.ts";

const WEIGHT_HINT = table("piece-letter", {
  light: "nothingToBraceFor",
  tender: "aboutFeelings",
  heavy: "hardToReadBetterNotLate",
  practical: "aboutArrangements",
});

/** The clean copy of a letter, and what the other would find in those very bytes. */
export function useCleanCopy(content: WrittenContent) {
  const copy = useMemo(() => cleanCopy(content), [content]);
  const preview = useMemo(() => {
    const opened = copy.ok ? openCopy(copy.value) : null;
    return opened?.ok && isWritten(opened.value) ? opened.value : null;
  }, [copy]);
  return { copy, preview, length: lengthOf(countWords(bodyText(content.body))) };
}

/**
 * Before anything crosses: the very bytes that the other would open, opened as they would open them.
 * Beneath stands what is still to be decided.
 */
export function LetterPreview({
  status,
  content,
  preview,
  children,
}: {
  status: string;
  content: WrittenContent;
  preview: WrittenContent | null;
  children: ReactNode;
}) {
  const { t } = useTranslation("piece-letter");
  const { scene } = useInRoom();
  const other = otherName(scene.petname);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.focus();
  }, []);
  return (
    <>
      <Bar status={status} />
      <Page>
        <div ref={top} tabIndex={-1} className="outline-none">
          <PageTitle
            over={<Who person="one">{t("fromYouForOther", { other })}</Who>}
            lead={t("thisIsExactlyWhatOtherWould", { other })}
          >
            {content.title || KIND[content.kind]}
          </PageTitle>
        </div>
        {preview ? (
          <div className="rounded-sheet border border-line bg-sheet px-5 py-6 sm:px-9">
            <LetterReader body={preview.body} />
            <SaysBesides content={preview} mine />
          </div>
        ) : (
          <Notice tone="alarm" live>
            {sorry("too-long")}
          </Notice>
        )}
        <div className="mt-8 max-w-measure space-y-6">{children}</div>
      </Page>
    </>
  );
}

/** How heavy it is, which its writer says and nobody guesses. `missing`: it has to be said first. */
export function WeightOf({
  value,
  onChange,
  missing,
}: {
  value: Weight | undefined;
  onChange: (weight: Weight) => void;
  missing: boolean;
}) {
  const { t } = useTranslation("piece-letter");
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asks for it may be a page further down.
    if (missing) group.current?.querySelector("input")?.focus();
  }, [missing]);
  return (
    <div ref={group}>
      <Options
        legend={t("howHeavyIsIt")}
        name="weight"
        value={value}
        onChange={onChange}
        errors={missing ? [t("chooseOneSoThatTheyCan")] : null}
        options={WEIGHTS.map((weight) => ({
          value: weight,
          label: WEIGHT[weight],
          hint: WEIGHT_HINT[weight],
        }))}
      />
    </div>
  );
}

/** What stands at the door until they open it. */
export function Envelope({
  kind,
  length,
  weight,
}: {
  kind: KindOf<"own">;
  length: ReturnType<typeof lengthOf>;
  weight: Weight | undefined;
}) {
  const { t } = useTranslation("piece-letter");
  return (
    <div className="text-s text-ink-soft">
      <p className="mb-2">{t("untilTheyOpenItTheySee")}</p>
      <div className="flex flex-wrap items-center gap-2.5">
        <span className="font-serif text-l text-ink">{A_KIND[kind]}</span>
        <Chips words={weight ? [LENGTH[length], WEIGHT[weight]] : [LENGTH[length]]} />
      </div>
    </div>
  );
}
