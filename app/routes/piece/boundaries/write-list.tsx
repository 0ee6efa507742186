import { useMemo, useState } from "react";
import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useBoundaries, useMyLines } from "#client/hooks/use-boundaries.ts";
import { useNotOfferedNote } from "#client/hooks/use-not-offered-note.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { boundariesDocument, boundariesUndo } from "#client/pieces/boundaries-document.ts";
import type { EarlierStates } from "#client/pieces/earlier.ts";
import { myListTitle } from "#client/rooms/boundaries.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { FieldsMirror } from "#components/editor/fields-mirror.tsx";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { linesToOffer, standingOf, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { LineId } from "#domain/ids.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { RenamePiece } from "../../room/rename-piece.tsx";
import { leftForGood } from "../../room/words.ts";
import { PieceNotices } from "../piece-notices.tsx";
import { RecoveryWordsNotice } from "../recovery-words-notice.tsx";
import { Saved } from "../saved.tsx";
import { BoundariesFrame } from "./boundaries-frame.tsx";
import { ChooseLines } from "./choose-lines.tsx";
import { EarlierLists } from "./earlier-lists.tsx";
import { LinesAround } from "./lines-around.tsx";
import { ListOffered } from "./list-offered.tsx";
import { OfferLines } from "./offer-lines.tsx";
import { PrintedLines } from "./printed-lines.tsx";
import { useSent, type SentState } from "./use-sent.ts";
import { WriteLines } from "./write-lines.tsx";
import { known } from "#domain/newer.ts";

type Step =
  | { readonly is: "writing" }
  | { readonly is: "choosing"; readonly chosen: ReadonlySet<LineId> }
  | { readonly is: "offering"; readonly lines: readonly BoundaryLine[] };

const WRITING: Step = { is: "writing" };

/** A list that is open: written, and offered line by line. */
export function WriteList({
  view,
  piece,
  snapshot,
  earlier,
}: {
  view: WrittenView;
  piece: OpenPiece;
  snapshot: PieceSnapshot;
  earlier: EarlierStates | null;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, paired } = useInRoom();
  const navigate = useNavigate();
  const { title = myListTitle() } = known(useIndex().pieces[view.piece]) ?? {};
  const { doc } = snapshot;
  const document = useMemo(() => boundariesDocument(doc), [doc]);
  const undo = useMemo(() => boundariesUndo(document), [document]);
  const { shown } = useBoundaries(document);
  const mine = useMyLines(document);
  const sent = useSent(view);
  const [step, setStep] = useState<Step>(WRITING);
  const left = scene.view.pause.left !== null;
  const mayOffer = paired !== null && !left && sent.is === "known";
  const isNewer = document.isNewer();

  const toOffer = mine.filter(({ id, line }) => {
    if (!line || sent.is !== "known") return false;
    const standing = standingOf(id, line, sent.sent, false);
    return standing === "not-offered" || standing === "changed";
  });

  useNotOfferedNote(hand.keyring, view.piece, sent.is === "known" ? toOffer.length : null);

  if (step.is === "choosing" && sent.is === "known") {
    return (
      <ChooseLines
        mine={mine}
        sent={sent.sent}
        chosen={step.chosen}
        onBack={() => setStep(WRITING)}
        onChosen={(chosen) =>
          setStep({ is: "offering", lines: linesToOffer(mine, chosen, sent.sent) })
        }
      />
    );
  }
  if (step.is === "offering") {
    return (
      <OfferLines
        piece={view.piece}
        lines={step.lines}
        again={sent.is === "known" && sent.sent.offered.length > 0}
        onBack={() => setStep(WRITING)}
        onOffered={() => {
          document.noteOffered(step.lines.map(({ id }) => id));
          navigate(`/room/${room}?offered#door`);
        }}
        onWaiting={() => navigate(`/room/${room}#mine`)}
      />
    );
  }
  return (
    <BoundariesFrame
      status={<Saved snapshot={snapshot} remembered={hand.keyring.remembered} />}
      actions={
        <>
          <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
            {t("history")}
          </ButtonLink>
          <Button look="quiet" onClick={() => print()}>
            {t("print")}
          </Button>
          <RenamePiece view={view} kind="boundaries" title={title} />
        </>
      }
      footer={
        shown.length > 0 && (
          <>
            <Button
              look="primary"
              className="max-sm:flex-1"
              disabled={!mayOffer || toOffer.length === 0 || isNewer}
              onClick={() => setStep({ is: "choosing", chosen: new Set() })}
            >
              {t("offerLines")}
            </Button>
            <p className="text-s text-ink-soft max-sm:w-full">
              {left ? leftForGood() : offerNote(paired !== null, sent.is, toOffer.length)}
            </p>
          </>
        )
      }
    >
      <div className="print:hidden">
        <PieceNotices
          piece={piece}
          snapshot={snapshot}
          remembered={hand.keyring.remembered}
          className="mb-6"
        />
        <RecoveryWordsNotice when={snapshot.saved && mine.some(({ line }) => line !== null)} />
        <DoubtNotice piece={view.piece} className="mb-6" />
      </div>
      {title !== myListTitle() && (
        <p className="mb-4 font-serif text-l print:hidden" dir="auto">
          {title}
        </p>
      )}
      <ListOffered view={view} />
      {isNewer && (
        <Notice live title={t("aNewerVersionOfThresholdWrote")}>
          {t("youCanReadItHereTo")}
        </Notice>
      )}
      {isNewer ? (
        <PrintedLines mine={mine} />
      ) : (
        <>
          <div className="print:hidden">
            <FieldsMirror>
              <WriteLines
                document={document}
                undo={undo}
                view={view}
                sent={sent}
                mayOffer={mayOffer}
                onOffer={(id) => setStep({ is: "offering", lines: offering(mine, id, sent) })}
                onTakenBack={(rest) => {
                  setStep(rest.length > 0 ? { is: "offering", lines: rest } : WRITING);
                }}
              />
            </FieldsMirror>
            <LinesAround
              document={document}
              view={view}
              sent={sent}
              onTakenBack={(rest) => {
                setStep(rest.length > 0 ? { is: "offering", lines: rest } : WRITING);
              }}
            />
          </div>
          <div className="hidden print:block">
            <PrintedLines mine={mine} />
          </div>
          {earlier && <EarlierLists states={earlier} document={document} undo={undo} />}
        </>
      )}
    </BoundariesFrame>
  );
}

const offering = (
  mine: ReturnType<typeof useMyLines>,
  id: LineId,
  sent: ReturnType<typeof useSent>,
): readonly BoundaryLine[] =>
  sent.is === "known" ? linesToOffer(mine, new Set([id]), sent.sent) : [];

function offerNote(paired: boolean, sent: SentState["is"], lines: number): string {
  const t = interfaceWords("piece-boundaries");
  if (!paired) {
    return t("whenSomebodyHasComeInYou");
  }
  if (sent === "opening") return t("openingWhatYouHaveOffered");
  if (sent === "refused") return t("whatYouHaveOfferedCannotBe");
  if (lines === 0) return t("thereIsNothingToOfferThat");
  return t("youChooseWhichAndSeeWhat");
}
