import type { MirrorClass } from "./finding.ts";

type Said = {
  readonly name: string;
  /** Why one may want to look again, in one sentence. */
  readonly why: string;
  /** Another way to begin. */
  readonly begin: string;
};

export const MIRROR_WORDS: { readonly [name in MirrorClass]: Said } = {
  blame: {
    name: "Hands the cause over",
    why: "This can read as if they were the cause of what you did or felt, or as if your part were being shared out.",
    begin: "“I chose to …”, or “When that happened, I …”",
  },
  contempt: {
    name: "Looks down",
    why: "Whoever reads this may hear that they are less, and stop hearing anything else.",
    begin: "“I was angry about …”, and then what happened, without a name for them.",
  },
  absolutes: {
    name: "Always, never",
    why: "Words without exception invite the one exception as an answer.",
    begin: "“On that day …”, or “It happened often that …”",
  },
  conditional: {
    name: "Sorry with a condition",
    why: "An “if” or a “but” can sound as if it were not certain that there is something to be sorry for.",
    begin: "“I am sorry that I …”, and stop there.",
  },
  hidden: {
    name: "Does not say who",
    why: "This tells what was done and leaves out who did it.",
    begin: "“I …”, if it was you.",
  },
  demands: {
    name: "Asks for forgiveness as due",
    why: "Forgiving can only be given freely, and asking for it as something due can feel like pressure.",
    begin: "“You owe me nothing. What I want to do is …”",
  },
};
