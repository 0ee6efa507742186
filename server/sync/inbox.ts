import type { WebSocket } from "ws";

/** Bytes that may wait to be handled before the socket is not read any further. */
const MAX_WAITING_BYTES = 1024 * 1024;

/**
 * Handles a socket's messages strictly one after the other, at once where the handler needs no I/O.
 * Nothing is handled before `open`. The handler must not reject.
 */
export type Inbox = { readonly take: (message: Uint8Array) => void; readonly open: () => void };

export function createInbox(
  socket: WebSocket,
  handle: (message: Uint8Array) => Promise<void> | undefined,
): Inbox {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let busy = true;

  async function drain(): Promise<void> {
    busy = true;
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      bytes -= message.length;
      const later = handle(message);
      if (later) await later;
      if (socket.isPaused && bytes <= MAX_WAITING_BYTES / 2) socket.resume();
    }
    busy = false;
  }

  return {
    take(message) {
      waiting.push(message);
      bytes += message.length;
      if (bytes > MAX_WAITING_BYTES) socket.pause();
      if (!busy) void drain();
    },
    open() {
      socket.resume();
      void drain();
    },
  };
}
