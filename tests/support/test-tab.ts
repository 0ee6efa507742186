import type * as Y from "yjs";
import type { Api } from "#client/api.ts";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import type { OpenPiece, OpenPieceOptions } from "#client/sync/open-piece.ts";
import { PieceOpening } from "#client/sync/piece-opening.ts";
import type { RawSocket, Transport } from "#client/sync/transport.ts";
import { freshStream, type WritingStream } from "#client/sync/writing-stream.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import type { TestDevice } from "./test-device.ts";

export type TestTabOptions = {
  readonly device: TestDevice;
  readonly person: PersonId;
  readonly piece: PieceId;
  readonly cipher: FrameCipher;
  readonly transport: Transport;
  readonly mode?: OpenPieceOptions["mode"];
  readonly epoch?: number;
  readonly readOnly?: boolean;
  readonly doc?: Y.Doc;
  /** The stream of a machine that was restored. */
  readonly own?: WritingStream;
};

/** Nothing is asked of it but where the server is; the transport knows better. */
const nowhere: Api = {
  origin: "http://127.0.0.1",
  get: async () => ({ ok: false, refusal: { code: "offline" } }),
  post: async () => ({ ok: false, refusal: { code: "offline" } }),
  cookie: () => "",
};

/** One tab with one piece open, that can lose its network and be killed. */
export class TestTab {
  readonly open: OpenPiece;
  readonly own: WritingStream;
  /** How far the log has been read. */
  readonly cursor: () => number;
  readonly #die: () => void;
  readonly #sockets = new Set<{ readonly raw: RawSocket; readonly cut: () => void }>();
  #isOnline: boolean;
  #isDead = false;

  constructor(options: TestTabOptions & { readonly offline?: boolean }) {
    const { device, transport, epoch = 1, mode = "together", ...rest } = options;
    const { die, cursor, ...storage } = device.tab();
    this.#die = die;
    this.cursor = cursor;
    this.#isOnline = !options.offline;
    this.own = options.own ?? freshStream(epoch);
    this.open = new PieceOpening(
      { ...rest, ...storage, api: nowhere, mode, epoch, transport: this.#through(transport) },
      this.own,
    );
  }

  get doc(): Y.Doc {
    return this.open.doc;
  }

  get text(): Y.Text {
    return this.doc.getText("t");
  }

  get words(): string {
    return this.text.toString();
  }

  write(words: string, at = this.text.length): void {
    this.text.insert(at, words);
  }

  get isOnline(): boolean {
    return this.#isOnline;
  }

  /** Cuts the network, or lets it be. */
  set isOnline(on: boolean) {
    this.#isOnline = on;
    if (!on) this.cut();
  }

  /** Ends the sockets without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.cut();
  }

  /** Ends everything in this instant: nothing more is written, sent, received or let go in order. */
  kill(): void {
    this.#isDead = true;
    this.#die();
    this.cut();
    this.open.provider.destroy();
    this.open.awareness.destroy();
  }

  /** Fulfilled once the condition holds, asked after every change and every update of the document. */
  async until(reached: (open: OpenPiece) => boolean): Promise<void> {
    while (!reached(this.open)) await this.#change();
  }

  live = () => this.until(({ status }) => status().status === "live");
  saved = () => this.until(({ saved }) => saved());
  says = (words: string) => this.until(() => this.words === words);

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const { doc } = this.open;
      const done = () => {
        stop();
        doc.off("afterTransactionCleanup", done);
        resolve();
      };
      const stop = this.open.subscribe(done);
      doc.on("afterTransactionCleanup", done);
    });
  }

  #through(transport: Transport): Transport {
    return (url, events) => {
      if (this.#isDead) return { send: () => undefined, close: () => undefined };
      if (!this.#isOnline) {
        queueMicrotask(() => events.close(1006));
        return { send: () => undefined, close: () => undefined };
      }
      let over = false;
      const close = (code: number) => {
        if (over) return;
        over = true;
        this.#sockets.delete(socket);
        if (!this.#isDead) events.close(code);
      };
      const raw = transport(url, {
        open: () => !over && events.open(),
        message: (bytes) => !over && events.message(bytes),
        close,
      });
      const socket = {
        raw,
        cut: () => {
          raw.close();
          close(1006);
        },
      };
      this.#sockets.add(socket);
      return { send: (bytes) => !over && raw.send(bytes), close: (code) => raw.close(code) };
    };
  }
}
