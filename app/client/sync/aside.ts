import * as Y from "yjs";
import type { Bytes } from "#domain/bytes.ts";
import { idOf, type StreamId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import type { AsideRow } from "./device-store.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import { unsentOf, type WritingStream } from "./writing-stream.ts";
import { ownBytes } from "./yjs-update.ts";

/** Why something was kept aside instead of being sent. */
export type AsideReason =
  /** This device was set back, or copied: the log holds something else in the same place. */
  | "forked"
  /** The server takes nothing here at present: closed for both, or the room is paused. */
  | "read-only"
  | "paused"
  | "closed"
  /** The piece was closed, and opened again. */
  | "old-epoch";

/** A private copy, on this device alone, of a document with words in it that could not be sent. */
export type AsideCopy = {
  readonly id: string;
  readonly why: AsideReason;
  /** The words that were not sent, as plain text. For showing only. */
  readonly words: string;
  /** The whole piece as its writer last saw it, those words in it. A document of its own: never merge it. */
  readonly doc: () => Y.Doc;
};

/** Where the copy is sealed: alone in a stream of its own name, which never reaches the log. */
const placeOf = (row: Pick<AsideRow, "id" | "epoch">) => ({
  epoch: row.epoch,
  stream: row.id,
  counter: 1,
  previous: NO_PREVIOUS,
});

export const freshAsideId = () => idOf<StreamId>(crypto.getRandomValues(new Uint8Array(16)));

export type ToSetAside = {
  readonly id: StreamId;
  readonly why: AsideReason;
  readonly epoch: number;
  /** As its writer last saw it. */
  readonly doc: Y.Doc;
  readonly streams: readonly WritingStream[];
};

/** The copy of everything that these streams have not sent. The device's store then takes the row. */
export async function makeAside(
  cipher: FrameCipher,
  { id, why, epoch, doc, streams }: ToSetAside,
): Promise<{ readonly row: AsideRow; readonly copy: AsideCopy }> {
  const state = ownBytes(Y.encodeStateAsUpdate(doc));
  const words = wordsOf(streams.flatMap(({ unsent }) => unsent.map(({ update }) => update)));
  const sealed = await cipher.seal(placeOf({ id, epoch }), state);
  return {
    row: { id, why, epoch, sealed, unsent: streams.map(unsentOf) },
    copy: { id, why, words, doc: () => documentOf(state) },
  };
}

/** Rejects when the copy does not open with these keys. */
export async function openAside(cipher: FrameCipher, row: AsideRow): Promise<AsideCopy> {
  const state = await cipher.open(placeOf(row), row.sealed);
  const updates = await Promise.all(
    row.unsent.flatMap(({ stream, epoch, frames }) =>
      frames.map(({ counter, previous, sealed }) =>
        cipher.open({ epoch, stream, counter, previous }, sealed),
      ),
    ),
  );
  return { id: row.id, why: row.why, words: wordsOf(updates), doc: () => documentOf(state) };
}

function documentOf(state: Bytes): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** The text that updates add and do not themselves take away again, one run of writing a line. */
export function wordsOf(updates: readonly Bytes[]): string {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const deleted = Y.mergeDeleteSets(decoded.map(({ ds }) => ds));
  let words = "";
  let end: Y.ID | null = null;
  for (const struct of decoded.flatMap(({ structs }) => structs)) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const text = struct.content.str
      .split("")
      .filter((_, at) => !Y.isDeleted(deleted, Y.createID(client, clock + at)))
      .join("");
    const goesOn = Y.compareIDs(struct.origin, end);
    words += words && text && !goesOn ? `\n${text}` : text;
    end = struct.lastId;
  }
  return words;
}
