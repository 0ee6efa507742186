import type { Bytes } from "#domain/bytes.ts";
import type { PageId, PersonId, PieceId } from "#domain/ids.ts";
import type { Connection } from "./connection.ts";
import type { OpenPiece } from "./open-piece.ts";

/** Somebody on one page. */
export type AtPage = { readonly person: PersonId; readonly page?: PageId | undefined };

/** Whether presence is on, on this very page, and the other has it on too, on whichever page of theirs. */
export type SharesAwareness = (piece: PieceId, who: AtPage) => boolean;

/** Where somebody is on a page: passed on at once, never stored, and only while both share it. */
export class AwarenessRelay {
  readonly #shares: SharesAwareness;

  constructor(shares: SharesAwareness) {
    this.#shares = shares;
  }

  share(piece: OpenPiece, from: Connection, sealed: Bytes): void {
    from.awareness = sealed;
    for (const to of piece.connections) this.#show(piece, from, to);
  }

  /** Shows a connection that has become live, or has presence on now, who is there already. */
  welcome(piece: OpenPiece, to: Connection): void {
    for (const from of piece.connections) this.#show(piece, from, to);
  }

  /** Presence was turned on or off for a page. */
  turned(piece: OpenPiece, { person, page }: AtPage): void {
    for (const connection of piece.connections) {
      const { owner } = connection;
      if (owner.person !== person || owner.page !== page) continue;
      if (this.#shares(piece.id, owner)) this.welcome(piece, connection);
      else this.leave(piece, connection);
    }
  }

  /** Says that a connection has gone to those who were shown it, unless sharing has stopped. */
  leave(piece: OpenPiece, gone: Connection): void {
    for (const to of piece.connections) {
      if (gone.shownTo.has(to) && this.#shares(piece.id, to.owner)) {
        to.send({ type: "gone", connection: gone.number });
      }
      to.shownTo.delete(gone);
    }
    gone.shownTo.clear();
  }

  #show(piece: OpenPiece, from: Connection, to: Connection): void {
    if (!to.isLive || from.awareness === null || from.owner.person === to.owner.person) return;
    if (!this.#shares(piece.id, from.owner) || !this.#shares(piece.id, to.owner)) return;
    from.shownTo.add(to);
    to.send({ type: "aware", connection: from.number, sealed: from.awareness });
  }
}
