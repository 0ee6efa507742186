import type { Index, WalkEntry } from "../index-schema.ts";
import { isNewer, known } from "../newer.ts";
import type { About, Practice } from "./practice.ts";

/**
 * Where one person has been on the walk, and what may come next. It is theirs alone: it stands in their
 * sealed index, is counted by nobody, and nothing on it is ever due.
 */
export type Walk = {
  /** Practices that were begun from their page, or that a piece of mine was written with. */
  readonly been: ReadonlySet<string>;
  /** Not for us: neither shown nor suggested. */
  readonly hidden: ReadonlySet<string>;
  /** Waved away at the foot of the room. */
  readonly waved: ReadonlySet<string>;
  /** The room shows no practices at all. */
  readonly away: boolean;
};

type OnTheWalk = Pick<Practice, "id" | "place" | "before" | "opens">;

/** The walk of this index. A piece that was begun from the menu counts like one begun from its practice. */
export function walkOf(
  { walk: kept, pieces }: Pick<Index, "walk" | "pieces">,
  practices: readonly OnTheWalk[],
): Walk {
  const walk = known(kept) ?? {};
  // What the other wrote with a guide, and I opened, is no place where I have been.
  const mine = Object.values(pieces)
    .flatMap((entry) => known(entry) ?? [])
    .filter(({ openedVersion }) => openedVersion === undefined);
  const forms = new Set(mine.flatMap(({ form }) => form ?? []));
  const written = practices
    .filter(({ opens }) => opens.some((way) => "guide" in way && forms.has(way.guide)))
    .map(({ id }) => id);
  const left = new Set(walk.left ?? []);
  return {
    been: new Set([...(walk.been ?? []), ...written.filter((id) => !left.has(id))]),
    hidden: new Set(walk.hidden ?? []),
    waved: new Set(walk.waved ?? []),
    away: walk.away ?? false,
  };
}

/**
 * What may come next: the first place of the walk where one has not been, that is not hidden, and whose
 * earlier ones lie behind. `null` when there is none: then nothing is missing either.
 */
export function suggestion<T extends OnTheWalk>(
  practices: readonly T[],
  { been, hidden }: Pick<Walk, "been" | "hidden">,
): T | null {
  const isBehind = (id: string) => been.has(id) || hidden.has(id);
  return (
    practices
      .filter(({ place }) => place !== null)
      .find(({ id, before }) => !isBehind(id) && before.every(isBehind)) ?? null
  );
}

/** What somebody does on their walk. */
export type Step =
  | {
      readonly is: "went" | "unmarked" | "hid" | "showed" | "waved";
      readonly practice: About["id"];
    }
  | { readonly is: "put-away" | "brought-back" };

/** The index after a step; the same one if nothing changes, or if a newer version keeps its walk. */
export function stepped(index: Index, step: Step): Index {
  const { walk = {} } = index;
  if (isNewer(walk)) return index;
  const next = { ...walk, ...changeOf(walk, step) };
  return JSON.stringify(next) === JSON.stringify(walk) ? index : { ...index, walk: next };
}

function changeOf(
  { been = [], left = [], hidden = [], waved = [] }: WalkEntry,
  step: Step,
): WalkEntry {
  switch (step.is) {
    case "went":
      return { been: having(been, step.practice), left: lacking(left, step.practice) };
    case "unmarked":
      return { been: lacking(been, step.practice), left: having(left, step.practice) };
    case "hid":
      return { hidden: having(hidden, step.practice) };
    case "showed":
      return { hidden: lacking(hidden, step.practice) };
    case "waved":
      return { waved: having(waved, step.practice) };
    case "put-away":
      return { away: true };
    case "brought-back":
      return { away: false };
  }
}

const having = (all: readonly string[], one: string): string[] =>
  all.includes(one) ? [...all] : [...all, one];
const lacking = (all: readonly string[], one: string): string[] =>
  all.filter((other) => other !== one);
