import { boundariesDocument, lineOf } from "#client/pieces/boundaries-document.ts";
import { answerLines, myListTitle, readLines, theirListTitle } from "#client/rooms/boundaries.ts";
import { note } from "#client/rooms/own-pieces.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { boundariesText, type Area, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import type { LineAnswer } from "#domain/pieces/boundary-answer.ts";
import { must, type DemoPerson } from "./person.ts";

/** A line of a list, as it is typed. */
export type Holds = {
  readonly area: Area;
  readonly statement: string;
  readonly welcome?: string;
  readonly response?: string;
  readonly firm: boolean;
};

/** Writes a list of boundaries; gives its lines as they would be offered. */
export async function writeList(
  person: DemoPerson,
  holds: readonly Holds[],
): Promise<{ readonly piece: PieceId; readonly lines: readonly BoundaryLine[] }> {
  const piece = await person.begin("boundaries", { title: myListTitle() });
  const lines = await person.writeAlone(piece, (doc) => {
    const document = boundariesDocument(doc);
    for (const one of holds) writeLine(document, one);
    return document.shown().flatMap((line) => lineOf(line) ?? []);
  });
  return { piece, lines };
}

function writeLine(
  document: ReturnType<typeof boundariesDocument>,
  { area, statement, welcome = "", response = "", firm }: Holds,
): void {
  const id = document.add(area);
  const line = document.shown().find((one) => one.id === id);
  if (!line) throw new Error("no line was added");
  line.statement.insert(0, statement);
  line.welcome.insert(0, welcome);
  line.response.insert(0, response);
  document.set(line.id, { firm });
}

/** Offers these lines of a list. */
export async function offerLines(
  person: DemoPerson,
  piece: PieceId,
  lines: readonly BoundaryLine[],
): Promise<void> {
  const content = { kind: "boundaries" as const, lines: [...lines] };
  await person.offerCopy(piece, content, boundariesText(lines), "practical");
  const ids: readonly LineId[] = lines.map(({ id }) => id);
  await person.writeAlone(piece, (doc) => boundariesDocument(doc).noteOffered(ids));
}

/** Opens the lines at the door, and answers them; no answers say nothing. */
export async function openLines(person: DemoPerson, answers: readonly LineAnswer[]): Promise<void> {
  const { piece, version, offered } = await person.openDoor();
  const paired = await person.paired();
  const { room } = paired;
  must(await readLines(person.hand, piece, version, offered));
  const entry = {
    kind: "boundaries",
    title: theirListTitle(),
    room,
    openedVersion: version,
  } as const;
  must(await note(person.hand.keyring, piece, entry));
  if (answers.length === 0) return;
  must(await answerLines(person.hand, paired, piece, version, answers));
}
