import { sentenceFor } from "#client/sentences.ts";
import type { Answer } from "#domain/pieces/answer.ts";
import type { Length, Theme, Weight } from "#domain/pieces/envelope.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";

/** The product's fixed words, as they are shown. */

export const KIND: Record<PieceKind, string> = {
  letter: "Letter",
  boundaries: "Boundaries",
  forgiveness: "Forgiveness note",
  agreement: "Agreement",
  plan: "Commitment plan",
  question: "A question for you both",
};

/** As it is announced at the door. */
export const A_KIND: Record<PieceKind, string> = {
  letter: "A letter",
  boundaries: "Boundaries",
  forgiveness: "A forgiveness note",
  agreement: "An agreement",
  plan: "A commitment plan",
  question: "A question for you both",
};

export const LENGTH: Record<Length, string> = { short: "short", medium: "medium", long: "long" };

export const WEIGHT: Record<Weight, string> = {
  light: "light",
  tender: "tender",
  heavy: "heavy",
  practical: "practical",
};

export const ANSWER: Record<Answer, string> = {
  "thank-you": "Thank you",
  "tell-me-more": "Tell me more",
  "need-time": "I need time",
  "in-part": "In part",
  "not-yet": "Not yet",
};

export const THEME: Record<Theme, string> = {
  open: "About anything",
  contact: "About contact",
  hours: "About hours",
  place: "About places",
  topic: "About topics",
  touch: "About touch",
  digital: "About phones and messages",
  money: "About money",
  children: "About the children",
  "family-and-friends": "About family and friends",
  "pause-plan": "About pausing",
  "shared-map": "About what happens between us",
};

/** What I call the other, or what stands there as long as I have not said. */
export const otherName = (petname: string): string => petname || "the other person";

/** The same at the beginning of a sentence. */
export const theOther = (petname: string): string => petname || "The other person";

/** A room's name: mine and theirs, or mine alone. */
export const roomName = (petname: string, paired: boolean): string => {
  if (petname) return `You and ${petname}`;
  return paired ? "The two of you" : "Your room";
};

export const titleOr = (title: string, kind: PieceKind): string =>
  title.trim() || `${KIND[kind]} without a title`;

/** Why nothing can be offered or proposed by who left. */
export const LEFT = "You left this room. Nothing can be offered from it any more.";

/** In minutes: the pause that takes one tap. */
export const TWENTY_MINUTES = 20;

/** Whoever paused or left: the same words for both. */
export const SIXTY_DAYS = "This room has been paused for sixty days. You may close your side.";

/** A refusal as a sentence that says what to do. Nothing that was typed is gone. */
export const sorry = (code: string): string => sentenceFor(code, IN_A_ROOM);

const CHANGED = "This has changed meanwhile. Look again, then decide.";
const TOO_LONG = "This is too long to offer in one piece. Make it shorter, or write it as two.";

const IN_A_ROOM: Readonly<Record<string, string>> = {
  "not-here": CHANGED,
  "moved-on": CHANGED,
  paused: "The room is paused. This can be done when the pause has ended.",
  left: LEFT,
  "one-at-a-time":
    "Something that you asked is still there, unanswered, and one at a time is enough. Take it back first, or let it be: silence here means nothing.",
  "too-often": "This has been done as often as it can be in a day. It can be done again tomorrow.",
  "bad-time": "That time has passed, or lies more than a year ahead. Choose another one.",
  "too-early": "Your side can be closed when the pause has lasted for sixty days.",
  "never-offered": "This is written to be let go of. It can never be offered.",
  "too-many-questions": "There are more than seven questions. Leave some out.",
  "too-large": TOO_LONG,
  "too-long": TOO_LONG,
  "invitation-open": "There is an open invitation already. Withdraw it before you make another.",
  "too-many": "That is more than one person can ask for at present. Wait a while, then try again.",
  forged:
    "What arrived does not match what was signed, so it is not shown. Tell the other person in another way.",
  "record-differs":
    "The server shows an earlier or another record of this room than your devices have seen. Nothing was signed, and nothing you typed is lost. Try again later, or ask the other person, in another way, whether they see the same.",
  "keys-changed":
    "The other person has new keys. Go back to the room, look at the notice there, and say that you have seen it; then this can be done.",
  "still-offered": "It stands offered. Take it back first, then delete it.",
};
