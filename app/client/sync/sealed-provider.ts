import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { Api } from "#client/api.ts";
import type { PageId, PieceId } from "#domain/ids.ts";
import { followClientId } from "./follow-client-id.ts";
import { sealedSocketClass, type SocketHost } from "./sealed-socket.ts";

/** y-websocket's provider, unchanged, over sealed sockets. It does not connect by itself. */
export function sealedProvider(options: {
  readonly api: Pick<Api, "origin">;
  readonly piece: PieceId;
  /** Names this opening to the server, which tells it from others of the same person by it. */
  readonly page: PageId;
  readonly doc: Y.Doc;
  readonly host: SocketHost;
  /** Asked when a socket has ended. */
  readonly mayComeBack: () => boolean;
}): WebsocketProvider {
  const { api, piece, page, doc, host, mayComeBack } = options;
  const server = `${api.origin.replace(/^http/, "ws")}/sync`;
  const provider = new WebsocketProvider(server, piece, doc, {
    connect: false,
    params: { page },
    // Other tabs are reached through the log: a channel between tabs would carry words past the gate.
    disableBc: true,
    shouldReconnect: mayComeBack,
    WebSocketPolyfill: sealedSocketClass(host),
  });
  followClientId(provider.awareness);
  return provider;
}
