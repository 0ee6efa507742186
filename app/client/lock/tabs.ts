/** What one tab of this browser tells all others: `lock` them too, or `exit` them too. */
export type Word = "lock" | "exit";

const CHANNEL = "tabs";

let channel: BroadcastChannel | null = null;

/** Kept open: a channel that is closed right after a message may swallow it. */
const open = (): BroadcastChannel => (channel ??= new BroadcastChannel(CHANNEL));

export function tellTabs(word: Word): void {
  open().postMessage(word);
}

/** Calls `listener` with what other tabs tell. Returns how to stop. */
export function hearTabs(listener: (word: Word) => void): () => void {
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    if (data === "lock" || data === "exit") listener(data);
  };
  open().addEventListener("message", onMessage);
  return () => open().removeEventListener("message", onMessage);
}
