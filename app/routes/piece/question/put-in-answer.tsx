import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { cleanCopy, openCopy } from "#client/pieces/clean-copy.ts";
import { putIn } from "#client/rooms/paired.ts";
import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { Asked } from "#domain/pieces/decks.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";

/** Before an answer is in: the very bytes that would open, and what putting it in means. */
export function PutInAnswer({
  view,
  card,
  content,
  onBack,
}: {
  view: PairedView;
  card: Asked;
  content: AnswerContent;
  onBack: () => void;
}) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // As it was when it was looked at: what another device of mine writes meanwhile is not in it.
  const [shown] = useState(content);
  const copy = useMemo(() => cleanCopy(shown), [shown]);
  const preview = useMemo(() => (copy.ok ? openCopy(copy.value) : null), [copy]);
  const other = otherName(scene.petname);

  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.focus();
  }, []);

  const put = async () => {
    if (pending || !paired || !copy.ok) return;
    setPending(true);
    const done = await putIn(hand, paired, view.piece, copy.value);
    if (!done.ok) {
      setPending(false);
      return setTrouble(sorry(done.refusal.code));
    }
    await refresh();
    onBack();
  };

  return (
    <>
      <Bar status={t("beforeYouPutItIn")} />
      <Page>
        <div ref={top} tabIndex={-1} className="outline-none">
          <PageTitle
            over={<Who person="one">{t("yourAnswerForOther", { other })}</Who>}
            lead={t("thisIsExactlyWhatOtherWould", { other })}
          >
            {card.words}
          </PageTitle>
        </div>
        {preview?.ok && preview.value.kind === "question" ? (
          <div className="rounded-sheet border border-line bg-sheet px-5 py-6 sm:px-9">
            <LetterReader body={preview.value.body} />
          </div>
        ) : (
          <Notice tone="alarm" live>
            {sorry("too-long")}
          </Notice>
        )}
        <div className="mt-8 max-w-measure space-y-6">
          <Notice tone="care">
            <p>{t("puttingItInIsYourYes", { other })}</p>
            <p>{t("ifItIsNotYoursWaits")}</p>
            <p>{t("nameMayRememberItOrKeep", { name: theOther(scene.petname) })}</p>
          </Notice>
          {trouble && (
            <Notice tone="alarm" live>
              {trouble}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2.5">
            <Button
              look="primary"
              disabled={!preview?.ok}
              pending={pending}
              onClick={() => void put()}
            >
              {pending ? t("puttingItIn") : t("putItIn")}
            </Button>
            <Button onClick={onBack}>{t("backToWriting")}</Button>
          </div>
        </div>
      </Page>
    </>
  );
}
