import type { Bytes } from "#domain/bytes.ts";
import type { StreamId } from "#domain/ids.ts";

/**
 * The place of a frame in its piece. All of it is authenticated with the frame, so that a sealed frame
 * opens at its own place only.
 */
export type FramePlace = {
  /** Which key of the piece: own pieces have one epoch, together pieces one for each time they were open. */
  readonly epoch: number;
  readonly stream: StreamId;
  /** Counts from 1 within the stream. */
  readonly counter: number;
  /** SHA-256, cut to 16 bytes, of the sealed frame before this one in the stream; zeros for the first. */
  readonly previous: Bytes;
};

/**
 * Seals and opens what belongs to one piece. Padding is the cipher's business: `open` gives back exactly
 * what `seal` was given. Opening rejects when a byte was changed or the place is another.
 */
export type FrameCipher = {
  readonly seal: (place: FramePlace, plain: Bytes) => Promise<Bytes>;
  readonly open: (place: FramePlace, sealed: Bytes) => Promise<Bytes>;
  /** Awareness has no place: it is never stored, and only its piece and epoch are authenticated. */
  readonly sealAwareness: (epoch: number, plain: Bytes) => Promise<Bytes>;
  readonly openAwareness: (epoch: number, sealed: Bytes) => Promise<Bytes>;
};
