import { signedAs } from "#domain/consent/acts.ts";
import type { PieceId } from "#domain/ids.ts";
import { unreachable } from "#domain/result.ts";
import type { PieceView } from "#domain/piece-view.ts";
import type { ChangeView, RoomView } from "#domain/room-view.ts";
import { checkedReceived, checkedWritten } from "./checked-own.ts";
import { checkedPaired } from "./checked-paired.ts";
import { checkedTogether, type TakenBack } from "./checked-together.ts";
import { PieceCheck, type TheTwo } from "./piece-check.ts";

export type CheckedView = {
  readonly view: RoomView;
  /** Pieces of which the server said something that was not signed. It is left out of the view. */
  readonly doubted: ReadonlySet<PieceId>;
};

const NOTHING: TakenBack = new Set();

/**
 * The view, as far as what it says was signed by who is said to have done it. The server can keep
 * something from us, and cannot make it up. While nobody is known, nothing is theirs. Who I am is not
 * the server's to say either. `takenBack` is what is known of signatures from the chains themselves.
 */
export function checkedView(
  view: RoomView,
  two: TheTwo,
  takenBack: TakenBack = NOTHING,
): CheckedView {
  const doubted = new Set<PieceId>();
  const looked = <T>(piece: PieceId, look: (check: PieceCheck) => T): T => {
    const check = new PieceCheck(piece, two);
    const shown = look(check);
    if (check.doubted) doubted.add(piece);
    return shown;
  };
  const pieces = view.pieces.flatMap((piece): readonly PieceView[] => {
    const shown = looked(piece.piece, (check) => checkedPiece(piece, takenBack, check));
    return shown ? [shown] : [];
  });
  const changes = view.changes.filter((change) =>
    looked(change.piece, (check) => check.kept(change, (shown) => isSigned(shown, check)) !== null),
  );
  return { view: { ...view, me: two.me.person, pieces, changes }, doubted };
}

function checkedPiece(view: PieceView, takenBack: TakenBack, check: PieceCheck): PieceView | null {
  switch (view.mode) {
    case "paired":
      return checkedPaired(view, check);
    case "together":
      return checkedTogether(view, takenBack, check);
    case "own":
      return view.role === "author" ? checkedWritten(view, check) : checkedReceived(view, check);
    default:
      return unreachable(view);
  }
}

/** What the clock did is signed by nobody. */
function isSigned({ what, on, statement }: ChangeView, check: PieceCheck): boolean {
  const kind = signedAs(what);
  if (kind === null) return true;
  return statement !== null && check.says({ on, statement }, "other", kind);
}
