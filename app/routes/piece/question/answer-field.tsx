import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { LetterEditor } from "#components/editor/letter-editor.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { PieceNotices } from "../piece-notices.tsx";
import { RecoveryWordsNotice } from "../recovery-words-notice.tsx";

/** Where an answer is written, and how it stands with what is written. */
export function AnswerField({
  own: { refused, opened },
  blank,
  children,
}: {
  own: ReturnType<typeof useOwnPiece>;
  blank: boolean;
  /** Where it is written, if not freely. */
  children?: ((doc: Y.Doc) => ReactNode) | false;
}) {
  const { t } = useTranslation("piece-question");
  const { hand } = useInRoom();
  const { remembered } = hand.keyring;
  if (refused) {
    return (
      <Notice tone="alarm" live title={t("yourAnswerDoesNotOpenWith")}>
        {t("nothingWasChangedIfYouHave")}
      </Notice>
    );
  }
  const snapshot = opened?.snapshot;
  return (
    <>
      {opened && snapshot && (
        <PieceNotices
          piece={opened.piece}
          snapshot={snapshot}
          remembered={remembered}
          className="mb-6"
        />
      )}
      <RecoveryWordsNotice when={Boolean(snapshot?.saved) && !blank} />
      {snapshot?.ready && children ? (
        <Fragment key={snapshot.generation}>{children(snapshot.doc)}</Fragment>
      ) : snapshot?.ready ? (
        <LetterEditor
          key={snapshot.generation}
          doc={snapshot.doc}
          untitled
          label={t("yourAnswer")}
          placeholder={t("writeYourAnswerInYourOwn")}
          autofocus
        />
      ) : (
        <SkeletonText label={t("openingYourAnswer")} />
      )}
    </>
  );
}
