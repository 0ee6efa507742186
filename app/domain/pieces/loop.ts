import { bodyText, type LetterBlock, type LetterBody } from "./letter.ts";
import type { Guide } from "./guides.ts";

/**
 * The quarrel that keeps coming back, as its writer sees it go round: read from the letter of the guide
 * of that name, and laid out as a drawing.
 */

/** The guide, and its fields that the drawing shows. */
export const LOOP = "the-loop";
const ROUND = "round";
const STEP_OUT = "step-out";
const NAME = "name";

export type Loop = {
  readonly steps: readonly string[];
  /** "" for none. */
  readonly stepOut: string;
  readonly name: string;
};

/** What the letter says of the round; `null` if there is none to draw. */
export function loopIn(body: LetterBody, { fields }: Pick<Guide, "fields">): Loop | null {
  const under = (id: string): readonly LetterBlock[] => {
    const one = fields.find((field) => field.id === id);
    const heading = one && "heading" in one ? one.heading : undefined;
    const at = body.content.findIndex(
      (block) => block.type === "heading" && says(block) === heading,
    );
    if (heading === undefined || at < 0) return [];
    const rest = body.content.slice(at + 1);
    const end = rest.findIndex((block) => block.type === "heading");
    return end < 0 ? rest : rest.slice(0, end);
  };
  const words = (id: string) => under(id).map(says).join(" ").trim();
  const steps = under(ROUND)
    .flatMap((block) => says(block).split("\n"))
    .map((step) => step.trim())
    .filter((step) => step !== "");
  return steps.length < 2 ? null : { steps, stepOut: words(STEP_OUT), name: words(NAME) };
}

const says = (block: LetterBlock): string => bodyText({ type: "doc", content: [block] });

export type LoopBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
};

export type LoopDrawing = {
  readonly width: number;
  readonly height: number;
  /** In the order of the steps: down on the left, up on the right. */
  readonly boxes: readonly LoopBox[];
  /** Paths from each box to the next, the last one back to the first. */
  readonly arrows: readonly string[];
  readonly out: (LoopBox & { readonly arrow: string }) | null;
};

/** In units of the drawing, which is as wide as a phone: one unit is one pixel there. */
const WIDTH = 352;
const BOX = 150;
const LINE = 19;
const PADDING = 12;
const GAP = 36;
const EDGE = 1;
/** So many letters of this type stand in a box beside each other; what is longer goes on beneath. */
const LETTERS = 17;
/** What does not fit is in the list beside the drawing. */
const MOST_LINES = 6;
const OUT_LETTERS = 42;

/** Where everything stands. Every word of a step that fits is in its box. */
export function drawLoop({ steps, stepOut }: Loop): LoopDrawing {
  const left = Math.ceil(steps.length / 2);
  const lines = steps.map((step) => wrapped(step, LETTERS, MOST_LINES));
  const rows = Array.from({ length: left }, (_, row) => {
    const beside = lines[steps.length - 1 - row];
    const both = [lines[row], row < steps.length - left ? beside : undefined];
    return heightOf(Math.max(...both.map((one) => one?.length ?? 0)));
  });
  const tops = rows.map((_, row) =>
    rows.slice(0, row).reduce((sum, height) => sum + height + GAP, GAP),
  );
  const boxes = lines.map((words, i): LoopBox => {
    const isLeft = i < left;
    const row = isLeft ? i : steps.length - 1 - i;
    const x = isLeft ? EDGE : WIDTH - EDGE - BOX;
    return { x, y: tops[row] ?? 0, width: BOX, height: rows[row] ?? 0, lines: words };
  });
  const bottom = (tops.at(-1) ?? 0) + (rows.at(-1) ?? 0) + GAP;
  const arrows = boxes.map((box, i) => {
    const next = boxes[(i + 1) % boxes.length] ?? box;
    return arrow(box, next, bottom);
  });
  if (stepOut === "") return { width: WIDTH, height: bottom, boxes, arrows, out: null };
  const words = wrapped(stepOut, OUT_LETTERS, MOST_LINES);
  const y = bottom + GAP;
  const box = { x: EDGE, y, width: WIDTH - 2 * EDGE, height: heightOf(words.length), lines: words };
  const from = boxes[left - 1];
  const start = from ? from.x + 28 : 28;
  const down = `M ${start} ${(from?.y ?? 0) + (from?.height ?? 0)} V ${y - 3}`;
  return {
    ...{ width: WIDTH, height: y + box.height + EDGE, boxes, arrows },
    out: { ...box, arrow: down },
  };
}

const heightOf = (lines: number): number => lines * LINE + 2 * PADDING;

/** Down or up in a column; around a corner from one to the other, at the bottom and at the top. */
function arrow(from: LoopBox, to: LoopBox, bottom: number): string {
  const middle = (box: LoopBox) => box.x + box.width / 2;
  if (from.x === to.x) {
    return to.y > from.y
      ? `M ${middle(from)} ${from.y + from.height} V ${to.y - 3}`
      : `M ${middle(from)} ${from.y} V ${to.y + to.height + 3}`;
  }
  const [a, b] = [middle(from), middle(to)];
  if (b > a) {
    const y = bottom - GAP / 4;
    return `M ${a} ${from.y + from.height} C ${a} ${y + 14} ${b} ${y + 14} ${b} ${to.y + to.height + 3}`;
  }
  return `M ${a} ${from.y} C ${a} ${from.y - GAP} ${b} ${to.y - GAP} ${b} ${to.y - 3}`;
}

/** Words in lines of so many letters; a longer word is cut, and what is too much ends in dots. */
function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/\s+/).flatMap((word) => pieces(word, letters));
  for (const word of words) {
    if (line === "") line = word;
    else if ([...line].length + 1 + [...word].length <= letters) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most - 1),
    `${[...(lines[most - 1] ?? "")].slice(0, letters - 2).join("")} …`,
  ];
}

function pieces(word: string, letters: number): string[] {
  const all = [...word];
  return Array.from({ length: Math.ceil(all.length / letters) }, (_, i) =>
    all.slice(i * letters, (i + 1) * letters).join(""),
  );
}
