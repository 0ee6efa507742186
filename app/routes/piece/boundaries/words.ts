import type { Area, LineStanding } from "#domain/pieces/boundaries.ts";
import type { LineAnswer } from "#domain/pieces/boundary-answer.ts";
import type { Careful } from "#domain/pieces/careful-words.ts";

/** The fixed words of boundaries, as they are shown. */

export const AREA: Record<Area, string> = {
  contact: "Contact",
  hours: "Hours",
  place: "Places",
  topic: "Topics",
  touch: "Touch",
  digital: "Phones and messages",
  money: "Money",
  children: "Children",
  "family-and-friends": "Family and friends",
  open: "Something else",
};

/** What a line can say, for whoever has none in mind. */
export const SUCH_AS: Record<Area, string> = {
  contact: "We write; we do not ring.",
  hours: "No messages after nine in the evening.",
  place: "We meet outside, not at my place.",
  topic: "I do not talk about whom I see.",
  touch: "We greet without touching.",
  digital: "No pictures of me are posted.",
  money: "I do not lend money.",
  children: "We hand over at the door, in five minutes.",
  "family-and-friends": "My family is not asked about me.",
  open: "What holds for me, in one sentence.",
};

export const STANDING: Record<LineStanding, string> = {
  "not-offered": "Not offered",
  waits: "Waits to be offered",
  offered: "Offered",
  changed: "Changed since it was offered",
  "taken-back": "Taken back",
};

export const FIRMNESS = { firm: "Firm", open: "Open to talk" } as const;

/** What a reader can answer to a line. */
export const LINE_ANSWER: Record<LineAnswer, string> = {
  keep: "I will keep this",
  talk: "I would like to talk about it",
  nothing: "Nothing",
};

export const CAREFUL_OF: Record<Careful, string> = {
  passwords: "passwords",
  phones: "looking into a phone or an account",
  whereabouts: "where somebody is",
  proof: "proof",
};
