import { toBase64Url } from "#domain/bytes.ts";
import type { RecordExport } from "#domain/consent/export.ts";
import type { PieceId } from "#domain/ids.ts";
import type { TogetherPiece } from "#domain/own-data.ts";
import { ok, type Result } from "#domain/result.ts";
import type { TogetherState, TogetherView } from "#domain/rooms.ts";
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import type { LineWords } from "../crypto/lines.ts";
import { lineDocument } from "../pieces/line-document.ts";
import {
  lineWordsFrom,
  openKeys,
  openLines,
  type OpenedLine,
  type OpenedWording,
} from "../rooms/together.ts";
import { meIn, otherIn } from "../rooms/versions.ts";
import type { Gathering, OpenedRoom } from "./gathering.ts";
import { notesOf } from "./notes.ts";
import { readDocument, type ReadDocument } from "./read-document.ts";

/** What both write, and what of it is signed. */
export type ReadTogether = {
  readonly piece: TogetherPiece;
  /** The words behind the hashes that were signed, for the record to be checked by. */
  readonly wordings: RecordExport["wordings"];
};

type Begun = Extract<TogetherState, { readonly lines: unknown }>;

export async function readTogether(
  gathering: Gathering,
  { paired, scene }: OpenedRoom,
  view: TogetherView,
  state: Begun,
): Promise<Result<ReadTogether>> {
  const { hand } = gathering;
  const { piece, by } = view;
  const notes = notesOf(hand.keyring, paired);
  const note = await notes.envelope("proposal", by, piece, null, view.envelope);
  const envelope = note?.form === "proposal" ? note : null;
  const about = {
    piece,
    kind: envelope?.kind ?? null,
    theme: envelope?.theme ?? null,
    closed: state.is === "closed",
  };
  const keys = paired && (await openKeys(paired, piece, state.keys));
  const words = keys?.ok ? lineWordsFrom(piece, keys.value) : null;
  if (!paired || !keys?.ok || !words) return ok(unreadable(about));

  const { api, keyring } = hand;
  const { device, locks, transport, signal } = gathering;
  const cipher = createFrameCipher(piece, keys.value);
  const how = { mode: "together", readOnly: true, epoch: state.epoch } as const;
  const { person } = keyring;
  const where = { api, piece, person, cipher, device, locks, ...(transport && { transport }) };
  const read = await readDocument({ ...where, ...how }, signal, linesOf);
  if (!read.ok) {
    const { code } = read.refusal;
    return code === "not-here" || code === "closed" ? ok(unreadable(about)) : read;
  }
  const signers = { me: meIn(keyring, scene.view.room), other: otherIn(paired) };
  const opened = await openLines(piece, words, signers, state.lines);
  const signed = opened.map(({ line, standing, proposed }) => ({
    line,
    agreed: standing && wordingOf(standing),
    proposed: proposed.map(wordingOf),
  }));
  return ok({
    piece: { ...about, ...read.value, signed },
    wordings: await wordingsOf(view.piece, opened, words),
  });
}

const unreadable = (about: Pick<TogetherPiece, "piece" | "kind" | "theme" | "closed">) => ({
  piece: { ...about, title: "", missing: "unreadable" as const, lines: [], signed: [] },
  wordings: [],
});

function linesOf({ doc, isIncomplete }: ReadDocument) {
  const { title, shown, retired } = lineDocument(doc);
  const lines = [
    ...shown().map(({ id, text }) => ({ line: id, text: text.toString(), retired: false })),
    ...retired().map(({ id, text }) => ({ line: id, text: text.toString(), retired: true })),
  ];
  const missing = isIncomplete ? ("incomplete" as const) : null;
  return { title: title.toString().slice(0, 200), missing, lines };
}

/** Everything that is signed now, so that a line can be checked by whoever has the file. */
async function wordingsOf(
  piece: PieceId,
  lines: readonly OpenedLine[],
  lineWords: LineWords,
): Promise<RecordExport["wordings"]> {
  const wordings: RecordExport["wordings"] = [];
  for (const { line, standing, proposed } of lines) {
    const salt = toBase64Url(await lineWords.saltOf(line));
    for (const { view, words } of standing ? [standing, ...proposed] : proposed) {
      if (words !== null) wordings.push({ piece, line, hash: view.hash, words, salt });
    }
  }
  return wordings;
}

const wordingOf = ({ words, view }: OpenedWording) => ({
  words,
  signatures: view.signatures.map(({ by, on, statement: { body, signature } }) => ({
    by,
    on,
    statement: { body, signature },
  })),
});
