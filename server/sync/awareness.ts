import type { Bytes } from "#domain/bytes.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import type { Connection } from "./connection.ts";
import type { OpenPiece } from "./open-piece.ts";

/** Whether `to` may see where `from` is on this page, now. */
export type MayShareAwareness = (piece: PieceId, from: PersonId, to: PersonId) => boolean;

/** Where somebody is on a page: passed on at once, never stored, and only while both share it. */
export class AwarenessRelay {
  readonly #may: MayShareAwareness;

  constructor(may: MayShareAwareness) {
    this.#may = may;
  }

  share(piece: OpenPiece, from: Connection, sealed: Bytes): void {
    from.awareness = sealed;
    for (const to of piece.connections) this.#show(piece, from, to);
  }

  /** Shows a connection that has become live who is there already. */
  welcome(piece: OpenPiece, to: Connection): void {
    for (const from of piece.connections) this.#show(piece, from, to);
  }

  /** Says that a connection has gone to those who were shown it, unless sharing has stopped. */
  leave(piece: OpenPiece, gone: Connection): void {
    for (const to of piece.connections) {
      if (gone.shownTo.has(to) && this.#allowed(piece, gone, to)) {
        to.send({ type: "gone", connection: gone.number });
      }
      to.shownTo.delete(gone);
    }
    gone.shownTo.clear();
  }

  #show(piece: OpenPiece, from: Connection, to: Connection): void {
    if (from === to || !to.isLive || from.awareness === null) return;
    if (!this.#allowed(piece, from, to)) return;
    from.shownTo.add(to);
    to.send({ type: "aware", connection: from.number, sealed: from.awareness });
  }

  #allowed(piece: OpenPiece, from: Connection, to: Connection): boolean {
    return this.#may(piece.id, from.owner.person, to.owner.person);
  }
}
