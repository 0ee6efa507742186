import { createServer, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { routeUpgrades } from "./upgrade.ts";
import type { World } from "./world.ts";

let server: Server;
/** Of the server's side, and whether each has closed. */
const sockets = new Map<Socket, Promise<unknown>>();

beforeEach(async () => {
  server = createServer();
  const strangers: Pick<World, "sameOrigin" | "connect"> = {
    sameOrigin: () => false,
    connect: async (socket) => socket.close(),
  };
  routeUpgrades(server, strangers as World, false);
  server.on("connection", (socket: Socket) => {
    sockets.set(socket, new Promise((resolve) => socket.once("close", resolve)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  for (const socket of sockets.keys()) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => server.close(resolve));
});

/** Asks for an upgrade, also at an address that no browser would write. */
async function ask(address: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  const asked = new Promise((resolve) => server.once("upgrade", resolve));
  socket.write(
    `GET ${address} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await asked;
  return socket;
}

describe("the router of upgrades", () => {
  for (const address of ["//", "http://[", "/", "/x/../socket.io/", "*"]) {
    it(`closes the socket of whoever asks for ${address}`, async () => {
      const socket = await ask(address);
      socket.resume();
      await Promise.all(sockets.values());
      expect(server.listening).toBe(true);
    });
  }

  for (const address of ["/sync/nothing", "/socket.io/", "/elsewhere"]) {
    it(`stays up when a socket at ${address} breaks`, async () => {
      const socket = await ask(address);
      socket.resetAndDestroy();
      await Promise.all(sockets.values());
      expect(server.listening).toBe(true);
    });
  }
});
