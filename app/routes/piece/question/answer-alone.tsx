import { useLetterContent } from "#client/hooks/use-letter.ts";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import type { PieceEntry } from "#domain/index-schema.ts";
import { isBlank } from "#domain/pieces/letter.ts";
import type { WrittenView } from "#domain/rooms.ts";
import { KIND } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { AnswerField } from "./answer-field.tsx";

/** What I wrote for a question that has been opened, or taken back: a piece of my own, as any other. */
export function AnswerAlone({ view, entry }: { view: WrittenView; entry: PieceEntry }) {
  const { hand, room, scene } = useInRoom();
  const own = useOwnPiece(view);
  const snapshot = own.opened?.snapshot ?? null;
  const content = useLetterContent(snapshot?.ready ? snapshot.doc : null);
  const question = scene.view.pieces.find(({ piece }) => piece === entry.answers);
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#mine`, label: "Mine" }}
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
            Print
          </Button>
        }
      />
      <Page>
        <PageTitle
          lead={
            question
              ? "This is what you wrote for the question. Nobody else can open it; what you put in stands with the question."
              : "The question was taken back. What you wrote for it is yours alone."
          }
        >
          {entry.title || KIND.question}
        </PageTitle>
        {question && (
          <p className="mb-6">
            <ButtonLink to={`/room/${room}/${question.piece}`}>To the question</ButtonLink>
          </p>
        )}
        <AnswerField own={own} blank={!content || isBlank(content.body)} />
      </Page>
    </>
  );
}
