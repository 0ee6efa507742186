import { useInRoom } from "#client/hooks/use-room.ts";
import { ButtonLink } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";

/** At the first save that matters: from now on there is something that only these words can bring back. */
export function RecoveryWordsNotice({ when }: { when: boolean }) {
  const { hand, room } = useInRoom();
  if (!when || !hand.keyring.index.current().recoveryWords) return null;
  return (
    <Notice
      className="mb-6"
      title="Keep your recovery words now."
      actions={
        <ButtonLink to={`/words?next=${encodeURIComponent(`/room/${room}`)}`}>
          Show my words
        </ButtonLink>
      }
    >
      What you write here can be read by nobody but you. Without these words, a forgotten password
      would lock it away for good.
    </Notice>
  );
}
