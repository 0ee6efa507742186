import type { DevicePiece, FrameRow, StreamRow } from "./device-store.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import type { NumberedUpdate } from "./yjs-update.ts";

/** How many are opened at a time: enough to keep WebCrypto busy, few enough to leave a phone its memory. */
const AT_A_TIME = 256;

/** What a device keeps of the log, opened, in the order of the log; and the rows that did not open. */
export async function openCached(
  cipher: FrameCipher,
  kept: Pick<DevicePiece, "frames" | "streams">,
): Promise<{
  readonly updates: readonly NumberedUpdate[];
  readonly unreadable: readonly number[];
}> {
  const streams = new Map(kept.streams.map((row) => [row.sn, row]));
  const updates: NumberedUpdate[] = [];
  const unreadable: number[] = [];
  for (let at = 0; at < kept.frames.length; at += AT_A_TIME) {
    const rows = kept.frames.slice(at, at + AT_A_TIME);
    const opened = await Promise.all(
      rows.map((row) => openRow(cipher, row, streams.get(row.sn)).catch(() => null)),
    );
    opened.forEach((update, i) => {
      const seq = rows[i]?.seq ?? 0;
      if (update) updates.push({ seq, update });
      else unreadable.push(seq);
    });
  }
  return { updates, unreadable };
}

async function openRow(cipher: FrameCipher, row: FrameRow, from: StreamRow | undefined) {
  if (!from) throw new Error("a frame of an unknown stream");
  const { counter, previous, sealed } = row;
  return cipher.open({ epoch: from.epoch, stream: from.stream, counter, previous }, sealed);
}
