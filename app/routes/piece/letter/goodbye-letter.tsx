import { Link } from "@remix-run/react";
import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { leaveWithGoodbye } from "#client/rooms/versions.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Weight } from "#domain/pieces/envelope.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";
import { Envelope, LetterPreview, useCleanCopy, WeightOf } from "./letter-preview.tsx";

/** Above a letter that is written to leave with: nothing has happened yet. */
export function GoodbyeNotice({ piece }: { piece: PieceId }) {
  const { room } = useInRoom();
  return (
    <Notice
      className="mb-6"
      title="A letter to leave with"
      actions={
        <Link className="link" to={`/room/${room}/${piece}`} replace>
          It is not a goodbye
        </Link>
      }
    >
      <p>
        It is yours alone until you leave with it. You can stop here, and come back to it another
        day.
      </p>
    </Notice>
  );
}

/** The last look: the letter as they would open it, and what leaving does. Then both in one step. */
export function LeaveWithLetter({
  piece,
  content,
  onBack,
  onLeft,
}: {
  piece: PieceId;
  content: WrittenContent;
  onBack: () => void;
  onLeft: () => void;
}) {
  const { hand, scene, paired, refresh } = useInRoom();
  const [weight, setWeight] = useState<Weight | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const { copy, preview, length } = useCleanCopy(content);
  const other = theOther(scene.petname);

  const leave = async () => {
    setAsked(true);
    if (pending || !weight || !paired || !copy.ok) return;
    setPending(true);
    const envelope = { form: "version", kind: content.kind, length, weight } as const;
    const done = await leaveWithGoodbye(hand, paired, piece, copy.value, envelope);
    // It may have been done before, when the answer was lost on its way: the room says how it stands.
    if (done.ok || done.refusal.code === "left") {
      await refresh();
      return onLeft();
    }
    setPending(false);
    setTrouble(sorry(done.refusal.code));
  };

  return (
    <LetterPreview status="Before you leave" content={content} preview={preview}>
      <WeightOf value={weight} onChange={setWeight} missing={asked && !weight} />
      <Envelope kind={content.kind} length={length} weight={weight} />
      <Notice tone="care" title="What happens then">
        <p>
          You leave this room, for good. {other} sees that it is paused, and this envelope at the
          door. They may open it, put it off, or say no; you are not told which, and nothing can be
          sent back to you here.
        </p>
        <p>
          Nothing else of yours reaches {otherName(scene.petname)} any more. You can take the letter
          back, also after you have left; once it is opened they may remember it or keep a copy, and
          could show it to others.
        </p>
      </Notice>
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button pending={pending} onClick={() => void leave()}>
          {pending ? "Leaving" : "Leave with this letter"}
        </Button>
        <Button onClick={onBack}>Back to writing</Button>
      </div>
    </LetterPreview>
  );
}
