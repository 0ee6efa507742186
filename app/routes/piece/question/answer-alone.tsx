import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { PieceEntry } from "#domain/index-schema.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { KIND } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { AnswerField } from "./answer-field.tsx";
import { SwapFields } from "./swap-fields.tsx";
import { useAnswerDraft } from "./use-answer-draft.ts";

/** What I wrote for a question that has been opened, or taken back: a piece of my own, as any other. */
export function AnswerAlone({ view, entry }: { view: WrittenView; entry: PieceEntry }) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene } = useInRoom();
  const own = useOwnPiece(view);
  const snapshot = own.opened?.snapshot ?? null;
  const form = entry.form === SWAP.id ? "swap" : "free";
  const written = useAnswerDraft(snapshot?.ready ? snapshot.doc : null, form);
  const question = scene.view.pieces.find(({ piece }) => piece === entry.answers);
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#mine`, label: t("mine") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND.question}</Chip>
            </span>
            <Saved snapshot={snapshot} remembered={hand.keyring.remembered} />
          </>
        }
        actions={
          <Button look="quiet" onClick={() => print()}>
            {t("print")}
          </Button>
        }
      />
      <Page>
        <PageTitle lead={question ? t("thisIsWhatYouWroteFor") : t("theQuestionWasTakenBackWhat")}>
          {entry.title || KIND.question}
        </PageTitle>
        {question && (
          <p className="mb-6">
            <ButtonLink to={`/room/${room}/${question.piece}`}>{t("toTheQuestion")}</ButtonLink>
          </p>
        )}
        <AnswerField own={own} blank={written?.blank ?? true}>
          {form === "swap" && ((doc) => <SwapFields doc={doc} sides={["crosses", "stays"]} />)}
        </AnswerField>
      </Page>
    </>
  );
}
