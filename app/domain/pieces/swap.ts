import type { Guide } from "./guides.ts";
import type { LetterBlock, LetterBody } from "./letter.ts";

/**
 * A swap of views: predict, ask, compare. Each says what they think that the other felt, needed and was
 * afraid of, and what it was like for themselves; it crosses as any answer to a question, each part under
 * its own heading. What one finds out by it, about oneself, has no heading: it never crosses.
 */
export const SWAP = {
  id: "swap",
  kind: "letter",
  shelf: null,
  order: 1,
  name: "From both sides",
  lead: "What you think it was like for the other, and what it was like for you.",
  minutes: { all: 15 },
  openings: {},
  window: false,
  fields: [
    {
      type: "text",
      id: "felt",
      optional: true,
      label: "What do you think the other felt?",
      help: "A guess is enough. Nobody knows it from outside, and that is what this is for.",
      heading: "What I think you felt",
    },
    {
      type: "text",
      id: "needed",
      optional: true,
      label: "What do you think they needed?",
      help: "Such as rest, being believed, a plan, some distance, a hand.",
      heading: "What I think you needed",
    },
    {
      type: "text",
      id: "feared",
      optional: true,
      label: "What do you think they were afraid of?",
      help: "Leave it out if you have no idea. That says something too.",
      heading: "What I think you were afraid of",
    },
    {
      type: "text",
      id: "own",
      optional: true,
      label: "What was it like for you?",
      help: "As you lived through it, with as little as you like about what the other did.",
      heading: "What it was like for me",
    },
    {
      type: "mine",
      id: "wrong",
      optional: true,
      label: "What did you have wrong?",
      help: "Where your guess and their words part.",
    },
    {
      type: "mine",
      id: "knowing",
      optional: true,
      label: "What would you have done, knowing?",
      help: "It need not become anything. If it is to be said, that is a letter of yours.",
    },
  ],
} as const satisfies Guide;

/** What is guessed, in the order in which it is asked. */
export const GUESSES = ["felt", "needed", "feared"] as const;
type Part = (typeof GUESSES)[number] | "own";

const HEADINGS = new Map<string, Part>();
for (const field of SWAP.fields) if (field.type === "text") HEADINGS.set(field.heading, field.id);

/**
 * An answer to a swap, taken apart by its headings; what was left out is missing. `null` for one that is
 * not made of them: then it is read as it stands.
 */
export function swapParts({ content }: LetterBody): ReadonlyMap<Part, LetterBody> | null {
  const parts = new Map<Part, LetterBlock[]>();
  let current: LetterBlock[] | null = null;
  for (const block of content) {
    if (block.type === "heading") {
      const part = HEADINGS.get(wordsOf(block));
      if (!part || parts.has(part)) return null;
      current = [];
      parts.set(part, current);
    } else if (current) current.push(block);
    else return null;
  }
  const isEmpty = [...parts.values()].some((blocks) => blocks.length === 0);
  if (parts.size === 0 || isEmpty) return null;
  return new Map([...parts].map(([part, blocks]) => [part, { type: "doc", content: blocks }]));
}

const wordsOf = ({ content = [] }: Extract<LetterBlock, { type: "heading" }>): string =>
  content.map((node) => (node.type === "text" ? node.text : "\n")).join("");
