import type { en } from "#app/language/en.ts";
import type { ListForm } from "#domain/pieces/decks.ts";

type Words = keyof (typeof en)["piece-question"];

/** What each form of list says of itself, on its own page: in its lead the other is named. */
export const LIST_WORDS = {
  hopes: {
    lead: "hopesLead",
    both: "hopesBoth",
    nothing: "hopesNothing",
    again: "hopesAgain",
  },
  "quiet-yes": {
    lead: "quietYesLead",
    both: "quietYesBoth",
    nothing: "nothingTheSame",
    again: "anotherRound",
  },
  "common-ground": {
    lead: "commonGroundLead",
    both: "commonGroundBoth",
    nothing: "nothingTheSame",
    again: "anotherRound",
  },
} as const satisfies Readonly<
  Record<ListForm, Readonly<Record<"lead" | "both" | "nothing" | "again", Words>>>
>;
