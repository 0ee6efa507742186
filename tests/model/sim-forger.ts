import * as Y from "yjs";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import type { RawSocket, Transport } from "#client/sync/transport.ts";
import { freshStream } from "#client/sync/writing-stream.ts";
import { ownBytes } from "#client/sync/yjs-update.ts";
import { decodeServerFrame, encodeClientFrame } from "#domain/sync/frame.ts";

export type Forgery = {
  readonly transport: Transport;
  readonly cipher: FrameCipher;
  /** What the forger has of the piece. */
  readonly doc: Y.Doc;
  /** The client id of somebody else, under which the words are written. */
  readonly victim: number;
  readonly words: string;
};

/**
 * Somebody with the piece's key and an honest stream of their own writes a frame whose words stand under
 * somebody else's client id. The server cannot see it. Fulfilled when the frame is in the log, or
 * the connection has ended.
 */
export async function forge({ transport, cipher, doc, victim, words }: Forgery): Promise<void> {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = victim;
  const before = Y.encodeStateVector(copy);
  copy.getText("t").insert(0, words);
  const update = ownBytes(Y.encodeStateAsUpdate(copy, before));

  const stream = freshStream(1);
  const clientId = new Y.Doc().clientID;
  const { sealed, previous } = await stream.seal(cipher, update, clientId);
  await new Promise<void>((resolve) => {
    let written: number | null = null;
    const socket: RawSocket = transport("", {
      open: () => {
        const { stream: id, epoch } = stream;
        socket.send(encodeClientFrame({ type: "announce", stream: id, epoch, clientId, previous }));
        socket.send(encodeClientFrame({ type: "hello", cursor: 0 }));
      },
      message: (bytes) => {
        const frame = decodeServerFrame(bytes);
        if (!frame.ok || frame.value.type !== "updates") return;
        for (const entry of frame.value.entries) {
          if (entry.type === "stream" && entry.stream === stream.stream && written === null) {
            written = entry.sn;
            socket.send(encodeClientFrame({ type: "push", sn: written, counter: 1, sealed }));
          }
          const isOurs = (entry.type === "ack" || entry.type === "frame") && entry.sn === written;
          if (isOurs) socket.close();
        }
      },
      close: () => resolve(),
    });
  });
}
