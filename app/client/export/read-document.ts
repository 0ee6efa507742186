import type * as Y from "yjs";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { TogetherPiece } from "#domain/own-data.ts";
import { hadText } from "#domain/pieces/earlier.ts";
import { earlierStates } from "../pieces/earlier.ts";
import { openPiece, type OpenPiece, type OpenPieceOptions } from "../sync/open-piece.ts";

/** A piece's document as it stands, with everything read that the server has. */
export type ReadDocument = {
  readonly doc: Y.Doc;
  /** Words that this device keeps aside. */
  readonly keptAside: readonly string[];
  /** Something of it could not be read: the rest is there. */
  readonly isIncomplete: boolean;
};

/**
 * Opens a piece for as long as `read` takes. `offline` if the server does not answer: what is there without
 * it may not be everything, unless `offlineToo`. `cancelled` once the signal says so.
 */
export async function readDocument<T>(
  options: OpenPieceOptions,
  signal: AbortSignal,
  read: (document: ReadDocument) => T,
  offlineToo = false,
): Promise<Result<T>> {
  const piece = openPiece(options);
  try {
    const reached = await untilRead(piece, signal, offlineToo);
    if (!reached.ok) return reached;
    const keptAside = piece.aside().map(({ words }) => words);
    const isIncomplete = piece.faults().some(({ kind }) => kind !== "storage");
    return ok(read({ doc: piece.doc, keptAside, isIncomplete }));
  } finally {
    await piece.close();
  }
}

/** What this device keeps of earlier moments of a piece. Without storage there is none. */
export async function readEarlier({
  device,
  cipher,
  piece,
  epoch,
}: Pick<OpenPieceOptions, "device" | "cipher" | "piece" | "epoch">): Promise<
  TogetherPiece["earlier"]
> {
  const only = { now: Date.now, isGone: () => true };
  const states = earlierStates({ device, cipher, piece, epoch, ...only });
  const found = await states.list().catch(() => []);
  return found.map(({ at, had }) => ({ at, words: hadText(had) }));
}

function untilRead(
  piece: OpenPiece,
  signal: AbortSignal,
  offlineToo: boolean,
): Promise<Result<null>> {
  return new Promise((resolve) => {
    const look = () => {
      const now = standing(piece, signal, offlineToo);
      if (!now) return;
      stop();
      signal.removeEventListener("abort", look);
      resolve(now);
    };
    const stop = piece.subscribe(look);
    signal.addEventListener("abort", look);
    look();
  });
}

function standing(
  piece: OpenPiece,
  { aborted }: AbortSignal,
  offlineToo: boolean,
): Result<null> | null {
  if (aborted) return refuse("cancelled");
  const status = piece.status();
  switch (status.status) {
    case "live":
      return ok(null);
    case "offline":
      return offlineToo ? ok(null) : refuse("offline");
    case "refused":
      return refuse(status.code);
    case "opening":
      return null;
  }
}
