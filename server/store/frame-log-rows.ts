import type { Bytes } from "#domain/bytes.ts";
import { idOf, type PersonId, type PieceId, type StreamId } from "#domain/ids.ts";
import type { FrameRow, LogHead, LogRow, StreamRow } from "#domain/ports.ts";

/** A row of "Stream" as a driver gives it: integers as numbers or digits, bytes as it likes. */
export type StreamRecord = {
  readonly seq: number;
  readonly sn: number;
  readonly streamId: BytesOfDriver;
  readonly personId: string;
  readonly epoch: number;
  readonly clientId: number | string;
};

export type FrameRecord = {
  readonly seq: number;
  readonly sn: number;
  readonly counter: number;
  readonly hash: BytesOfDriver;
  readonly sealed: BytesOfDriver;
};

/** The last counter of a stream; `null` before its first frame. */
export type CounterRecord = { readonly sn: number; readonly counter: number | null };

/** How large a frame is, without it. */
export type SizeRecord = { readonly seq: number; readonly size: number };

type BytesOfDriver = ArrayBuffer | Uint8Array;

/** Frames whose sizes are looked at to find where a reading ends. */
export const MAX_FRAMES_READ = 1024;

export const bytesOf = (value: BytesOfDriver): Bytes => new Uint8Array(value);

export function logHead(
  head: number | null,
  streams: readonly StreamRecord[],
  counters: readonly CounterRecord[],
): LogHead {
  const counterOf = new Map(counters.map(({ sn, counter }) => [sn, counter ?? 0]));
  const clientIdsOf = new Map<number, number[]>();
  for (const { sn, clientId } of streams) {
    const clientIds = clientIdsOf.get(sn);
    if (clientIds) clientIds.push(Number(clientId));
    else clientIdsOf.set(sn, [Number(clientId)]);
  }
  return {
    head: head ?? 0,
    streams: streams
      .filter(({ sn, seq }) => sn === seq)
      .map(({ sn, streamId, personId, epoch }) => ({
        sn,
        stream: idOf<StreamId>(bytesOf(streamId)),
        person: personId as PersonId,
        epoch,
        clientIds: clientIdsOf.get(sn) ?? [],
        counter: counterOf.get(sn) ?? 0,
      })),
  };
}

/** The last seq of a reading: just before the frame that would exceed `bytes`, if one does. */
export function endOfReading(sizes: readonly SizeRecord[], upto: number, bytes: number): number {
  let total = 0;
  for (const [at, { seq, size }] of sizes.entries()) {
    total += size;
    if (at > 0 && total > bytes) return seq - 1;
  }
  return sizes.length === MAX_FRAMES_READ ? (sizes.at(-1)?.seq ?? upto) : upto;
}

export function logRows(
  piece: PieceId,
  streams: readonly StreamRecord[],
  frames: readonly FrameRecord[],
): LogRow[] {
  const rows: LogRow[] = [
    ...streams.map(({ seq, sn, streamId, personId, epoch, clientId }): StreamRow => ({
      kind: "stream",
      piece,
      seq,
      sn,
      stream: idOf(bytesOf(streamId)),
      person: personId as PersonId,
      epoch,
      clientId: Number(clientId),
    })),
    ...frames.map(({ seq, sn, counter, hash, sealed }): FrameRow => ({
      kind: "frame",
      piece,
      seq,
      sn,
      counter,
      hash: bytesOf(hash),
      sealed: bytesOf(sealed),
    })),
  ];
  return rows.sort((a, b) => a.seq - b.seq);
}
