import * as z from "zod";
import { pageId, pieceId, roomId } from "./ids.ts";

/**
 * What goes over socket.io: news that something moved, and presence. Nothing of it is ever stored, and
 * nothing of it says what moved: whoever hears it asks again.
 *
 * The server takes WebSockets alone (`transports: ["websocket"]`), from its own pages, signed in.
 */
export const LIVE_PATH = "/socket.io";

/** No message is longer, in bytes. */
export const MAX_LIVE_BYTES = 64 * 1024;

/** My own view of this room is another now. */
export const moved = z.object({ room: roomId });
/** Whether both have presence on for this piece. Told only to the pages that have it on. */
export const bothPresent = z.object({ piece: pieceId, page: pageId, both: z.boolean() });
/**
 * Presence on or off: for this piece, on this page, until it is closed. `page` is one opening of a piece
 * in one tab, as its own connection to the piece names it: what another tab has on is none of its business.
 */
export const setPresence = z.object({ piece: pieceId, page: pageId, on: z.boolean() });

export type ServerToClient = {
  readonly moved: (message: z.infer<typeof moved>) => void;
  readonly presence: (message: z.infer<typeof bothPresent>) => void;
  /** A browser has signed in, or was recognised: what the list of devices says is another now. */
  readonly arrival: () => void;
  /** The session has ended; the socket closes after it. */
  readonly ended: () => void;
};

export type ClientToServer = {
  readonly presence: (message: z.infer<typeof setPresence>) => void;
};
