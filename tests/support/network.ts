import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/**
 * The way from one browser to the server, which can be cut: connections that stand are ended and new
 * ones refused, as when a network goes. What a browser itself calls "offline" leaves its open WebSockets
 * as they are.
 */
export type Network = {
  /** The server, as it is reached on this way. */
  readonly origin: string;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

export async function networkTo(origin: string): Promise<Network> {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "localhost", resolve));
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    origin: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      end();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      end();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
