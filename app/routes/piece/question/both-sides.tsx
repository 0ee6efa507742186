import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useAnswer } from "#client/hooks/use-version.ts";
import { beginAnswer, draftOf } from "#client/rooms/paired.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Swap } from "#domain/pieces/decks.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import type { PairedState, PairedView, WrittenView } from "#domain/piece-view.ts";
import { sorry, theOther } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { AnswerField } from "./answer-field.tsx";
import { Compare } from "./compare.tsx";
import { Trouble } from "./marking.tsx";
import { QuestionPage } from "./question-page.tsx";
import { SaidToMine, SayToTheirs } from "./said.tsx";
import { SwapFields } from "./swap-fields.tsx";
import { known } from "#domain/newer.ts";

type BothSidesProps = {
  readonly view: PairedView;
  readonly card: Swap;
  readonly state: Extract<PairedState, { is: "opened" }>;
};

/** A swap that has opened: each one's own words beside what the other had thought, then what stays. */
export function BothSides({ view, card, state }: BothSidesProps) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene, paired } = useInRoom();
  const [attempt, setAttempt] = useState(0);
  const { piece } = view;
  const mine = useAnswer(hand, piece, state.mine, meIn(hand.keyring, room), attempt);
  const theirs = useAnswer(hand, piece, state.theirs, paired && otherIn(paired), attempt);
  const refused = mine.is === "refused" ? mine : theirs.is === "refused" ? theirs : null;
  return (
    <QuestionPage view={view} title={card.words} lead={t("bothOfYouPutItIn")}>
      {refused ? (
        <Notice
          tone="alarm"
          live
          title={t("itCouldNotBeOpened")}
          actions={<Button onClick={() => setAttempt(attempt + 1)}>{t("tryAgain")}</Button>}
        >
          {sorry(refused.code)}
        </Notice>
      ) : mine.is === "open" && theirs.is === "open" ? (
        <div className="space-y-14">
          <div>
            <Compare
              of={{ name: theOther(scene.petname), person: "two", body: theirs.content.body }}
              guess={{ name: t("you"), person: "one", body: mine.content.body }}
            />
            <SayToTheirs piece={piece} put={state.theirs} />
          </div>
          <div>
            <Compare
              of={{ name: t("you"), person: "one", body: mine.content.body }}
              guess={{ name: theOther(scene.petname), person: "two", body: theirs.content.body }}
            />
            <SaidToMine piece={piece} put={state.mine} />
          </div>
          <StaysWithMe view={view} card={card} />
        </div>
      ) : (
        <SkeletonText label={t("openingBoth")} />
      )}
    </QuestionPage>
  );
}

/** What I had wrong, and what I would have done: in the piece in which I answered, for me alone. */
function StaysWithMe({ view, card }: { view: PairedView; card: Swap }) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const index = hand.keyring.index.current();
  const written = new Map<PieceId, WrittenView>();
  for (const one of scene.view.pieces) {
    if (one.mode === "own" && one.role === "author") written.set(one.piece, one);
  }
  const id = draftOf(index, view, (piece) => written.has(piece));
  const draft = id && written.get(id);
  const begin = async () => {
    if (pending || !paired) return;
    setPending(true);
    const unseen = known(index.pieces[view.piece])?.draft;
    const how = { title: card.words, form: SWAP.id, unseen };
    const begun = await beginAnswer(hand, paired, view.piece, how);
    setTrouble(begun.ok ? null : sorry(begun.refusal.code));
    await refresh();
    setPending(false);
  };
  return (
    <section aria-labelledby="stays" className="border-t border-line pt-6 print:hidden">
      <h2 id="stays" className="text-xl">
        {t("forYouAlone")}
      </h2>
      <p className="mt-1 mb-6 max-w-measure text-ink-soft">{t("thisStaysInMineWithWhat")}</p>
      {draft ? (
        <Staying key={draft.piece} draft={draft} />
      ) : (
        <Button pending={pending} disabled={!paired} onClick={() => void begin()}>
          {t("writeItDown")}
        </Button>
      )}
      <Trouble>{trouble}</Trouble>
    </section>
  );
}

function Staying({ draft }: { draft: WrittenView }) {
  const { hand } = useInRoom();
  const own = useOwnPiece(draft);
  return (
    <>
      <AnswerField own={own} blank>
        {(doc) => <SwapFields doc={doc} sides={["stays"]} />}
      </AnswerField>
      <p className="text-s text-ink-soft">
        <Saved snapshot={own.opened?.snapshot ?? null} remembered={hand.keyring.remembered} />
      </p>
    </>
  );
}
