import { useNavigate, useSearchParams } from "@remix-run/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useIndex } from "#client/hooks/use-index.ts";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useText } from "#client/hooks/use-text.ts";
import { useTitleNote } from "#client/hooks/use-title-note.ts";
import { useVersion } from "#client/hooks/use-version.ts";
import { sayTime } from "#client/rooms/day.ts";
import { guidedDocument } from "#client/pieces/guided-document.ts";
import { standing } from "#client/rooms/cards.ts";
import { meIn } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { isOfferedOnce, mayBeOffered } from "#domain/pieces/forms.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { DeletePiece } from "../../room/delete-piece.tsx";
import { RenamePiece } from "../../room/rename-piece.tsx";
import { DontSend } from "../../room/dont-send.tsx";
import { KIND, leftForGood, sorry, titleOr } from "../../room/words.ts";
import { LetGo } from "../guided/let-go.tsx";
import { EarlierWritten } from "../guided/earlier-written.tsx";
import { useWritten, type Written } from "../guided/use-written.ts";
import { WrittenEditor } from "../guided/written-editor.tsx";
import { AboutReply, OpenWindow } from "./around-letter.tsx";
import { GoodbyeNotice, LeaveWithLetter } from "./goodbye-letter.tsx";
import { LetterOffered } from "./letter-offered.tsx";
import { OfferLetter } from "./offer-letter.tsx";
import { PieceNotices } from "../piece-notices.tsx";
import { RecoveryWordsNotice } from "../recovery-words-notice.tsx";
import { Saved } from "../saved.tsx";
import { known } from "#domain/newer.ts";

