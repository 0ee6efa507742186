import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Somebody for whom there is a link. */
export type Guest = {
  /** The last part of the link. */
  readonly path: string;
  /** How they are called, for the page. */
  readonly called: string;
  readonly name: string;
  readonly password: string;
  readonly room: string;
};

export type Front = { readonly port: number; readonly close: () => Promise<void> };

/**
 * A door of the demo's own, on this machine alone: it passes everything on to the product as it is, but
 * for `/demo/<person>`, a page that signs that person in. So the product itself has no way around
 * signing in. Rejects if the port is taken.
 */
export async function openFront(options: {
  readonly port: number;
  /** The port of the product. */
  readonly to: number;
  readonly guests: readonly Guest[];
  /** The script of the page that signs in. */
  readonly script: string;
}): Promise<Front> {
  const { to, guests, script } = options;
  const sockets = new Set<Duplex>();
  const server: Server = createServer((asked, response) => {
    const path = asked.url?.split("?")[0] ?? "/";
    const guest = guests.find((one) => path === `/demo/${one.path}`);
    if (guest) say(response, "text/html", pageFor(guest));
    else if (path === "/demo/sign-in.js") say(response, "text/javascript", script);
    else passOn(asked, response, to);
  });
  server.on("upgrade", (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    const through = tunnel(asked, socket, head, to);
    for (const end of [socket, through]) {
      sockets.add(end);
      end.once("close", () => sockets.delete(end));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}

function say(response: ServerResponse, type: string, content: string): void {
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
  });
  response.end(content);
}

/** The host is passed on too: by it the product knows its own pages, and browsers their cookies. */
function passOn(asked: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = asked;
  const passed = request({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  response.on("close", () => passed.destroy());
  asked.pipe(passed);
}

function tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer, port: number): Socket {
  const through = connect(port, "127.0.0.1", () => {
    const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
    for (let at = 0; at < asked.rawHeaders.length; at += 2) {
      lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
    }
    through.write(`${lines.join("\r\n")}\r\n\r\n`);
    through.write(head);
    through.pipe(socket).pipe(through);
  });
  through.on("error", () => socket.destroy());
  socket.on("error", () => through.destroy());
  return through;
}

function pageFor({ called, name, password, room }: Guest): string {
  const who = JSON.stringify({ name, password, room }).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Threshold: the demo</title>
<link rel="icon" href="/icon.svg">
<p id="status">Signing in as ${called}.</p>
<script type="application/json" id="who">${who}</script>
<script type="module" src="/demo/sign-in.js"></script>
</html>
`;
}
