import * as Y from "yjs";
import { openCached } from "./cached-frames.ts";
import type { OpenPieceOptions } from "./open-piece.ts";
import type { Outbox } from "./outbox.ts";
import type { WritingStream } from "./writing-stream.ts";
import { applyUpdates, isIncomplete, type NumberedUpdate } from "./yjs-update.ts";

/** What dead tabs have left behind, sorted by what can become of it. */
export type LeftBehind = {
  /** Goes into the document, and will be sent. */
  readonly updates: readonly NumberedUpdate[];
  /** Written in an epoch that is over: cannot be sent, and is in no list of what will be. */
  readonly stale: readonly WritingStream[];
  /** Contradicts the log: neither it nor what comes after it goes into the document. */
  readonly forked: WritingStream | null;
};

/** Takes over what tabs that are gone have left behind. Rejects when the device fails. */
export async function adoptAll(outbox: Outbox, epoch: number): Promise<LeftBehind> {
  const adopted = await outbox.adopt();
  const stale = adopted.map(({ stream }) => stream).filter((stream) => stream.epoch !== epoch);
  outbox.drop(stale);
  const going = adopted.filter(({ stream }) => !stale.includes(stream));
  const fork = going.findIndex(({ isForked }) => isForked);
  const whole = fork < 0 ? going : going.slice(0, fork);
  return {
    updates: whole.flatMap(({ stream }) => updatesOf(stream)),
    stale,
    forked: going[fork]?.stream ?? null,
  };
}

/**
 * The first adopted stream that builds on what nobody has. Storage that was set back may have lost it; sent,
 * the stream would hang in everybody's document for ever. To be asked when the whole log has been read.
 */
export async function firstHanging(
  { device, piece, cipher }: Pick<OpenPieceOptions, "device" | "piece" | "cipher">,
  outbox: Outbox,
): Promise<WritingStream | null> {
  const { updates } = await openCached(cipher, await device.load(piece));
  const doc = new Y.Doc();
  applyUpdates(doc, updates, null);
  if (isIncomplete(doc)) return null; // something is missing from the log itself
  for (const stream of outbox.sending) {
    if (stream === outbox.own) break;
    applyUpdates(doc, updatesOf(stream), null);
    if (isIncomplete(doc)) return stream;
  }
  return null;
}

const updatesOf = ({ unsent }: WritingStream): NumberedUpdate[] =>
  unsent.map(({ update }) => ({ seq: 0, update }));
