import { useState } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useFirstLines, type FirstLines as Lines } from "#client/hooks/use-first-lines.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Result } from "#domain/result.ts";
import { otherName, sorry } from "../../room/words.ts";

/** What this person proposed the agreement from: theirs alone until they write it in. */
export function FirstLines({ piece, doc }: { piece: PieceId; doc: Y.Doc }) {
  const first = useFirstLines(piece);
  return first && <Offered first={first} doc={doc} />;
}

function Offered({ first, doc }: { first: Lines; doc: Y.Doc }) {
  const { t } = useTranslation("piece-agreement");
  const { scene } = useInRoom();
  const [pending, setPending] = useState(false);
  const count = first.lines.length;
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = async (act: () => Promise<Result<unknown>>) => {
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    setPending(false);
  };
  return (
    <Notice
      title={t("youProposedItFromThis", { count })}
      actions={
        <>
          <Button pending={pending} onClick={() => void run(() => first.write(doc))}>
            {t("writeItIn", { count })}
          </Button>
          <Button look="quiet" disabled={pending} onClick={() => void run(first.leaveOut)}>
            {t("leaveItOut", { count })}
          </Button>
        </>
      }
    >
      <ul className="list-disc ps-5">
        {first.lines.map(({ as, words }) => (
          <li key={as} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <p className="text-s text-ink-soft">
        {t("theOtherSeesItOnceItIsIn", { count, other: otherName(scene.petname) })}
      </p>
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}
