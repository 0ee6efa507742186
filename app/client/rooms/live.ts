import { io } from "socket.io-client";
import type { Api } from "#client/api.ts";
import type { PageId, PieceId, RoomId } from "#domain/ids.ts";

/** What the server says by itself: that something moved, not what. */
export type LiveEvent =
  /** My view of this room is another now. */
  | { readonly is: "moved"; readonly room: RoomId }
  /** Whether both of us share presence on the piece that this page shows, now. */
  | { readonly is: "presence"; readonly page: PageId; readonly both: boolean }
  /** Connected (again): whatever was said meanwhile was missed. */
  | { readonly is: "connected" }
  /** Another browser has signed in as me, or was recognised: see the list of devices. */
  | { readonly is: "arrival" }
  /** This session was ended, here or elsewhere. */
  | { readonly is: "ended" };

export type Live = {
  readonly subscribe: (listener: (event: LiveEvent) => void) => () => void;
  /** My side of the switch, for this page and this sitting: off when the connection is lost. */
  readonly sharePresence: (piece: PieceId, page: PageId, on: boolean) => void;
  readonly close: () => void;
};

/** The one socket.io connection of a tab. */
export function openLive(api: Api): Live {
  const listeners = new Set<(event: LiveEvent) => void>();
  const tell = (event: LiveEvent) => {
    for (const listener of listeners) listener(event);
  };
  const cookie = api.cookie();
  const socket = io(api.origin, {
    path: "/socket.io",
    transports: ["websocket"],
    ...(cookie ? { extraHeaders: { cookie, origin: api.origin } } : {}),
  });
  const sharing = new Map<PageId, PieceId>();
  socket.on("connect", () => {
    // The server has forgotten what a lost connection had switched on.
    for (const [page, piece] of sharing) socket.emit("presence", { piece, page, on: true });
    tell({ is: "connected" });
  });
  socket.on("disconnect", () => {
    for (const page of sharing.keys()) tell({ is: "presence", page, both: false });
  });
  socket.on("moved", ({ room }: { room: RoomId }) => tell({ is: "moved", room }));
  socket.on("presence", ({ page, both }: { page: PageId; both: boolean }) =>
    tell({ is: "presence", page, both }),
  );
  socket.on("arrival", () => tell({ is: "arrival" }));
  socket.on("ended", () => tell({ is: "ended" }));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sharePresence: (piece, page, on) => {
      if (on) sharing.set(page, piece);
      else sharing.delete(page);
      if (socket.connected) socket.emit("presence", { piece, page, on });
    },
    close: () => {
      listeners.clear();
      socket.close();
    },
  };
}
