/** Where the places of the walk are drawn, in the units of a drawing that is `width` wide. */
export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly side: "below" | "left" | "right";
};
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** The way from the first place to the last, as the `d` of an SVG path. */
  readonly way: string;
  readonly spots: readonly Spot[];
  /** Off the path, for what stands beside the walk. */
  readonly beside: readonly Spot[];
  /** How many letters a line of a name has at most. */
  readonly letters: number;
};

const ROW = 4;
const STEP = 214;
const RISE = 128;

/** In rows, from left to right and back, as one walks up a hill. */
export function inRows(count: number, more: number): Layout {
  const left = 110;
  const top = 34;
  const spots = Array.from({ length: count }, (_, at): Spot => {
    const row = Math.floor(at / ROW);
    const along = row % 2 === 0 ? at % ROW : ROW - 1 - (at % ROW);
    // A path that people have walked is never quite straight.
    const sway = Math.sin(at * 1.9) * 9;
    return { x: left + along * STEP, y: top + row * RISE + sway, side: "below" };
  });
  const rows = Math.ceil(count / ROW);
  return {
    width: left * 2 + (ROW - 1) * STEP,
    height: top + (rows - 1) * RISE + 86,
    way: wayThrough(spots, (from, to) => {
      if (Math.abs(from.x - to.x) > 1) return null;
      const out = from.x > left + STEP ? 74 : -74;
      return `C ${from.x + out} ${from.y + 12} ${to.x + out} ${to.y - 12} ${to.x} ${to.y}`;
    }),
    spots,
    beside: Array.from({ length: more }, (_, at) => ({
      x: 74 + at * 142,
      y: top + (rows - 1) * RISE + (at % 2) * 14,
      side: "below",
    })),
    letters: 21,
  };
}

/** One beneath the other, for a narrow page. */
export function inAColumn(count: number, more: number): Layout {
  const width = 340;
  const spots = Array.from({ length: count }, (_, at): Spot => {
    const side = at % 2 === 0 ? "right" : "left";
    return { x: width / 2 + (side === "right" ? -34 : 34), y: 30 + at * 58, side };
  });
  return {
    width,
    height: 60 + (count - 1) * 58 + Math.ceil(more / 2) * 66,
    way: wayThrough(spots, () => null),
    spots,
    beside: Array.from({ length: more }, (_, at) => ({
      x: at % 2 === 0 ? 88 : 252,
      y: 66 + (count - 1) * 58 + Math.floor(at / 2) * 66,
      side: "below",
    })),
    letters: 18,
  };
}

type Bend = (from: Spot, to: Spot) => string | null;

function wayThrough(spots: readonly Spot[], bend: Bend): string {
  return spots
    .map((to, at) => {
      const from = spots[at - 1];
      if (!from) return `M ${to.x} ${to.y}`;
      const bent = bend(from, to);
      if (bent) return bent;
      const half = (from.x + to.x) / 2;
      return Math.abs(from.y - to.y) < RISE / 3
        ? `C ${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`
        : `C ${from.x} ${(from.y + to.y) / 2} ${to.x} ${(from.y + to.y) / 2} ${to.x} ${to.y}`;
    })
    .join(" ");
}

/** A name in lines of at most so many letters, broken between words. */
export function inLines(words: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
