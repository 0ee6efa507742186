import type { Bytes } from "#domain/bytes.ts";

/** What {@link Transport} reports. A close code is the server's, or 1006 when there was none. */
export type TransportEvents = {
  readonly open: () => void;
  readonly message: (bytes: Bytes) => void;
  readonly close: (code: number) => void;
};

export type RawSocket = {
  /** Only after `open` and before `close`. What is sent while the socket closes goes nowhere. */
  readonly send: (bytes: Bytes) => void;
  readonly close: (code?: number) => void;
};

/** A binary message channel to `url`. Every socket that is made reports `close` exactly once. */
export type Transport = (url: string, events: TransportEvents) => RawSocket;

/** The browser's WebSocket; cookies and Origin are the browser's own. */
export const browserTransport: Transport = (url, events) => {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => events.open();
  socket.onmessage = (event: MessageEvent<unknown>) => {
    // A text message is not part of the protocol; an empty message is refused as malformed.
    events.message(
      event.data instanceof ArrayBuffer ? new Uint8Array(event.data) : new Uint8Array(),
    );
  };
  socket.onclose = (event) => events.close(event.code);
  return {
    // A socket that is closing has not said so yet, and would complain.
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    close: (code) => socket.close(code),
  };
};
