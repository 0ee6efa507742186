import { request } from "node:http";
import type { ClientToServer } from "#domain/presence.ts";
import type { PieceId } from "#domain/ids.ts";
import { newId } from "#tests/support/some.ts";
import { socketHeaders } from "#tests/support/raw-request.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import type { Scene } from "./scene.ts";

/** Everything that a page can say on a live socket, about a piece. */
export const LIVE_EVENTS: {
  readonly [Event in keyof ClientToServer]: (
    piece: PieceId,
  ) => Parameters<ClientToServer[Event]>[0];
} = {
  presence: (piece) => ({ piece, page: newId(), on: true }),
};

/** What this visitor's page is told after it said this, about each of these pieces. */
export async function newsAfter(visitor: Visitor, event: string, pieces: readonly PieceId[]) {
  const say = LIVE_EVENTS[event as keyof ClientToServer];
  return visitor.toldAfter((page) => {
    for (const piece of pieces) page.emit(event as keyof ClientToServer, say(piece));
  });
}

/**
 * Everything that the server sends to who opens a sync socket and says nothing, to the last byte: the key
 * of the handshake is always the same, so that its answer is too.
 */
export function upgradeBytes(
  { served: { origin } }: Scene,
  token: string | undefined,
  piece: PieceId,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}/sync/${piece}`, {
      headers: {
        ...socketHeaders(origin, token),
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      },
    });
    asking.once("error", reject);
    asking.once("response", ({ statusCode }) => resolve(`refused: ${statusCode}`));
    asking.once("upgrade", ({ rawHeaders }, socket, head) => {
      const chunks: Uint8Array[] = [];
      const hear = (chunk: Uint8Array) => {
        chunks.push(chunk);
        socket.end(); // it has said why it closes
      };
      socket.on("data", hear);
      if (head.length > 0) hear(head);
      socket.once("error", reject);
      socket.once("close", () =>
        resolve(JSON.stringify([rawHeaders, Buffer.concat(chunks).toString("hex")])),
      );
    });
    asking.end();
  });
}
