import { Reader, Writer } from "../binary.ts";
import type { Bytes } from "../bytes.ts";
import { ID_BYTES, idBytes, idOf, type PersonId, type StreamId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";

/**
 * The wire between a device and the relay: binary WebSocket messages, one piece a socket, byte 0 the
 * version, byte 1 the type. Integers are varuints in their shortest form and nothing may be left
 * over, so every frame has exactly one encoding.
 *
 * Terms. A *stream* is one opening of a piece in one tab. Its number `sn` is the log's `seq` of its
 * first announcement. `counter` counts a stream's frames from 1. `seq` is a row's place in the piece's
 * log, from 1. A *cursor* is the last seq that a device has taken in. `sealed` is ciphertext.
 */
export const FRAME_VERSION = 1;

/** Largest `sealed` of a push. A larger paste is split by the writer. */
export const MAX_SEALED_BYTES = 256 * 1024;
/** Largest `sealed` of awareness. */
export const MAX_AWARE_BYTES = 16 * 1024;
/** Largest `sealed` of a checkpoint. */
export const MAX_CHECKPOINT_BYTES = 4 * 1024 * 1024;
/** Largest message from a client: what a WebSocket server need not even read beyond. */
export const MAX_MESSAGE_BYTES = MAX_CHECKPOINT_BYTES + 64;
/** Bytes of the truncated SHA-256 of a sealed frame; also the place of "previous". */
export const HASH_BYTES = 16;
/** What stands for the previous hash before a stream's first frame. */
export const NO_PREVIOUS: Bytes = new Uint8Array(HASH_BYTES);

/** Why a socket was refused or ended: for good, unless it says "come back". */
export const CLOSE = {
  /** The relay could not keep what was sent; nothing was acknowledged. Come back and resend. */
  fault: 1011,
  /** The server stops or restarts. Come back. */
  restart: 1012,
  /** What was sent is not a frame, or not one that may come now. */
  badFrame: 4400,
  /** No session, or the session has ended. */
  notSignedIn: 4401,
  /** Not yours, taken back, or never existed: one code. */
  notHere: 4404,
  /** The together piece is closed. */
  closed: 4409,
  /** A later connection has taken over the stream that this one wrote. Come back and announce. */
  elsewhere: 4410,
  /** A frame above its limit. */
  tooLarge: 4413,
  /** The room is paused, left or blocked. */
  paused: 4423,
  /** Did not read what was sent to it. Come back and go on from the cursor. */
  tooSlow: 4429,
} as const;
export type CloseReason = keyof typeof CLOSE;

export type ClientFrame =
  /** "Send me what comes after my cursor, then what is new." Once a socket. */
  | { readonly type: "hello"; readonly cursor: number }
  /**
   * "This stream writes under this Yjs client id." Again after every reconnection, before the hello,
   * for each stream with something unsent: it takes the stream over from an earlier connection.
   * `previous` is the hash of the stream's last frame that the device knows to be in the log
   * ({@link NO_PREVIOUS} for none). Answered by a `stream` entry or by `taken`.
   */
  | {
      readonly type: "announce";
      readonly stream: StreamId;
      readonly epoch: number;
      readonly clientId: number;
      readonly previous: Bytes;
    }
  /** The next frame of a stream announced on this socket. */
  | {
      readonly type: "push";
      readonly sn: number;
      readonly counter: number;
      readonly sealed: Bytes;
    }
  /** Awareness, never stored. Each is answered by a `pong`. */
  | { readonly type: "aware"; readonly sealed: Bytes }
  /** Replaces the person's own frames up to and including `upto`. */
  | { readonly type: "checkpoint"; readonly upto: number; readonly sealed: Bytes };

export type ServerFrame =
  /**
   * Moves a cursor from `previous` to `last` in one step; rows of (previous, last] that are not among
   * the entries are none of the reader's business. With `previous` and `last` both 0 it moves nothing
   * and repeats what the log already holds (a `stream` said again, an `ack` of a repeated push).
   */
  | {
      readonly type: "updates";
      readonly previous: number;
      readonly last: number;
      readonly entries: readonly Entry[];
    }
  /** Everything up to `head` has been sent; what follows is live. */
  | { readonly type: "synced"; readonly head: number }
  /** The stream has forked, or its epoch is over: it takes nothing more, for good. */
  | { readonly type: "refused"; readonly sn: number; readonly counter: number }
  /** A frame is missing before the one pushed: go on from `next`. */
  | { readonly type: "gap"; readonly sn: number; readonly next: number }
  /** This stream may not write here under this client id: take a new stream and a new client id. */
  | { readonly type: "taken"; readonly stream: StreamId; readonly clientId: number }
  /** Awareness of another connection. The number means nothing beyond being the same in `gone`. */
  | { readonly type: "aware"; readonly connection: number; readonly sealed: Bytes }
  | { readonly type: "gone"; readonly connection: number }
  /** "Please make a checkpoint." */
  | { readonly type: "want" }
  | { readonly type: "pong" };

export type Entry =
  | {
      readonly type: "stream";
      readonly sn: number;
      readonly stream: StreamId;
      readonly person: PersonId;
      readonly epoch: number;
      readonly clientId: number;
    }
  | {
      readonly type: "frame";
      readonly seq: number;
      readonly sn: number;
      readonly counter: number;
      readonly sealed: Bytes;
    }
  /** Your frames counter … counter+count-1 are durable, as rows seq … seq+count-1. */
  | {
      readonly type: "ack";
      readonly sn: number;
      readonly counter: number;
      readonly count: number;
      readonly seq: number;
    }
  | {
      readonly type: "checkpoint";
      readonly person: PersonId;
      readonly upto: number;
      readonly sealed: Bytes;
    };

export type BadFrame = "malformed" | "unknown-version" | "unknown-type" | "too-large";

const CLIENT_TYPE = { hello: 0, announce: 1, push: 2, aware: 3, checkpoint: 4 } as const;
const SERVER_TYPE = {
  updates: 0,
  synced: 1,
  refused: 2,
  gap: 3,
  taken: 4,
  aware: 5,
  gone: 6,
  want: 7,
  pong: 8,
} as const;
const ENTRY_TYPE = { stream: 0, frame: 1, ack: 2, checkpoint: 3 } as const;

/** Throws only for values that no frame can hold (a negative number, a hash of the wrong length). */
export function encodeClientFrame(frame: ClientFrame): Bytes {
  const out = new Writer().byte(FRAME_VERSION).byte(CLIENT_TYPE[frame.type]);
  switch (frame.type) {
    case "hello":
      return out.uint(frame.cursor).finish();
    case "announce":
      return out
        .fixed(idBytes(frame.stream))
        .uint(frame.epoch)
        .uint(frame.clientId)
        .fixed(hash(frame.previous))
        .finish();
    case "push":
      return out.uint(frame.sn).uint(frame.counter).fixed(frame.sealed).finish();
    case "aware":
      return out.fixed(frame.sealed).finish();
    case "checkpoint":
      return out.uint(frame.upto).fixed(frame.sealed).finish();
    default:
      return unreachable(frame);
  }
}

export function decodeClientFrame(bytes: Uint8Array): Result<ClientFrame, BadFrame> {
  return decode(bytes, (type, from) => {
    switch (type) {
      case CLIENT_TYPE.hello:
        return { type: "hello", cursor: from.uint() };
      case CLIENT_TYPE.announce:
        return {
          type: "announce",
          stream: idOf(from.fixed(ID_BYTES)),
          epoch: from.uint(),
          clientId: from.uint(),
          previous: from.fixed(HASH_BYTES),
        };
      case CLIENT_TYPE.push:
        return {
          type: "push",
          sn: positive(from),
          counter: positive(from),
          sealed: sealed(from.rest()),
        };
      case CLIENT_TYPE.aware:
        return { type: "aware", sealed: sealed(from.rest(), MAX_AWARE_BYTES) };
      case CLIENT_TYPE.checkpoint:
        return {
          type: "checkpoint",
          upto: positive(from),
          sealed: sealed(from.rest(), MAX_CHECKPOINT_BYTES),
        };
      default:
        throw new BadFrameError("unknown-type");
    }
  });
}

/** Throws only for values that no frame can hold. */
export function encodeServerFrame(frame: ServerFrame): Bytes {
  const out = new Writer().byte(FRAME_VERSION).byte(SERVER_TYPE[frame.type]);
  switch (frame.type) {
    case "updates":
      out.uint(frame.previous).uint(frame.last);
      for (const entry of frame.entries) writeEntry(out, entry, frame.previous);
      return out.finish();
    case "synced":
      return out.uint(frame.head).finish();
    case "refused":
      return out.uint(frame.sn).uint(frame.counter).finish();
    case "gap":
      return out.uint(frame.sn).uint(frame.next).finish();
    case "taken":
      return out.fixed(idBytes(frame.stream)).uint(frame.clientId).finish();
    case "aware":
      return out.uint(frame.connection).fixed(frame.sealed).finish();
    case "gone":
      return out.uint(frame.connection).finish();
    case "want":
    case "pong":
      return out.finish();
    default:
      return unreachable(frame);
  }
}

export function decodeServerFrame(bytes: Uint8Array): Result<ServerFrame, BadFrame> {
  return decode(bytes, (type, from) => {
    switch (type) {
      case SERVER_TYPE.updates:
        return readUpdates(from);
      case SERVER_TYPE.synced:
        return { type: "synced", head: from.uint() };
      case SERVER_TYPE.refused:
        return { type: "refused", sn: positive(from), counter: positive(from) };
      case SERVER_TYPE.gap:
        return { type: "gap", sn: positive(from), next: positive(from) };
      case SERVER_TYPE.taken:
        return { type: "taken", stream: idOf(from.fixed(ID_BYTES)), clientId: from.uint() };
      case SERVER_TYPE.aware:
        return {
          type: "aware",
          connection: from.uint(),
          sealed: sealed(from.rest(), MAX_AWARE_BYTES),
        };
      case SERVER_TYPE.gone:
        return { type: "gone", connection: from.uint() };
      case SERVER_TYPE.want:
        return { type: "want" };
      case SERVER_TYPE.pong:
        return { type: "pong" };
      default:
        throw new BadFrameError("unknown-type");
    }
  });
}

function writeEntry(out: Writer, entry: Entry, previous: number): void {
  out.byte(ENTRY_TYPE[entry.type]);
  switch (entry.type) {
    case "stream":
      out.uint(entry.sn).fixed(idBytes(entry.stream)).fixed(idBytes(entry.person));
      out.uint(entry.epoch).uint(entry.clientId);
      return;
    case "frame":
      out
        .uint(entry.seq - previous)
        .uint(entry.sn)
        .uint(entry.counter)
        .bytes(entry.sealed);
      return;
    case "ack":
      out.uint(entry.sn).uint(entry.counter).uint(entry.count).uint(entry.seq);
      return;
    case "checkpoint":
      out.fixed(idBytes(entry.person)).uint(entry.upto).bytes(entry.sealed);
      return;
    default:
      unreachable(entry);
  }
}

function readUpdates(from: Reader): ServerFrame {
  const previous = from.uint();
  const last = from.uint();
  if (last < previous) throw new BadFrameError("malformed");
  const entries: Entry[] = [];
  while (!from.done) entries.push(readEntry(from, previous, last));
  return { type: "updates", previous, last, entries };
}

function readEntry(from: Reader, previous: number, last: number): Entry {
  switch (from.byte()) {
    case ENTRY_TYPE.stream:
      return {
        type: "stream",
        sn: positive(from),
        stream: idOf(from.fixed(ID_BYTES)),
        person: idOf(from.fixed(ID_BYTES)),
        epoch: from.uint(),
        clientId: from.uint(),
      };
    case ENTRY_TYPE.frame: {
      const seq = previous + positive(from);
      if (seq > last) throw new BadFrameError("malformed");
      return {
        type: "frame",
        seq,
        sn: positive(from),
        counter: positive(from),
        sealed: sealed(from.bytes()),
      };
    }
    case ENTRY_TYPE.ack:
      return {
        type: "ack",
        sn: positive(from),
        counter: positive(from),
        count: positive(from),
        seq: positive(from),
      };
    case ENTRY_TYPE.checkpoint:
      return {
        type: "checkpoint",
        person: idOf(from.fixed(ID_BYTES)),
        upto: positive(from),
        sealed: sealed(from.bytes(), MAX_CHECKPOINT_BYTES),
      };
    default:
      throw new BadFrameError("unknown-type");
  }
}

/** Never leaves this file: `decode` turns it into a refusal. */
class BadFrameError extends Error {
  readonly code: BadFrame;
  constructor(code: BadFrame) {
    super(code);
    this.code = code;
  }
}

function decode<Frame>(
  bytes: Uint8Array,
  read: (type: number, from: Reader) => Frame,
): Result<Frame, BadFrame> {
  try {
    const from = new Reader(bytes);
    if (from.byte() !== FRAME_VERSION) return refuse("unknown-version");
    const frame = read(from.byte(), from);
    from.end();
    return ok(frame);
  } catch (error) {
    return refuse(error instanceof BadFrameError ? error.code : "malformed");
  }
}

function positive(from: Reader): number {
  const value = from.uint();
  if (value === 0) throw new BadFrameError("malformed");
  return value;
}

function sealed(bytes: Bytes, limit: number = MAX_SEALED_BYTES): Bytes {
  if (bytes.length === 0) throw new BadFrameError("malformed");
  if (bytes.length > limit) throw new BadFrameError("too-large");
  return bytes;
}

function hash(bytes: Bytes): Bytes {
  if (bytes.length !== HASH_BYTES) throw new RangeError("a hash is 16 bytes");
  return bytes;
}
