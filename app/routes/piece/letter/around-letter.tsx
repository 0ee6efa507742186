import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { Trans, useTranslation } from "react-i18next";
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
import { known } from "#domain/newer.ts";

/** What this answers, by its title if it is still here; both can look it up in their own room. */
export function ReplyTo({ replyTo, mine }: { replyTo: PieceId; mine: boolean }) {
  const { t } = useTranslation("piece-letter");
  const { room, scene } = useInRoom();
  const entry = known(useIndex().pieces[replyTo]);
  const view = scene.view.pieces.find(({ piece }) => piece === replyTo);
  const owner = mine ? t("whatNameWrote", { name: otherName(scene.petname) }) : t("whatYouWrote");
  if (!view || !entry) return <>{t("itAnswersOwnerWhichIsNot", { owner })}</>;
  return (
    <>
      <Trans
        t={t}
        i18nKey="itAnswersOwnerTitle"
        values={{ owner, title: titleOr(entry.title, entry.kind) }}
        components={{ a: <Link className="link" to={`/room/${room}/${replyTo}`} /> }}
      />
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
  const { t } = useTranslation("piece-letter");
  const { hand } = useInRoom();
  if (!replyTo) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 text-s text-ink-soft">
      <span>
        <ReplyTo replyTo={replyTo} mine />
      </span>
      {!sent && (
        <Button look="quiet" onClick={() => void unsayReply(hand.keyring, piece)}>
          {t("dontSayThatItAnswers")}
        </Button>
      )}
    </p>
  );
}

/** Only who answers opens a window for questions, and it is open for one round. */
export function OpenWindow({ doc, written: { guide, newer } }: { doc: Y.Doc; written: Written }) {
  const { t } = useTranslation("piece-letter");
  const { scene } = useInRoom();
  const document = useMemo(() => guidedDocument(doc), [doc]);
  useMap(document.meta);
  if (!guide?.window || newer) return null;
  const other = theOther(scene.petname);
  return (
    <section aria-labelledby="window" className="mt-8 max-w-measure border-t border-line pt-5">
      <h2 id="window" className="text-l">
        {t("questions")}
      </h2>
      <Switch
        label={t("openAWindowForQuestions")}
        checked={hasWindow(document)}
        onChange={(event) => setGuided(document, { window: event.currentTarget.checked })}
      />
      <p className="mt-1 text-s text-ink-soft">{t("otherCanThenAskInOne", { other })}</p>
    </section>
  );
}
