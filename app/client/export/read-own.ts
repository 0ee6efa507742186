import { decoded } from "#domain/encoded.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { Content, OpenedPiece, WrittenPiece } from "#domain/own-data.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { OfferedView, OpenedView, ReceivedView, WrittenView } from "#domain/piece-view.ts";
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import { meIn, openOffered, otherIn, type Offered } from "../rooms/versions.ts";
import { ENDS, missingFor, type Gathering, type OpenedRoom } from "./gathering.ts";
import { notesOf, toldOf } from "./notes.ts";
import { contentOf, crossed, titleIn } from "./read-content.ts";
import { readDocument, readEarlier } from "./read-document.ts";
import { isNewer, known } from "#domain/newer.ts";

/** Pieces that one of the two writes alone. */

/** Own pieces have one epoch. */
const EPOCH = 1;

type OwnDocument = Pick<WrittenPiece, "content" | "missing" | "keptAside" | "earlier">;

/** A piece of mine: as it is written now, and every version that I offered. */
export async function readWritten(
  gathering: Gathering,
  room: OpenedRoom,
  view: WrittenView,
): Promise<Result<WrittenPiece>> {
  const { piece } = view;
  const read = await readOwnDocument(gathering, view);
  if (!read.ok) return read;
  const versions: WrittenPiece["versions"] = [];
  for (const version of view.versions) {
    const one = await readOffered(gathering, room, view, version);
    if (!one.ok) return one;
    versions.push(one.value);
  }
  const { kind = "letter", form = null, title = "" } = entryOf(gathering, piece) ?? {};
  const waitsUntil = view.waiting?.notBefore ?? null;
  const called = titleIn(read.value.content) || title;
  return ok({ piece, kind, form, title: called, waitsUntil, versions, ...read.value });
}

const entryOf = ({ hand }: Gathering, piece: PieceId) =>
  known(hand.keyring.index.current().pieces[piece]);

const UNREADABLE: OwnDocument = {
  ...{ content: null, missing: "unreadable" },
  ...{ keptAside: [], earlier: [] },
};

/** What stands in a piece of mine now. */
export async function readOwnDocument(
  gathering: Gathering,
  { piece, key: sealed }: WrittenView,
): Promise<Result<OwnDocument>> {
  const { hand, device, locks, transport, signal, guides, offlineToo } = gathering;
  const { api, keyring } = hand;
  const key = await keyring.unwrapPieceKey(piece, decoded(sealed));
  if (!key.ok || isNewer(keyring.index.current().pieces[piece])) return ok(UNREADABLE);
  const cipher = createFrameCipher(piece, new Map([[EPOCH, key.value]]));
  const { person } = keyring;
  const how = { mode: "own", epoch: EPOCH, ...(transport && { transport }) } as const;
  const options = { api, piece, person, cipher, device, locks, ...how };
  const { kind = "letter", form } = entryOf(gathering, piece) ?? {};
  const earlier = await readEarlier(options);
  const read = await readDocument(
    options,
    signal,
    (document): OwnDocument => {
      const content = contentOf(document.doc, kind, form, guides);
      const missing = !content ? "unreadable" : document.isIncomplete ? "incomplete" : null;
      return { content, missing, keptAside: [...document.keptAside], earlier };
    },
    offlineToo,
  );
  return read.ok || ENDS.has(read.refusal.code) ? read : ok(UNREADABLE);
}

/** What crossed, if it stands and its author signed the offer of exactly these bytes. */
async function readCrossed(
  { hand }: Gathering,
  place: { readonly piece: PieceId; readonly version: VersionId },
  offered: Offered,
): Promise<Result<Content>> {
  const opened = await openOffered(hand, place, offered);
  return opened.ok ? ok(crossed(opened.value)) : opened;
}

const linesIn = (content: Content | null): number | null =>
  content?.is === "boundaries" ? content.lines.length : null;

async function readOffered(
  gathering: Gathering,
  { paired, scene }: OpenedRoom,
  { piece }: WrittenView,
  view: OfferedView,
): Promise<Result<WrittenPiece["versions"][number]>> {
  const { version, on, state, envelope, statement, told } = view;
  const { keyring } = gathering.hand;
  const notes = notesOf(keyring, paired);
  const known = await notes.envelope("envelope", "me", piece, version, envelope);
  const shown = known?.form === "version" ? known : null;
  const by = meIn(keyring, scene.view.room);
  const read =
    state === "taken-back"
      ? refuse("taken-back")
      : await readCrossed(gathering, { piece, version }, { by, key: null, envelope, statement });
  if (!read.ok && ENDS.has(read.refusal.code)) return read;
  const content = read.ok ? read.value : null;
  return ok({
    ...{ version, on, state, content, told: toldOf(told) },
    length: shown?.length ?? null,
    weight: shown?.weight ?? null,
    answer: await notes.answer("other", { piece, version }, view.answer, linesIn(content)),
  });
}

/** What the other offered, I opened, and they have not taken back. */
export async function readOpened(
  gathering: Gathering,
  { paired }: OpenedRoom,
  { piece }: ReceivedView,
  { version, on, envelope, statement, told, answer }: OpenedView,
): Promise<Result<OpenedPiece>> {
  const notes = notesOf(gathering.hand.keyring, paired);
  const known = await notes.envelope("envelope", "other", piece, version, envelope);
  const place = { piece, version };
  const read = paired
    ? await readCrossed(gathering, place, {
        ...{ by: otherIn(paired), key: paired.key },
        ...{ envelope, statement },
      })
    : refuse("forged");
  if (!read.ok && ENDS.has(read.refusal.code)) return read;
  const content = read.ok ? read.value : null;
  const entry = entryOf(gathering, piece);
  // Of the version that was opened last: another may have been called otherwise, and be taken back.
  const called = content && entry?.openedVersion === version ? entry.title : "";
  return ok({
    ...{ piece, version, kind: known?.kind ?? "letter", on, content },
    title: called || titleIn(content),
    amends: entry?.amends ?? false,
    missing: read.ok ? null : missingFor(read.refusal),
    told: toldOf(told),
    answer: await notes.answer("me", place, answer, linesIn(content)),
  });
}
