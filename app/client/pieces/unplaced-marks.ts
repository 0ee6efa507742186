import { idOf, ID_BYTES, type PieceId, type StreamId } from "#domain/ids.ts";
import { making, type Making } from "#domain/pieces/marks.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import { systemRandomness } from "../crypto/random.ts";
import { secretFrom } from "../crypto/secret.ts";
import type { Keyring } from "../keyring/keyring.ts";
import type { DeviceStore, UnplacedRow } from "../sync/device-store.ts";

/**
 * Marks that were made in a plan before the piece of one's own in which they belong was there. They wait
 * on the device, each sealed for its person alone: the plan's own key is the other's too.
 */
export type UnplacedMarks = {
  /** In the order in which they were made. What does not open is left out. */
  readonly list: () => Promise<readonly Making[]>;
  readonly keep: (made: Making) => Promise<void>;
  /** Drops those that this page has listed or kept so far: they are where they belong. */
  readonly drop: () => Promise<void>;
};

export type UnplacedOptions = {
  readonly device: Pick<DeviceStore, "keepUnplaced" | "unplaced" | "dropUnplaced">;
  readonly keyring: Pick<Keyring, "wrapPieceKey" | "unwrapPieceKey">;
  readonly plan: PieceId;
};

const KEY_BYTES = 32;
const EPOCH = 1;
const placeOf = (stream: StreamId) => ({
  epoch: EPOCH,
  stream,
  counter: 1,
  previous: NO_PREVIOUS,
});

export function unplacedMarks({ device, keyring, plan }: UnplacedOptions): UnplacedMarks {
  const here = new Set<StreamId>();
  let work: Promise<unknown> = Promise.resolve();
  /** One after the other, so that they are kept in their order. Without storage there are none to keep. */
  const inTurn = <T>(next: () => Promise<T>, otherwise: T): Promise<T> => {
    const done = work.then(next).catch(() => otherwise);
    work = done;
    return done;
  };

  async function open({ id, sealedKey, sealed }: UnplacedRow): Promise<Making | null> {
    try {
      const secret = await keyring.unwrapPieceKey(plan, sealedKey);
      if (!secret.ok) return null;
      const cipher = createFrameCipher(plan, new Map([[EPOCH, secret.value]]));
      const bytes = await cipher.open(placeOf(id), sealed);
      return making.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
    } catch {
      return null; // not with this key: nobody is helped by an alarm
    }
  }

  async function keep(made: Making): Promise<void> {
    const id = idOf<StreamId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
    const raw = systemRandomness.bytes(KEY_BYTES);
    const sealedKey = await keyring.wrapPieceKey(plan, raw);
    const cipher = createFrameCipher(plan, new Map([[EPOCH, await secretFrom(raw)]]));
    const bytes = new TextEncoder().encode(JSON.stringify(made));
    const sealed = await cipher.seal(placeOf(id), bytes);
    raw.fill(0);
    await device.keepUnplaced(plan, { id, sealedKey, sealed });
    here.add(id);
  }

  return {
    list: () =>
      inTurn(async () => {
        const rows = await device.unplaced(plan);
        for (const { id } of rows) here.add(id);
        const opened = await Promise.all(rows.map(open));
        return opened.filter((one) => one !== null);
      }, []),
    keep: (made) => inTurn(() => keep(made), undefined),
    drop: () =>
      inTurn(async () => {
        if (here.size === 0) return;
        const ids = [...here];
        await device.dropUnplaced(plan, ids);
        for (const id of ids) here.delete(id);
      }, undefined),
  };
}
