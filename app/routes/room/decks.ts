import {
  readDecks,
  type Card,
  type CardTheme,
  type Depth,
  type ListForm,
} from "#domain/pieces/decks.ts";

/** Our own decks, in content/decks. A mistake in one fails the tests and the start, nobody's room. */
export const CARDS: readonly Card[] = readDecks(
  import.meta.glob("/content/decks/*.json", { eager: true, import: "default" }),
);

/** The card of this number; `null` if there is none, or only in a newer version of this page. */
export const cardOf = (number: number | null): Card | null =>
  CARDS.find(({ card }) => card === number) ?? null;

/** What is said of a question that cannot be read. */
export const NO_WORDS = "A question that this page does not know";

export const DEPTH: Record<Depth, string> = { 1: "light", 2: "nearer", 3: "deep" };

export const CARD_THEME: Record<CardTheme, string> = {
  everyday: "Everyday life",
  memories: "What was",
  feelings: "What you feel",
  needs: "What you need",
  hurt: "Hurt and repair",
  trust: "Trust",
  growing: "Learning and changing",
  closeness: "Being close",
  family: "Children and family",
  home: "Home and sharing",
  future: "What comes",
  endings: "Ending well",
};

/** What a list is called beside its words. */
export const LIST_FORM: Record<ListForm, string> = {
  hopes: "Hopes",
  "quiet-yes": "Quiet yes",
  "common-ground": "Common ground",
};

/** The theme of a card, in words to look for. */
export const aboutCard = (card: Card): string =>
  card.is === "list" ? LIST_FORM[card.form] : CARD_THEME[card.theme];
