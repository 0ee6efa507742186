import type { Bytes } from "../bytes.ts";
import { idBytes, type PieceId, type StreamId } from "../ids.ts";
import { labelled } from "./labels.ts";

/** How many bytes of the SHA-256 of a sealed frame the next one carries. */
export const CHAIN_BYTES = 16;

/** The hash that stands before the first frame of a stream. */
export const NO_FRAME: Bytes = new Uint8Array(CHAIN_BYTES);

/** Where a frame stands. All of it is authenticated, none of it is secret. */
export type FramePlace = {
  readonly epoch: number;
  readonly stream: StreamId;
  /** From 1, without gaps. */
  readonly counter: number;
  /** SHA-256 of the sealed frame before it, the first 16 bytes; zeros before the first. */
  readonly previous: Uint8Array;
};

/** A frame key belongs to one stream of one epoch of one piece. */
export function frameKeyInfo(piece: PieceId, epoch: number, stream: StreamId): Bytes {
  return labelled("piece frames").fixed(idBytes(piece)).uint(epoch).fixed(idBytes(stream)).finish();
}

export function frameData(piece: PieceId, place: FramePlace): Bytes {
  if (place.previous.length !== CHAIN_BYTES) throw new RangeError("a chain hash is 16 bytes");
  return labelled("sealed frame")
    .fixed(idBytes(piece))
    .uint(place.epoch)
    .fixed(idBytes(place.stream))
    .uint(place.counter)
    .fixed(place.previous)
    .finish();
}

export function awarenessKeyInfo(piece: PieceId, epoch: number): Bytes {
  return labelled("piece awareness").fixed(idBytes(piece)).uint(epoch).finish();
}

export function awarenessData(piece: PieceId, epoch: number): Bytes {
  return labelled("sealed awareness").fixed(idBytes(piece)).uint(epoch).finish();
}
