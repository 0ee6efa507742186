import type { Hand } from "#client/rooms/acts.ts";
import { memoryLocks } from "#client/sync/locks.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";
import { nodeTransport } from "#client/sync/node-transport.ts";
import { openPiece, type OpenPiece, type OpenPieceOptions } from "#client/sync/open-piece.ts";
import type { PieceId } from "#domain/ids.ts";

/** Opens a piece on a device that keeps nothing. */
export async function openAlone(
  { api, keyring }: Hand,
  piece: PieceId,
  mode: OpenPieceOptions["mode"],
  epoch: number,
  cipher: OpenPieceOptions["cipher"],
): Promise<OpenPiece> {
  const open = openPiece({
    api,
    piece,
    person: keyring.person,
    mode,
    cipher,
    epoch,
    device: memoryDevice(),
    locks: memoryLocks(),
    transport: nodeTransport(api),
  });
  await open.ready;
  return open;
}

/** Closes it when the server has it all; a writer who is done need not be waited for. */
export async function saved(piece: OpenPiece): Promise<void> {
  await piece.flush();
  if (!piece.saved()) await piece.untilSaved();
  await piece.close();
}

/** Fulfilled when everything that the server has is in the document. */
export function live(piece: OpenPiece): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (piece.status().status !== "live") return;
      stop();
      resolve();
    };
    const stop = piece.subscribe(look);
    look();
  });
}
