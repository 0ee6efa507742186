import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { MAX_MESSAGE_BYTES } from "#domain/sync/frame.ts";
import { pageId, pieceId } from "#domain/ids.ts";
import type { World } from "./world.ts";

const SYNC = "/sync/";
const LIVE = "/socket.io/";

/**
 * The only router of upgrades: `/sync/<piece>?page=<page>` goes to the relay; `/socket.io/` is left to engine.io's
 * own listener, and in development everything else to Vite's; the rest is closed.
 *
 * A browser cannot read why an upgrade was refused, so what may not be seen is told by closing codes
 * on an open socket. Only another origin is refused at once: its page must not even get a socket.
 */
export function routeUpgrades(server: Server, world: World, development: boolean): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false, // sealed bytes do not shrink, and lengths must tell nothing
    maxPayload: MAX_MESSAGE_BYTES,
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has let go of the socket: without a listener here, one that breaks ends the process.
    socket.on("error", () => socket.destroy());
    // As it was sent, as engine.io reads it too; not every address that a stranger can send is a URL.
    const [pathname = "", query] = (request.url ?? "").split("?", 2);
    if (pathname.startsWith(LIVE)) return;
    if (!pathname.startsWith(SYNC)) {
      if (!development) socket.destroy();
      return;
    }
    if (!world.sameOrigin(request.headers)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const piece = pieceId.safeParse(pathname.slice(SYNC.length));
    const page = pageId.safeParse(new URLSearchParams(query).get("page"));
    sockets.handleUpgrade(request, socket, head, (opened) => {
      void world.connect(opened, request.headers.cookie, piece.data ?? null, page.data);
    });
  });
  return sockets;
}
