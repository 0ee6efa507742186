import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { ReplyTo } from "./around-letter.tsx";
import { theOther } from "../../room/words.ts";

/** What a piece says besides its words, under them: the same for who offers it and who opens it. */
export function SaysBesides({ content, mine }: { content: WrittenContent; mine: boolean }) {
  const { t } = useTranslation("piece-letter");
  const { scene } = useInRoom();
  const window = content.kind === "letter" && content.window === true;
  if (!content.replyTo && !window) return null;
  return (
    <div className="mt-6 space-y-1 border-t border-line pt-4 text-s text-ink-soft">
      {content.replyTo && (
        <p>
          <ReplyTo replyTo={content.replyTo} mine={mine} />
        </p>
      )}
      {window && (
        <p>{mine ? t("otherCanAsk", { name: theOther(scene.petname) }) : t("youCanAsk")}</p>
      )}
    </div>
  );
}
