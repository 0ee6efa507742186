import type { RoomEntry } from "../index-schema.ts";
import { known, type Newer } from "../newer.ts";
import { DEPTHS, type Card, type CardTheme, type Depth, type Fit, type MarkList } from "./decks.ts";

/**
 * What one person wants of the decks, in one room: how deep they go, what the two are to each other, and
 * what is not for them. It stands in their sealed index and nowhere else, and it decides on their own
 * devices alone: what they are not shown there is, to who asked it, unseen.
 */
export type Wants = {
  readonly depth: Depth;
  readonly fits: ReadonlySet<string>;
  readonly notThemes: ReadonlySet<string>;
  readonly notCards: ReadonlySet<number>;
};

/** As it is kept; what was never said is left out. */
export type KeptWants = Exclude<NonNullable<RoomEntry["cards"]>, Newer>;

/** Without a word of theirs: every depth, and nothing that takes something for granted. */
export function wantsOf(kept?: RoomEntry["cards"]): Wants {
  const { depth, fits, notThemes, notCards } = known(kept) ?? {};
  return {
    depth: DEPTHS.find((one) => one === depth) ?? 3,
    fits: new Set(fits),
    notThemes: new Set(notThemes),
    notCards: new Set(notCards),
  };
}

/** Why a card is not shown; `null` if it is. */
export type Unwanted = "too-deep" | "does-not-fit" | "not-for-us";

export function whyUnwanted(card: Card, wants: Wants): Unwanted | null {
  const theme = card.is === "list" ? null : card.theme;
  if (wants.notCards.has(card.card) || (theme && wants.notThemes.has(theme))) return "not-for-us";
  if (!fitsThem(card.fits, wants)) return "does-not-fit";
  return card.depth > wants.depth ? "too-deep" : null;
}

/** Those that can be asked, in the order of depth. */
export const askable = (cards: readonly Card[], wants: Wants): readonly Card[] =>
  cards
    .filter((card) => !card.retired && whyUnwanted(card, wants) === null)
    .toSorted((a, b) => a.depth - b.depth);

/** The lines that this person is shown. The rest they cannot mark, and hand in as not marked. */
export const linesFor = ({ lines }: MarkList, wants: Wants): MarkList["lines"] =>
  lines.filter(({ fits }) => fitsThem(fits, wants));

const fitsThem = (fits: readonly Fit[], wants: Wants): boolean =>
  fits.every((one) => wants.fits.has(one));

/** Says something anew of what is wanted. What it does not know of, a newer version said: it stays. */
export function changedWants(
  kept: KeptWants = {},
  change: {
    readonly depth?: Depth;
    readonly fit?: readonly [Fit, boolean];
    readonly theme?: readonly [CardTheme, boolean];
    readonly card?: readonly [number, boolean];
  },
): KeptWants {
  const { depth, fit, theme, card } = change;
  return {
    ...kept,
    ...(depth && { depth }),
    ...(fit && { fits: put(kept.fits, ...fit) }),
    ...(theme && { notThemes: put(kept.notThemes, ...theme) }),
    ...(card && { notCards: put(kept.notCards, ...card) }),
  };
}

function put<T>(all: readonly T[] = [], one: T, on: boolean): T[] {
  const others = all.filter((other) => other !== one);
  return on ? [...others, one] : others;
}

/** The cards in whose words, or whose theme's, every word of what is looked for begins one. */
export function found(
  cards: readonly Card[],
  lookedFor: string,
  nameOf: (card: Card) => string,
): readonly Card[] {
  const wanted = wordsIn(lookedFor);
  return cards.filter((card) => {
    const said = wordsIn(`${card.words} ${nameOf(card)}`);
    return wanted.every((word) => said.some((one) => one.startsWith(word)));
  });
}

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
