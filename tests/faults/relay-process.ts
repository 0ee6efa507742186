import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { openSqliteFrameLog } from "#server/store/frame-log-sqlite.ts";
import { createRelay } from "#server/sync/relay.ts";

// A server that relays for anybody, on the database named in argv: something to kill. The real relay,
// the real store; only the gate is open. It says its port to its parent.
const [, , url = ""] = process.argv;
const relay = createRelay({
  log: openSqliteFrameLog({ url, exclusively: (work) => work() }), // there is no other writer
  access: { access: async () => ({ status: "open", epoch: 1, mayWrite: true }) },
  sharesAwareness: () => false,
  logger: { error: (details, message) => process.send?.({ fault: message, details }) },
});
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket, request) => {
  const [, person, piece] = (request.url ?? "").split("/");
  void relay.connect(socket, { person: person as PersonId, session: "s" }, piece as PieceId);
});
await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port });
process.once("disconnect", () => process.exit()); // never outlives its parent
