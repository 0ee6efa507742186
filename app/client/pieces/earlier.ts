import { MAX_EARLIER, earlierState, type Had } from "#domain/pieces/earlier.ts";
import { idOf, ID_BYTES, type PieceId, type StreamId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import type { DeviceStore, EarlierRow } from "../sync/device-store.ts";
import type { FrameCipher } from "../sync/frame-cipher.ts";

/** What I had in a piece at an earlier moment, opened. `at` is in ms since 1970. */
export type Earlier = { readonly id: StreamId; readonly at: number; readonly had: Had };

/** What a device keeps of a piece's earlier states: sealed under the piece's key, and only there. */
export type EarlierStates = {
  /** The newest first. What does not open is left out. */
  readonly list: () => Promise<readonly Earlier[]>;
  readonly any: () => Promise<boolean>;
  /** Keeps it, unless the last one that was kept says the same. */
  readonly keep: (had: Had) => Promise<void>;
  /** Calls back when one was kept. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

export type EarlierOptions = {
  readonly device: Pick<DeviceStore, "earlier" | "keepEarlier">;
  readonly cipher: FrameCipher;
  readonly piece: PieceId;
  readonly epoch: number;
  readonly now: () => number;
  /** The piece was deleted: nothing of it is kept any more, whoever still has it open. */
  readonly isGone: () => boolean;
};

/** Where one is sealed: alone in a stream of its own name, which never reaches the log. */
const placeOf = ({ id, epoch }: Pick<EarlierRow, "id" | "epoch">) => ({
  epoch,
  stream: id,
  counter: 1,
  previous: NO_PREVIOUS,
});

export function earlierStates(options: EarlierOptions): EarlierStates {
  const { device, cipher, piece, epoch, now, isGone } = options;
  const listeners = new Set<() => void>();
  let work: Promise<unknown> = Promise.resolve();

  const open = async (row: EarlierRow): Promise<Earlier | null> => {
    try {
      const bytes = await cipher.open(placeOf(row), row.sealed);
      const read = earlierState.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return read.success ? { id: row.id, at: read.data.at, had: read.data.had } : null;
    } catch {
      return null; // not with this key: nobody is helped by an alarm
    }
  };

  const keep = async (had: Had): Promise<void> => {
    const [newest] = await device.earlier(piece);
    const last = newest && (await open(newest));
    if (last && JSON.stringify(last.had) === JSON.stringify(had)) return;
    const id = idOf<StreamId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
    const state = { v: 1, at: now(), had };
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    const sealed = await cipher.seal(placeOf({ id, epoch }), bytes);
    if (isGone()) return;
    await device.keepEarlier(piece, { id, epoch, sealed }, MAX_EARLIER);
    for (const tell of listeners) tell();
  };

  return {
    list: async () => {
      const opened = await Promise.all((await device.earlier(piece)).map(open));
      return opened.filter((one) => one !== null);
    },
    any: async () => (await device.earlier(piece)).length > 0,
    keep: (had) => {
      // One after the other, or the same would be kept twice. Without storage there is none to keep.
      work = work.then(() => keep(had)).catch(() => undefined);
      return work.then(() => undefined);
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}
