import { toBase64Url } from "#domain/bytes.ts";
import type { RecordExport } from "#domain/consent/export.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Hand } from "./acts.ts";
import { lineWordsFrom, openKeys, openLines } from "./together.ts";
import { meIn, otherIn, type Paired } from "./versions.ts";

/** The words behind a hash that somebody signed, with the salt that it covers. */
export type Wording = RecordExport["wordings"][number];

/** The words of all lines of a room that somebody has signed and not taken back, as far as they open. */
export async function openWordings(
  hand: Hand,
  paired: Paired,
  { pieces }: RoomView,
): Promise<readonly Wording[]> {
  const together = pieces.filter((piece) => piece.mode === "together");
  return (await Promise.all(together.map((piece) => wordingsOf(hand, paired, piece)))).flat();
}

async function wordingsOf(
  { keyring }: Hand,
  paired: Paired,
  { piece, state }: TogetherView,
): Promise<readonly Wording[]> {
  if (state.is !== "open" && state.is !== "closed") return [];
  const keys = await openKeys(paired, piece, state.keys);
  const lineWords = keys.ok ? lineWordsFrom(piece, keys.value) : null;
  if (!lineWords) return [];
  const signers = { me: meIn(keyring, paired.room), other: otherIn(paired) };
  const lines = await openLines(piece, lineWords, signers, state.lines);
  const found = lines.map(async ({ line, standing, proposed }) => {
    const salt = toBase64Url(await lineWords.saltOf(line));
    return [standing, ...proposed].flatMap((wording): readonly Wording[] => {
      if (!wording || wording.words === null) return [];
      return [{ piece, line, hash: wording.view.hash, words: wording.words, salt }];
    });
  });
  return (await Promise.all(found)).flat();
}
