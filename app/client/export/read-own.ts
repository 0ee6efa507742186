import { decoded } from "#domain/encoded.ts";
import type { OpenedPiece, WrittenPiece, Writing } from "#domain/own-data.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { OfferedView, OpenedView, ReceivedView, WrittenView } from "#domain/rooms.ts";
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import { letterContentOf, letterDocument } from "../pieces/letter-document.ts";
import { meIn, otherIn, readVersion } from "../rooms/versions.ts";
import { ENDS, missingFor, type Gathering, type OpenedRoom } from "./gathering.ts";
import { notesOf, toldOf } from "./notes.ts";
import { readDocument, type ReadDocument } from "./read-document.ts";

/** Pieces that one of the two writes alone. */

/** Own pieces have one epoch. */
const EPOCH = 1;

type Missing = WrittenPiece["missing"];

/** A piece of mine: as it is written now, and every version that I offered. */
export async function readWritten(
  gathering: Gathering,
  room: OpenedRoom,
  view: WrittenView,
): Promise<Result<WrittenPiece>> {
  const { hand } = gathering;
  const { piece } = view;
  const read = await readOwnDocument(gathering, view);
  if (!read.ok) return read;
  const versions: WrittenPiece["versions"] = [];
  for (const version of view.versions) {
    const one = await readOffered(gathering, room, view, version);
    if (!one.ok) return one;
    versions.push(one.value);
  }
  const { kind = "letter", title = "" } = hand.keyring.index.current().pieces[piece] ?? {};
  const { content, ...rest } = read.value;
  const waitsUntil = view.waiting?.notBefore ?? null;
  return ok({
    ...{ piece, kind, title: content?.title || title },
    ...{ content, waitsUntil, versions, ...rest },
  });
}

type OwnDocument = Pick<WrittenPiece, "content" | "missing" | "keptAside">;

async function readOwnDocument(
  { hand, device, locks, transport, signal }: Gathering,
  { piece, key: sealed }: WrittenView,
): Promise<Result<OwnDocument>> {
  const { api, keyring } = hand;
  const key = await keyring.unwrapPieceKey(piece, decoded(sealed));
  if (!key.ok) return ok({ content: null, missing: "unreadable", keptAside: [] });
  const cipher = createFrameCipher(piece, new Map([[EPOCH, key.value]]));
  const { person } = keyring;
  const how = { mode: "own", epoch: EPOCH, ...(transport && { transport }) } as const;
  const options = { api, piece, person, cipher, device, locks, ...how };
  const read = await readDocument(options, signal, ownContent);
  if (read.ok || ENDS.has(read.refusal.code)) return read;
  return ok({ content: null, missing: "unreadable", keptAside: [] });
}

function ownContent({ doc, keptAside, isIncomplete }: ReadDocument): OwnDocument {
  const letter = letterContentOf(letterDocument(doc));
  const missing: Missing = !letter.ok ? "unreadable" : isIncomplete ? "incomplete" : null;
  return {
    content: letter.ok ? writingOf(letter.value) : null,
    missing,
    keptAside: [...keptAside],
  };
}

const writingOf = ({ title, body }: Writing): Writing => ({ title, body });

async function readOffered(
  { hand }: Gathering,
  { paired, scene }: OpenedRoom,
  { piece }: WrittenView,
  view: OfferedView,
): Promise<Result<WrittenPiece["versions"][number]>> {
  const { version, on, state, envelope, statement, told } = view;
  const notes = notesOf(hand.keyring, paired);
  const known = await notes.envelope("envelope", "me", piece, version, envelope);
  const shown = known?.form === "version" ? known : null;
  const by = meIn(hand.keyring, scene.view.room);
  const read =
    state === "taken-back"
      ? refuse("taken-back")
      : await readVersion(hand, piece, version, { by, envelope, statement });
  if (!read.ok && ENDS.has(read.refusal.code)) return read;
  return ok({
    ...{ version, on, state, told: toldOf(told) },
    length: shown?.length ?? null,
    weight: shown?.weight ?? null,
    content: read.ok ? writingOf(read.value) : null,
    answer: await notes.answer("other", piece, version, view.answer),
  });
}

/** What the other offered, I opened, and they have not taken back. */
export async function readOpened(
  { hand }: Gathering,
  { paired }: OpenedRoom,
  { piece }: ReceivedView,
  { version, on, envelope, statement, told, answer }: OpenedView,
): Promise<Result<OpenedPiece>> {
  const notes = notesOf(hand.keyring, paired);
  const known = await notes.envelope("envelope", "other", piece, version, envelope);
  const read = paired
    ? await readVersion(hand, piece, version, { by: otherIn(paired), envelope, statement })
    : refuse("forged");
  if (!read.ok && ENDS.has(read.refusal.code)) return read;
  const missing: Missing = read.ok ? null : missingFor(read.refusal);
  return ok({
    ...{ piece, version, kind: known?.kind ?? "letter", on, missing },
    content: read.ok ? writingOf(read.value) : null,
    told: toldOf(told),
    answer: await notes.answer("me", piece, version, answer),
  });
}
