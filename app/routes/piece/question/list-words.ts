import type { ListForm } from "#domain/pieces/decks.ts";

/** What each form of list says of itself, on its own page. `other` is how the other is called. */
type ListWords = {
  readonly lead: (other: string) => string;
  /** Over what both marked. */
  readonly both: string;
  readonly nothing: string;
  readonly again: string;
};

const CANNOT_TELL = "That cannot be told apart: no, later, and never looked are one.";

export const LIST_WORDS: Readonly<Record<ListForm, ListWords>> = {
  hopes: {
    lead: (other) =>
      `Each of you marks, alone, what you hope for. Only a hope that you both have is shown, to both at once. ${other} cannot tell a hope that you do not have from one that you kept for later, or from a page that you never looked at.`,
    both: "What both of you hope for",
    nothing: `There is nothing to show. Either you hope for different things now, or one of you did not finish. ${CANNOT_TELL}`,
    again: "Ask again, when some time has passed",
  },
  "quiet-yes": {
    lead: (other) =>
      `Each of you marks, alone, what you would like. Only what you both would like is shown, to both at once. ${other} cannot tell a no from a later, or from a line that you never read.`,
    both: "What both of you would like",
    nothing: `There is nothing to show. Either nothing was the same, or one of you did not finish. ${CANNOT_TELL}`,
    again: "Another round",
  },
  "common-ground": {
    lead: (other) =>
      `Each of you marks, alone, what you could keep to. Only what you both marked is shown, to both at once; you can make an agreement of it then. ${other} cannot tell a no from a later, or from a line that you never read.`,
    both: "Ground that you share",
    nothing: `There is nothing to show. Either nothing was the same, or one of you did not finish. ${CANNOT_TELL}`,
    again: "Another round",
  },
};
