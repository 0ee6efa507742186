/**
 * "Is this right for me?": what follows from the answers. It runs on the person's device; the answers
 * are neither sent nor stored.
 */
export const CONCERNS = ["fear", "threats", "injury", "stalking", "pressure", "court"] as const;

export type Concern = (typeof CONCERNS)[number];
export type Answer = "no" | "yes" | "unsure";
export type Answers = { readonly [C in Concern]?: Answer };

/**
 * `help`: something is so; help first, and strong advice not to go on, whatever else was answered.
 * `talk-first`: nothing is so, something may be. `unanswered`: nothing so far, but not all is answered.
 * `go-on`: every answer is no.
 */
export type Advice =
  | { readonly is: "help"; readonly because: readonly Concern[] }
  | { readonly is: "talk-first" }
  | { readonly is: "unanswered" }
  | { readonly is: "go-on" };

export function adviceFor(answers: Answers): Advice {
  const because = CONCERNS.filter((concern) => answers[concern] === "yes");
  if (because.length > 0) return { is: "help", because };
  if (CONCERNS.some((concern) => answers[concern] === "unsure")) return { is: "talk-first" };
  if (CONCERNS.some((concern) => answers[concern] === undefined)) return { is: "unanswered" };
  return { is: "go-on" };
}
