import { fromBase64Url } from "#domain/bytes.ts";
import { idOf, ID_BYTES, type PersonId, type PieceId, type VersionId } from "#domain/ids.ts";
import type {
  OfferedView,
  OpenedView,
  PieceView,
  RoomView,
  StatementView,
  ToldView,
} from "#domain/rooms.ts";
import { isSigned, type Signer } from "./signed.ts";

/**
 * The view without what the other is said to have told or taken back but has not signed: the server
 * can keep such a thing from us, and cannot make it up. While nobody is known, nothing is theirs. Who
 * I am is not the server's to say either.
 */
export function checkedView(view: RoomView, me: PersonId, other: Signer | null): RoomView {
  return { ...view, me, pieces: view.pieces.map((piece) => checkedPiece(piece, other)) };
}

function checkedPiece(view: PieceView, other: Signer | null): PieceView {
  const { piece } = view;
  switch (view.mode) {
    case "paired":
      return view;
    case "together": {
      const { state } = view;
      if (state.is !== "proposed") return view;
      return { ...view, state: { ...state, told: signedTold(state.told, other, piece) } };
    }
    case "own":
      if (view.role === "author") {
        const versions = view.versions.map((version) => checkedOffer(version, other, piece));
        return { ...view, versions };
      }
      return { ...view, opened: view.opened.map((one) => checkedOpened(one, other, piece)) };
  }
}

const checkedOffer = (view: OfferedView, other: Signer | null, piece: PieceId): OfferedView => ({
  ...view,
  told: signedTold(view.told, other, piece, view.version),
});

const checkedOpened = (view: OpenedView, other: Signer | null, piece: PieceId): OpenedView => ({
  ...view,
  takenBack:
    view.takenBack && isTakingBack(view.takenBack.statement, other, piece) ? view.takenBack : null,
});

function signedTold(
  told: ToldView | null,
  other: Signer | null,
  piece: PieceId,
  version?: VersionId,
): ToldView | null {
  if (!told || !other) return null;
  if (told.what === "no") {
    return isSigned(told.statement, other, piece, { kind: "tell-no", version }) ? told : null;
  }
  if (version === undefined) return null;
  return isSigned(told.statement, other, piece, { kind: "tell-opened", version }) ? told : null;
}

/** The newest version is named, which need not be one that was opened: those before it go with it. */
function isTakingBack(statement: StatementView, other: Signer | null, piece: PieceId): boolean {
  const body = fromBase64Url(statement.body);
  if (!other || !body || body.length < ID_BYTES) return false;
  const version = idOf<VersionId>(body.slice(-ID_BYTES));
  return isSigned(statement, other, piece, { kind: "take-back", version });
}