/** A letter or a note of mine, to be written at any time, offered or not. */
export function WriteLetter({ view }: { view: WrittenView }) {
  const { t } = useTranslation("piece-letter");
  const { hand, room, scene, paired } = useInRoom();
  const navigate = useNavigate();
  const toMine = () => navigate(`/room/${room}#mine`);
  const [offering, setOffering] = useState(false);
  const { piece } = view;
  const { refused, opened, earlier } = useOwnPiece(view);
  const snapshot = opened?.snapshot ?? null;
  const { kind: noted, form, replyTo } = known(useIndex().pieces[piece]) ?? {};
  const kind = noted === "forgiveness" ? noted : "letter";
  const doc = snapshot?.ready ? snapshot.doc : null;
  const written = useWritten(doc, { kind, form, replyTo });
  const content = written?.content ?? null;

  const last = standing(view);
  /** What the other would see if nothing more were done: what waits, or what stands offered. */
  const sent = view.waiting ?? last;
  const offered = useVersion(
    hand,
    piece,
    sent?.version ?? null,
    sent && {
      by: meIn(hand.keyring, room),
      key: null,
      envelope: sent.envelope,
      statement: sent.statement,
    },
  );
  const changedSince =
    offered.is === "open" &&
    content !== null &&
    JSON.stringify(offered.content) !== JSON.stringify(content);

  // As it is typed: whoever leaves at once after its last letter has written it all the same.
  const title = useText(useMemo(() => doc && guidedDocument(doc).title, [doc]));
  useTitleNote(hand.keyring, room, piece, kind, written && title);

  const left = scene.view.pause.left !== null;
  const [search] = useSearchParams();
  const goodbye = search.has("goodbye") && paired !== null && !left;
  if (offering && content && goodbye) {
    return (
      <LeaveWithLetter
        piece={piece}
        content={content}
        onBack={() => setOffering(false)}
        onLeft={() => navigate(`/room/${room}#door`)}
      />
    );
  }
  if (offering && content && paired) {
    return (
      <OfferLetter
        piece={piece}
        content={content}
        again={last !== null}
        onBack={() => setOffering(false)}
        onOffered={() => navigate(`/room/${room}?offered#door`)}
        onWaiting={toMine}
      />
    );
  }
  const blank = !written || written.blank;
  const never = !mayBeOffered(form) || written?.refused === "never-offered";
  const askedOnce = isOfferedOnce(form) && sent !== null;
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#mine`, label: t("mine") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{never ? t("aLetterToLetGo") : KIND[kind]}</Chip>
            </span>
            <Saved snapshot={snapshot} remembered={hand.keyring.remembered} />
          </>
        }
        actions={
          <>
            <ButtonLink look="quiet" to={`/room/${room}/record?piece=${piece}`}>
              {t("history")}
            </ButtonLink>
            <Button look="quiet" onClick={() => print()}>
              {t("print")}
            </Button>
            {written && !written.newer && (
              <RenamePiece view={view} kind={kind} title={written.title} opened={opened} />
            )}
            <DeletePiece
              view={view}
              title={titleOr(written?.title ?? "", kind)}
              onDeleted={toMine}
            />
          </>
        }
      />
      <Page>
        {opened && snapshot && (
          <PieceNotices
            piece={opened.piece}
            snapshot={snapshot}
            remembered={hand.keyring.remembered}
            className="mb-6"
          />
        )}
        <DoubtNotice piece={piece} className="mb-6" />
        <RecoveryWordsNotice when={Boolean(snapshot?.saved) && !blank} />
        {goodbye && <GoodbyeNotice piece={piece} />}
        {view.waiting && (
          <Notice
            className="mb-6"
            title={t("waitsUntilTime", { time: sayTime(view.waiting.notBefore) })}
            actions={<DontSend piece={piece} version={view.waiting.version} />}
          >
            <p>{t("thenItIsOfferedAsIt")}</p>
            {changedSince && <p>{t("whatYouHaveWrittenSinceIs")}</p>}
          </Notice>
        )}
        {last && (
          <LetterOffered
            view={view}
            offered={last}
            changedSince={changedSince && !view.waiting}
            before={offered.is === "open" ? offered.content : null}
            now={content}
          />
        )}
        {refused ? (
          <Notice tone="alarm" live title={t("thisPieceDoesNotOpenWith")}>
            {t("nothingWasChangedIfYouHave")}
          </Notice>
        ) : snapshot?.ready ? (
          written && (
            <>
              <AboutReply piece={piece} replyTo={replyTo} sent={sent !== null} />
              <WrittenEditor
                key={snapshot.generation}
                doc={snapshot.doc}
                kind={kind}
                isRead={snapshot.status.status === "live"}
                written={written}
              />
              <OpenWindow doc={snapshot.doc} written={written} />
              {earlier && !written.newer && (
                <EarlierWritten
                  key={`earlier ${snapshot.generation}`}
                  states={earlier}
                  doc={snapshot.doc}
                  form={form}
                />
              )}
            </>
          )
        ) : (
          <SkeletonText label={t("openingYourLetter")} />
        )}
      </Page>
      <footer className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2.5 border-t border-line bg-paper px-4 py-3 sm:px-8 wide:px-16 print:hidden">
        {never ? (
          <LetGo view={view} opened={opened?.piece ?? null} />
        ) : (
          <>
            <Button
              look="primary"
              className="max-sm:flex-1"
              disabled={
                !paired ||
                left ||
                blank ||
                !content ||
                askedOnce ||
                (!goodbye && sent !== null && !changedSince)
              }
              onClick={() => setOffering(true)}
            >
              {goodbye ? t("seeItThenLeave") : offerLabel(view)}
            </Button>
            <p className="text-s text-ink-soft max-sm:w-full">
              {left
                ? leftForGood()
                : goodbye
                  ? t("beforeYouLeaveYouSeeWhat")
                  : written && offerNote(view, paired !== null, written, changedSince, askedOnce)}
            </p>
          </>
        )}
      </footer>
    </>
  );
}

function offerLabel(view: WrittenView): string {
  const t = interfaceWords("piece-letter");
  if (view.waiting) return t("offerThisVersionInstead");
  return standing(view) ? t("offerTheNewVersion") : t("offer");
}

function offerNote(
  view: WrittenView,
  paired: boolean,
  { refused, blank }: Written,
  changed: boolean,
  askedOnce: boolean,
): string {
  const t = interfaceWords("piece-letter");
  if (refused) return sorry(refused);
  if (askedOnce) return t("questionsAreOfferedOnceWhatYou");
  if (!paired) return t("whenSomebodyHasComeInYou");
  if (view.waiting) {
    return changed ? t("youHaveWrittenOnSinceYou") : t("thisIsWhatWaitsWordFor");
  }
  if (standing(view)) {
    return changed ? t("youHaveWrittenOnSinceYou2") : t("thisIsWhatYouOfferedWord");
  }
  return blank ? t("nothingIsWrittenYet") : t("beforeAnythingCrossesYouSeeWhat");
}
