import { boundariesText } from "#domain/pieces/boundaries.ts";
import { bodyText } from "#domain/pieces/letter.ts";
import type { PieceId } from "#domain/ids.ts";
import type { Content, TogetherPiece } from "#domain/own-data.ts";
import type { PieceView } from "#domain/piece-view.ts";
import type { Gathering, OpenedRoom } from "./gathering.ts";
import { readOwnDocument } from "./read-own.ts";
import { readTogether } from "./read-together.ts";

/** Whose words are looked through: what I write alone, and what both of us write. */
export const isMineToFind = (view: PieceView): boolean =>
  view.mode === "together"
    ? view.state.is === "open" || view.state.is === "closed"
    : view.mode === "own" && view.role === "author";

/**
 * The words of a piece as they stand, title and all; "" for none. `null` if they cannot be read just now.
 * They are for the page that asked, and are kept nowhere.
 */
export async function textOfPiece(
  gathering: Omit<Gathering, "cardOf" | "onProgress" | "offlineToo">,
  room: OpenedRoom,
  view: PieceView,
): Promise<{ readonly piece: PieceId; readonly text: string } | null> {
  const unused = { cardOf: () => null, onProgress: () => undefined };
  const here: Gathering = { ...gathering, ...unused, offlineToo: true };
  const { piece } = view;
  if (view.mode === "own" && view.role === "author") {
    const read = await readOwnDocument(here, view);
    if (!read.ok || !read.value.content) return null;
    return { piece, text: textOf(read.value.content) };
  }
  if (view.mode !== "together") return null;
  const { state } = view;
  if (state.is !== "open" && state.is !== "closed") return null;
  const read = await readTogether(here, room, view, state);
  return read.ok ? { piece, text: togetherText(read.value) } : null;
}

function textOf(content: Content): string {
  switch (content.is) {
    case "text":
      return joined([content.title, bodyText(content.body), ...content.beside.map((a) => a.words)]);
    case "boundaries":
      return boundariesText([...content.lines, ...content.takenOut]);
    case "marks":
      return "";
  }
}

const togetherText = ({ title, lines }: TogetherPiece): string =>
  joined([title, ...lines.flatMap(({ text, remarks }) => [text, remarks])]);

const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part.trim() !== "").join("\n");
