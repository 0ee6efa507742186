import type { SignedStatement } from "./consent/commands.ts";
import type { Encoded } from "./encoded.ts";

/** Signed statements and the chains that they stand on, as they are answered over HTTP. */

/** What one device signs its next statement on. */
export type ChainView = {
  /** How many statements the chain has; the next one is number `n + 1`. */
  readonly n: number;
  /** Hash of the last one; 32 zero bytes before the first. */
  readonly head: Encoded;
  /** Hashes of one's loose statements that both know of by now: the next one takes them up. */
  readonly takeUp: readonly Encoded[];
};

/** Where a chain of statements ends; there is no such place before the first. */
export type HeadView = {
  /** From 1. */
  readonly n: number;
  readonly hash: Encoded;
};

/** GET /api/chain/:room: where both chains end, as their person may see it, and what I sign on. */
export type SigningView = ChainView & { readonly theirs: HeadView | null };

/** A day as its author's device said it: YYYY-MM-DD. */
export type Day = string;

/** A signed statement and the SHA-256 of its body, by which others refer to it. */
export type StatementView = SignedStatement & { readonly hash: Encoded };

export type Side = "me" | "other";
