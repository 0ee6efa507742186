import type { PieceId, StreamId } from "#domain/ids.ts";
import type {
  AsideRow,
  DevicePiece,
  DeviceStore,
  EarlierRow,
  FrameRow,
  HeadRow,
  KeptOutRow,
  OutboxFrame,
  OutboxStream,
  OwnerRow,
  StreamRow,
  UnplacedRow,
} from "./device-store.ts";

/** A device that keeps nothing once its page is gone: for shared devices, and for tests. */
export function memoryDevice(): DeviceStore {
  const pieces = new Map<PieceId, MemoryPiece>();
  const at = (piece: PieceId): MemoryPiece => {
    const kept = pieces.get(piece) ?? new MemoryPiece();
    pieces.set(piece, kept);
    return kept;
  };
  return {
    load: async (piece) => at(piece).load(),
    waiting: async (piece) => at(piece).waiting(),
    put: async (piece, addition) => at(piece).put(addition),
    advance: async (piece, step) => {
      const kept = at(piece);
      for (const { stream, counter } of step.settled) kept.settle(stream, counter);
      if (step.previous > kept.cursor) return;
      for (const row of step.streams) kept.streams.set(row.sn, row);
      for (const row of step.owners) {
        if (!kept.owners.has(row.clientId)) kept.owners.set(row.clientId, row);
      }
      for (const row of step.frames) kept.frames.set(row.seq, row);
      for (const row of step.keptOut) kept.keptOut.set(row.seq, row);
      for (const row of step.heads) {
        if (row.counter > (kept.heads.get(row.sn)?.counter ?? 0)) kept.heads.set(row.sn, row);
      }
      kept.cursor = Math.max(kept.cursor, step.last);
    },
    keepOut: async (piece, rows) => {
      for (const row of rows) {
        at(piece).frames.delete(row.seq);
        at(piece).keptOut.set(row.seq, row);
      }
    },
    setAside: async (piece, row) => {
      const kept = at(piece);
      kept.aside.set(row.id, row);
      for (const { stream, frames } of row.unsent) {
        for (const { counter } of frames) kept.settle(stream, counter);
      }
    },
    discardAside: async (piece, id) => {
      at(piece).aside.delete(id);
    },
    keepEarlier: async (piece, row, most) => {
      const kept = at(piece);
      kept.earlier = [row, ...kept.earlier].slice(0, most);
    },
    earlier: async (piece) => at(piece).earlier,
    keepUnplaced: async (piece, row) => {
      at(piece).unplaced.set(row.id, row);
    },
    unplaced: async (piece) => [...at(piece).unplaced.values()],
    dropUnplaced: async (piece, ids) => {
      for (const id of ids) at(piece).unplaced.delete(id);
    },
    forget: async (piece) => {
      pieces.delete(piece);
    },
  };
}

class MemoryPiece {
  cursor = 0;
  readonly streams = new Map<number, StreamRow>();
  readonly owners = new Map<number, OwnerRow>();
  readonly frames = new Map<number, FrameRow>();
  readonly heads = new Map<number, HeadRow>();
  readonly keptOut = new Map<number, KeptOutRow>();
  readonly aside = new Map<string, AsideRow>();
  earlier: readonly EarlierRow[] = [];
  readonly unplaced = new Map<StreamId, UnplacedRow>();
  readonly #outbox = new Map<
    StreamId,
    { epoch: number; clientIds: readonly number[]; frames: Map<number, OutboxFrame> }
  >();

  load(): DevicePiece {
    return {
      cursor: this.cursor,
      frames: [...this.frames.values()].sort((a, b) => a.seq - b.seq),
      streams: [...this.streams.values()],
      owners: [...this.owners.values()],
      heads: [...this.heads.values()],
      keptOut: [...this.keptOut.values()],
      outbox: this.waiting(),
      aside: [...this.aside.values()],
    };
  }

  waiting(): OutboxStream[] {
    return [...this.#outbox].map(([stream, { epoch, clientIds, frames }]) => ({
      stream,
      epoch,
      clientIds,
      frames: [...frames.values()].sort((a, b) => a.counter - b.counter),
    }));
  }

  put({ stream, epoch, clientIds, frames }: OutboxStream): void {
    const waiting = this.#outbox.get(stream) ?? { epoch, clientIds, frames: new Map() };
    waiting.clientIds = [...new Set([...waiting.clientIds, ...clientIds])];
    for (const frame of frames) waiting.frames.set(frame.counter, frame);
    this.#outbox.set(stream, waiting);
  }

  settle(stream: StreamId, counter: number): void {
    const waiting = this.#outbox.get(stream);
    waiting?.frames.delete(counter);
    if (waiting?.frames.size === 0) this.#outbox.delete(stream);
  }
}
