import { Link } from "@remix-run/react";
import { useMemo } from "react";
import type * as Y from "yjs";
import { useIndex } from "#client/hooks/use-index.ts";
import { useMap } from "#client/hooks/use-map.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { guidedDocument, hasWindow, setGuided } from "#client/pieces/guided-document.ts";
import { unsayReply } from "#client/rooms/own-pieces.ts";
import { Button } from "#components/button.tsx";
import { Switch } from "#components/switch.tsx";
import type { PieceId } from "#domain/ids.ts";
import { otherName, theOther, titleOr } from "../../room/words.ts";
import type { Written } from "../guided/use-written.ts";

/** What this answers, by its title if it is still here; both can look it up in their own room. */
export function ReplyTo({ replyTo, mine }: { replyTo: PieceId; mine: boolean }) {
  const { room, scene } = useInRoom();
  const entry = useIndex().pieces[replyTo];
  const view = scene.view.pieces.find(({ piece }) => piece === replyTo);
  const owner = mine ? `what ${otherName(scene.petname)} wrote` : "what you wrote";
  if (!view || !entry) return <>It answers {owner}, which is not here any more.</>;
  return (
    <>
      It answers {owner}:{" "}
      <Link className="link" to={`/room/${room}/${replyTo}`}>
        {titleOr(entry.title, entry.kind)}
      </Link>
      .
    </>
  );
}

/** Above a letter with which I write back: that it says so, and the way not to say it. */
export function AboutReply({
  piece,
  replyTo,
  sent,
}: {
  piece: PieceId;
  replyTo: PieceId | undefined;
  /** It has been offered: what it says then cannot be unsaid by a switch. */
  sent: boolean;
}) {
  const { hand } = useInRoom();
  if (!replyTo) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 text-s text-ink-soft">
      <span>
        <ReplyTo replyTo={replyTo} mine />
      </span>
      {!sent && (
        <Button look="quiet" onClick={() => void unsayReply(hand.keyring, piece)}>
          Don’t say that it answers
        </Button>
      )}
    </p>
  );
}

/** Only who answers opens a window for questions, and it is open for one round. */
export function OpenWindow({ doc, written: { guide, newer } }: { doc: Y.Doc; written: Written }) {
  const { scene } = useInRoom();
  const document = useMemo(() => guidedDocument(doc), [doc]);
  useMap(document.meta);
  if (!guide?.window || newer) return null;
  const other = theOther(scene.petname);
  return (
    <section aria-labelledby="window" className="mt-8 max-w-measure border-t border-line pt-5">
      <h2 id="window" className="text-l">
        Questions
      </h2>
      <Switch
        label="Open a window for questions"
        checked={hasWindow(document)}
        onChange={(event) => setGuided(document, { window: event.currentTarget.checked })}
      />
      <p className="mt-1 text-s text-ink-soft">
        {other} can then ask, in one round, at most seven questions. You owe an answer to none of
        them: unanswered, declined and unseen look the same.
      </p>
    </section>
  );
}
