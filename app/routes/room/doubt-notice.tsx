import { useInRoom } from "#client/hooks/use-room.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";

/**
 * Says once, calmly, that the server told of something which does not hold. It is not shown anywhere, so
 * that nobody need decide whether to believe it. With `piece`, what concerns that piece alone.
 */
export function DoubtNotice({ piece, className }: { piece?: PieceId; className?: string }) {
  const { room, doubts } = useInRoom();
  const isUnsigned = piece ? doubts.pieces.has(piece) : doubts.pieces.size > 0;
  if (!isUnsigned && !doubts.record) return null;
  return (
    <Notice
      live
      beside={!piece}
      className={className}
      title="Something here does not hold, and is left out."
      actions={<ButtonLink to={`/room/${room}/record`}>Look at the record</ButtonLink>}
    >
      {isUnsigned && (
        <p>
          The server told of something that does not carry the signature of who is said to have done
          it. What you see is what was signed.
        </p>
      )}
      {doubts.record && (
        <p>
          The server shows an earlier or another record of this room than your devices have seen.
          Nothing new is signed here until that is cleared up. What you write is kept as ever.
        </p>
      )}
    </Notice>
  );
}
