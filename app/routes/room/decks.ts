import { readDecks, type Card } from "#domain/pieces/decks.ts";

/** Our own decks, in content/decks. A mistake in one fails the tests and the start, nobody's room. */
export const CARDS: readonly Card[] = readDecks(
  import.meta.glob("/content/decks/*.json", { eager: true, import: "default" }),
);

/** The card of this number; `null` if there is none, or only in a newer version of this page. */
export const cardOf = (number: number | null): Card | null =>
  CARDS.find(({ card }) => card === number) ?? null;

/** What is said of a question that cannot be read. */
export const NO_WORDS = "A question that this page does not know";
