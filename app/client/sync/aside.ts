import type * as Y from "yjs";

/** Why something was kept aside instead of being sent. */
export type AsideReason = "forked" | "paused" | "closed" | "old-epoch";

/** A private copy, on this device alone, of a document with words in it that could not be sent. */
export type AsideCopy = {
  readonly id: string;
  readonly why: AsideReason;
  /** The words that were not sent, as plain text, one piece of writing a line. For showing only. */
  readonly words: string;
  /** The whole piece as its writer last saw it, those words in it. A document of its own: never merge it. */
  readonly doc: () => Y.Doc;
};
