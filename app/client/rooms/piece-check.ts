import type { Said, Statement } from "#domain/consent/read-statement.ts";
import type { PieceId } from "#domain/ids.ts";
import type { Day, Side, StatementView } from "#domain/statement-view.ts";
import { isByKeysOfNow, signedBy, type Signer } from "./signed.ts";

/** The two of a room, by the keys that this device trusts. */
export type TheTwo = { readonly me: Signer; readonly other: Signer | null };

type SaidIn<S, K> = S extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? S
    : never
  : never;
type SaidAs<K extends Said["kind"]> = SaidIn<Said, K>;

/** Looks at what the server says of one piece, and remembers whether any of it was not signed. */
export class PieceCheck {
  readonly piece: PieceId;
  readonly #two: TheTwo;
  #doubted = false;

  constructor(piece: PieceId, two: TheTwo) {
    this.piece = piece;
    this.#two = two;
  }

  /** Whether something was said of this piece that nobody has signed. */
  get doubted(): boolean {
    return this.#doubted;
  }

  /** What this side has signed of this piece. Anybody may ask; nothing is doubted by asking. */
  signed(view: StatementView, by: Side): Statement | null {
    const signer = this.#two[by];
    const statement = signer && signedBy(view, signer);
    return statement?.piece === this.piece ? statement : null;
  }

  /** Whether that is signed by the keys of now: what still waits is void under any before. */
  isOfNow({ statement }: { readonly statement: StatementView }, by: Side): boolean {
    const signer = this.#two[by];
    return signer !== null && isByKeysOfNow(statement, signer);
  }

  /** Whether this side signed, on that day, an act of this kind that is just what is shown. */
  says<K extends Said["kind"]>(
    { on, statement }: { readonly on: Day | null; readonly statement: StatementView },
    by: Side,
    kind: K,
    isShown: (said: SaidAs<K>) => boolean = () => true,
  ): boolean {
    const signed = this.signed(statement, by);
    if (!signed || (on !== null && signed.day !== on)) return false;
    return signed.said.kind === kind && isShown(signed.said as SaidAs<K>);
  }

  /** What is shown, if it is signed; otherwise nothing, and the piece is in doubt. */
  kept<T>(shown: T | null, isSigned: (shown: T) => boolean): T | null {
    if (shown === null || isSigned(shown)) return shown;
    return this.doubt(null);
  }

  /** Those that are signed; if any is not, the piece is in doubt. */
  keptOf<T>(shown: readonly T[], isSigned: (shown: T) => boolean): readonly T[] {
    return shown.filter((one) => this.kept(one, isSigned) !== null);
  }

  /** Shows this instead of what was said. */
  doubt<T>(instead: T): T {
    this.#doubted = true;
    return instead;
  }
}
