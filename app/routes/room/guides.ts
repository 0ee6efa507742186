import type { PieceKind } from "#domain/pieces/kinds.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import { KIND } from "./words.ts";
import { readGuides, type Guide, type WordList } from "#domain/pieces/guides.ts";

/** Our guides, in content/guides. A mistake in one fails the tests and the start, nobody's letter. */
const { guides, lists } = readGuides(
  import.meta.glob("/content/guides/*.json", { eager: true, import: "default" }),
  import.meta.glob("/content/words/*.json", { eager: true, import: "default" }),
);

export const GUIDES: readonly Guide[] = guides;

/** `null` without one, and for one that only a newer version of this page knows. */
export const guideOf = (form: string | undefined): Guide | null =>
  guides.find(({ id }) => id === form) ?? null;

/** The questions by which a piece of one's own was written, also where it answers a question for two. */
export const guideOrSwap = (form: string | undefined): Guide | null =>
  form === SWAP.id ? SWAP : guideOf(form);

/** "Letter · my part": what a piece is, and the guide that it is written with. */
export function kindAndGuide(kind: PieceKind, form: string | undefined): string {
  const guide = guideOf(form);
  return guide ? `${KIND[kind]} · ${guide.name.toLowerCase()}` : KIND[kind];
}

/** The groups of a list that a guide names. */
export const groupsOf = (list: string): WordList["groups"] =>
  lists.find(({ id }) => id === list)?.groups ?? [];

/** All words of it, in their order. */
export const wordsOf = (list: string): readonly string[] =>
  groupsOf(list).flatMap(({ words }) => words);
