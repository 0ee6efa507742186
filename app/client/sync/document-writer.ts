import type * as Y from "yjs";
import type { Fault } from "./fault.ts";
import type { OpenPieceOptions } from "./open-piece.ts";
import { SealingQueue } from "./sealing-queue.ts";
import { sealedOnly, unsentOf, type UnsentFrame, type WritingStream } from "./writing-stream.ts";
import { ownBytes } from "./yjs-update.ts";

/** Milliseconds for which writing is gathered before it is sealed. */
const LINGER = { own: 1000, together: 50 } as const;

export type DocumentWriterOptions = {
  readonly options: Pick<OpenPieceOptions, "piece" | "mode" | "cipher" | "device">;
  readonly doc: Y.Doc;
  readonly own: WritingStream;
  /** Something was written and is not on the device yet. */
  readonly written: () => void;
  /** A frame is on the device and waits to be sent. */
  readonly kept: () => void;
  readonly fault: (fault: Fault) => void;
};

/** Takes what is written in a document to the device, as frames of the tab's own stream. */
export class DocumentWriter {
  readonly #options: DocumentWriterOptions;
  readonly #queue: SealingQueue;

  constructor(options: DocumentWriterOptions) {
    this.#options = options;
    const { doc, own, fault } = options;
    const { cipher, mode } = options.options;
    this.#queue = new SealingQueue({
      linger: LINGER[mode],
      seal: (update) => own.seal(cipher, update, doc.clientID),
      keep: (frame) => this.#keep(frame),
      failed: (kind) => fault({ kind }),
    });
  }

  /** Something is written that is not yet among what waits to be sent. */
  get busy(): boolean {
    return this.#queue.busy;
  }

  listen(): void {
    this.#options.doc.on("update", this.#written);
  }

  /** Fulfilled when everything written until then is on the device. */
  flush(): Promise<void> {
    return this.#queue.flush();
  }

  /** Hears nothing more. What has not been sealed is dropped: flush first. */
  stop(): void {
    this.#options.doc.off("update", this.#written);
    this.#queue.stop();
  }

  readonly #written = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    change: Y.Transaction,
  ) => {
    // Whether a change is ours is the transaction's to say, not the moment's: an observer may answer
    // a change from outside with one of its own.
    if (!change.local) return;
    this.#queue.write(ownBytes(update));
    this.#options.written();
  };

  async #keep(frame: UnsentFrame): Promise<void> {
    const { own, kept } = this.#options;
    const { device, piece } = this.#options.options;
    await device.put(piece, { ...unsentOf(own), frames: [sealedOnly(frame)] });
    own.unsent.push(frame);
    kept();
  }
}
