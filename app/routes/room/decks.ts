import { table } from "#app/language/table.ts";
import { interfaceWords } from "#app/language/languages.ts";
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
export const noWords = (): string => interfaceWords("room")("aQuestionThatThisPageDoes");

export const DEPTH: Readonly<Record<Depth, string>> = table("room", {
  1: "depth1",
  2: "depth2",
  3: "depth3",
});

export const CARD_THEME: Readonly<Record<CardTheme, string>> = table("room", {
  everyday: "cardThemeEveryday",
  memories: "cardThemeMemories",
  feelings: "cardThemeFeelings",
  needs: "cardThemeNeeds",
  hurt: "cardThemeHurt",
  trust: "cardThemeTrust",
  growing: "cardThemeGrowing",
  closeness: "cardThemeCloseness",
  family: "cardThemeFamily",
  home: "cardThemeHome",
  future: "cardThemeFuture",
  endings: "cardThemeEndings",
});

/** What a list is called beside its words. */
export const LIST_FORM: Readonly<Record<ListForm, string>> = table("room", {
  hopes: "listFormHopes",
  "quiet-yes": "listFormQuietYes",
  "common-ground": "listFormCommonGround",
});

/** The theme of a card, in words to look for. */
export const aboutCard = (card: Card): string =>
  card.is === "list" ? LIST_FORM[card.form] : CARD_THEME[card.theme];
