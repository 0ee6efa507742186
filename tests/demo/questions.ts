import { readFileSync } from "node:fs";
import { cleanCopy } from "#client/pieces/clean-copy.ts";
import { fillLetter, letterDocument } from "#client/pieces/letter-document.ts";
import { beginAnswer, beginQuestion, putIn } from "#client/rooms/paired.ts";
import type { PieceId } from "#domain/ids.ts";
import { readDecks, type Question } from "#domain/pieces/decks.ts";
import type { LetterContent } from "#domain/pieces/letter.ts";
import { must, type DemoPerson } from "./person.ts";

/** A question of our decks, by its number. */
export function question(card: number): Question {
  const questions: unknown = JSON.parse(readFileSync("content/decks/questions.json", "utf8"));
  const found = readDecks({ questions }).find((one) => one.card === card);
  if (found?.is !== "question") throw new Error("there is no such question");
  return found;
}

/** Puts a card to both. */
export const ask = async (person: DemoPerson, { card }: Question): Promise<PieceId> =>
  must(await beginQuestion(person.hand, await person.paired(), card));

/** Writes an answer alone, and puts it in. */
export async function answer(
  person: DemoPerson,
  asked: PieceId,
  { words }: Question,
  { body }: LetterContent,
): Promise<void> {
  const paired = await person.paired();
  const draft = must(await beginAnswer(person.hand, paired, asked, { title: words }));
  const content = { kind: "question", title: "", body } as const;
  await person.writeAlone(draft, (doc) => fillLetter(letterDocument(doc), content));
  must(await putIn(person.hand, paired, asked, must(cleanCopy(content))));
}
