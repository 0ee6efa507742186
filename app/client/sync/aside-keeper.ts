import type * as Y from "yjs";
import { freshAsideId, makeAside, type AsideCopy, type AsideReason } from "./aside.ts";
import type { OpenPieceOptions } from "./open-piece.ts";
import type { Outbox } from "./outbox.ts";
import type { WritingStream } from "./writing-stream.ts";
import { ownBytes } from "./yjs-update.ts";

export type AsideKeeperOptions = Pick<OpenPieceOptions, "device" | "piece" | "cipher" | "epoch"> & {
  /** A document that nothing is sent from any more. */
  readonly doc: Y.Doc;
  readonly outbox: Outbox;
  readonly why: AsideReason;
  /** This stream and what may build on it cannot be sent. */
  readonly from: WritingStream;
  /** There is something to show, or more of it. */
  readonly show: (copy: AsideCopy) => void;
  readonly failed: () => void;
};

/**
 * Keeps as a private copy what a document holds and cannot send. Until its page has taken up the next
 * document, words may still be written in this one: they are kept with the rest.
 */
export class AsideKeeper {
  readonly #options: AsideKeeperOptions;
  readonly #id = freshAsideId();
  #work: Promise<void> = Promise.resolve();

  /** Listens from now on. */
  constructor(options: AsideKeeperOptions) {
    this.#options = options;
    options.doc.on("update", (update, _origin, _doc, { local }) => {
      if (local) this.#work = this.#work.then(() => this.#add(update)).catch(options.failed);
    });
  }

  /**
   * Moves everything from the outbox that was written until this is fulfilled. Gives whether there was
   * anything.
   */
  async keep(): Promise<boolean> {
    const { outbox, from, failed } = this.#options;
    this.#work = this.#work.then(() => this.#keep()).catch(failed);
    for (let work = null; work !== this.#work;) {
      work = this.#work;
      await work;
    }
    return outbox.from(from).length > 0;
  }

  async #keep(): Promise<void> {
    const { cipher, epoch, doc, outbox, why, from, device, piece, show } = this.#options;
    const streams = outbox.from(from);
    if (streams.length === 0) return;
    const { row, copy } = await makeAside(cipher, { id: this.#id, why, epoch, doc, streams });
    show(copy);
    await device.setAside(piece, row);
  }

  /** Sealed like everything else, into a stream that nobody sends. */
  async #add(update: Uint8Array): Promise<void> {
    const { cipher, doc, outbox } = this.#options;
    outbox.own.unsent.push(await outbox.own.seal(cipher, ownBytes(update), doc.clientID));
    await this.#keep();
  }
}
