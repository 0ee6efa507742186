import type { IncomingHttpHeaders, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { sessionTokenIn, type Session, type Sessions } from "#domain/account.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import {
  LIVE_PATH,
  MAX_LIVE_BYTES,
  setPresence,
  type ClientToServer,
  type ServerToClient,
} from "#domain/presence.ts";
import type { Page, Presence } from "./presence.ts";

export type LiveOptions = {
  readonly sessions: Pick<Sessions, "find" | "hasArrivals" | "onArrival" | "onEnded">;
  readonly presence: Presence;
  /** Whether a request comes from a page of ours. */
  readonly sameOrigin: (headers: IncomingHttpHeaders) => boolean;
  /** For faults that no request waits for. It is never given content, names or keys. */
  readonly logger: { readonly error: (details: object, message: string) => void };
};

/** News and presence, over socket.io. */
export type Live = {
  readonly attach: (server: HttpServer) => void;
  /** Tells every open page of this person that their view of the room has moved. */
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly close: () => Promise<void>;
};

type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
type SocketData = { session: Session };

/** More openings of pieces than a tab ever has at once. */
const MOST_PAGES = 20;

const ofPerson = (person: PersonId) => `person ${person}`;
const ofSession = (session: string) => `session ${session}`;

export function createLive({ sessions, presence, sameOrigin, logger }: LiveOptions): Live {
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>({
    path: LIVE_PATH,
    serveClient: false,
    transports: ["websocket"],
    destroyUpgrade: false, // other upgrades on this port are not engine.io's to end
    maxHttpBufferSize: MAX_LIVE_BYTES,
    // Its `cors` does not guard WebSockets, which a page of any origin may open.
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers)),
  });

  const sessionOf = async (socket: LiveSocket) => {
    const token = sessionTokenIn(socket.handshake.headers.cookie);
    return token && (await sessions.find(token));
  };

  io.use((socket, next) => {
    sessionOf(socket).then(
      (session) => {
        if (session) socket.data.session = session;
        next(session ? undefined : new Error("not-signed-in"));
      },
      (error: unknown) => {
        faulted(error);
        next(new Error("fault"));
      },
    );
  });

  io.on("connection", (socket) => {
    const { session } = socket.data;
    void socket.join([ofPerson(session.person), ofSession(session.id)]);
    const { person } = session;
    const pages = new Map<string, Page>();
    socket.on("presence", (message: unknown) => {
      const read = setPresence.safeParse(message);
      if (!read.success) return void socket.disconnect(true);
      const { piece, page, on } = read.data;
      const key = `${page} ${piece}`;
      const tell = (of: PieceId, both: boolean) =>
        socket.emit("presence", { piece: of, page, both });
      const its = pages.get(key) ?? { person, page, tell };
      if (on) pages.set(key, its);
      else pages.delete(key);
      if (pages.size > MOST_PAGES) return void socket.disconnect(true);
      presence.set(its, piece, on).catch(faulted);
    });
    socket.on("disconnect", () => pages.forEach((page) => presence.leave(page)));
    // It may have ended while the socket was not yet among those that are told.
    sessionOf(socket)
      .then(async (still) => {
        if (!still) end(session);
        else if (await sessions.hasArrivals(session)) socket.emit("arrival");
      })
      .catch(faulted);
  });

  function end(session: Session): void {
    const theirs = io.in(ofSession(session.id));
    theirs.emit("ended");
    theirs.disconnectSockets(true);
  }
  const stops = [
    sessions.onEnded(end),
    sessions.onArrival((person) => io.to(ofPerson(person)).emit("arrival")),
  ];

  function faulted(error: unknown): void {
    const fault = error instanceof Error ? { name: error.name, message: error.message } : {};
    logger.error({ fault }, "A live connection met a fault.");
  }

  let attached = false;
  return {
    attach: (server) => {
      attached = true;
      io.attach(server);
    },
    announce: (person, room) => {
      io.to(ofPerson(person)).emit("moved", { room });
    },
    close: async () => {
      for (const stop of stops) stop();
      if (attached) await io.close();
    },
  };
}
