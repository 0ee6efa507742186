import WebSocket from "ws";
import type { Api } from "#client/api.ts";
import type { Transport } from "./transport.ts";

/** The same channel from Node, with the cookie and the Origin of `api` carried by hand. */
export const nodeTransport =
  (api: Pick<Api, "origin" | "cookie">): Transport =>
  (url, events) => {
    const socket = new WebSocket(url, {
      origin: api.origin,
      headers: { cookie: api.cookie() },
      perMessageDeflate: false,
    });
    socket.binaryType = "arraybuffer";
    socket.on("open", () => events.open());
    socket.on("message", (data) => {
      events.message(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array());
    });
    // Reported again as a close, which is what a browser shows.
    socket.on("error", () => {});
    socket.on("close", (code) => events.close(code));
    return { send: (bytes) => socket.send(bytes), close: (code) => socket.close(code) };
  };
