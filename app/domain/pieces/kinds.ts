import * as z from "zod";
import type { Answer } from "./answer.ts";

/**
 * How a piece crosses. *own*: one writes, and offers sealed versions. *together*: both edit once both
 * have said yes. *paired*: each answers alone, and both answers open in the same instant.
 */
export type Mode = "own" | "together" | "paired";

/**
 * The six kinds of piece. `code` is the kind's number inside sealed bytes: it is never changed and
 * never given to another kind. `answers` are the fixed words that its reader is given; saying nothing
 * is always one more.
 */
export const KINDS = {
  letter: { mode: "own", code: 1, answers: ["thank-you", "tell-me-more", "need-time"] },
  boundaries: { mode: "own", code: 2, answers: [] },
  forgiveness: { mode: "own", code: 3, answers: ["thank-you", "in-part", "not-yet"] },
  agreement: { mode: "together", code: 4, answers: [] },
  plan: { mode: "together", code: 5, answers: [] },
  question: { mode: "paired", code: 6, answers: [] },
} as const satisfies Record<
  string,
  { readonly mode: Mode; readonly code: number; readonly answers: readonly Answer[] }
>;

export type PieceKind = keyof typeof KINDS;

/** The kinds of one mode: `KindOf<"own">` is what can be offered as a sealed version. */
export type KindOf<M extends Mode> = {
  [K in PieceKind]: (typeof KINDS)[K]["mode"] extends M ? K : never;
}[PieceKind];

export const PIECE_KINDS = Object.keys(KINDS) as readonly PieceKind[];

export const pieceKind = z.enum(PIECE_KINDS);

/** The fixed words with which a piece of this kind can be answered. */
export const answersOf = (kind: PieceKind): readonly Answer[] => KINDS[kind].answers;

export const modeOf = (kind: PieceKind): Mode => KINDS[kind].mode;

/** Whether this kind is of that mode, for the compiler too. */
export const isKindOf = <M extends Mode>(kind: PieceKind, mode: M): kind is KindOf<M> =>
  KINDS[kind].mode === mode;
