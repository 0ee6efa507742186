import { decoded } from "../encoded.ts";
import type { PersonId, PieceId } from "../ids.ts";
import type { StatementView } from "../statement-view.ts";
import { signatureRemoved, signed, type Lines } from "./lines.ts";
import { readStatement } from "./read-statement.ts";
import { recordOf } from "./record.ts";

/** Statements that were checked, in the order in which they are told. */
type Told = { readonly by: PersonId; readonly statement: StatementView };

/**
 * What stands of the lines of each piece, folded from the statements of both. How the acts of the two lie
 * against each other is as it is told; those of one person are taken in the order of their chain.
 */
export function recordedLines(told: readonly Told[]): ReadonlyMap<PieceId, Lines> {
  const pieces = new Map<PieceId, Lines>();
  for (const { by, statement } of inChainOrder(told)) {
    const read = readStatement(decoded(statement.body));
    if (read?.said.kind !== "sign-line" && read?.said.kind !== "take-signature-back") continue;
    const { piece, said } = read;
    const { line, hash } = said;
    const lines = pieces.get(piece) ?? new Map();
    const next =
      said.kind === "sign-line"
        ? signed(lines, line, { by, hash, sealedWording: "", recorded: recordOf(statement) })
        : signatureRemoved(lines, line, by, hash);
    pieces.set(piece, next);
  }
  return pieces;
}

/** In each person's places, that person's statements by their number. Loose ones are of no line. */
function inChainOrder(told: readonly Told[]): readonly Told[] {
  const numbered = told.flatMap((one) => {
    const n = readStatement(decoded(one.statement.body))?.link.n ?? 0;
    return n === 0 ? [] : [{ ...one, n }];
  });
  const ordered = new Map<PersonId, (Told & { readonly n: number })[]>();
  for (const one of [...numbered].sort((a, b) => a.n - b.n)) {
    ordered.set(one.by, [...(ordered.get(one.by) ?? []), one]);
  }
  return numbered.flatMap(({ by }) => ordered.get(by)?.shift() ?? []);
}
