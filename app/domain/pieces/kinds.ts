import * as z from "zod";

/**
 * How a piece crosses. *own*: one writes, and offers sealed versions. *together*: both edit once both
 * have said yes. *paired*: each answers alone, and both answers open in the same instant.
 */
export type Mode = "own" | "together" | "paired";

/**
 * The six kinds of piece. `code` is the kind's number inside sealed bytes: it is never changed and
 * never given to another kind.
 */
export const KINDS = {
  letter: { mode: "own", code: 1 },
  boundaries: { mode: "own", code: 2 },
  forgiveness: { mode: "own", code: 3 },
  agreement: { mode: "together", code: 4 },
  plan: { mode: "together", code: 5 },
  question: { mode: "paired", code: 6 },
} as const satisfies Record<string, { readonly mode: Mode; readonly code: number }>;

export type PieceKind = keyof typeof KINDS;

/** The kinds of one mode: `KindOf<"own">` is what can be offered as a sealed version. */
export type KindOf<M extends Mode> = {
  [K in PieceKind]: (typeof KINDS)[K]["mode"] extends M ? K : never;
}[PieceKind];

export const PIECE_KINDS = Object.keys(KINDS) as readonly PieceKind[];

export const pieceKind = z.enum(PIECE_KINDS);

export const modeOf = (kind: PieceKind): Mode => KINDS[kind].mode;

/** Whether this kind is of that mode, for the compiler too. */
export const isKindOf = <M extends Mode>(kind: PieceKind, mode: M): kind is KindOf<M> =>
  KINDS[kind].mode === mode;
