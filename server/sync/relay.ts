import { setTimeout as sleep } from "node:timers/promises";
import type { RawData, WebSocket } from "ws";
import type { PieceId } from "#domain/ids.ts";
import type { Access, PieceAccess, SealedLog } from "#domain/ports.ts";
import { unreachable } from "#domain/result.ts";
import type { CloseReason } from "#domain/sync/frame.ts";
import { AwarenessRelay, type AtPage, type SharesAwareness } from "./awareness.ts";
import { Connection, type SocketOwner } from "./connection.ts";
import { deliver } from "./delivery.ts";
import { GroupCommit, type Queued } from "./group-commit.ts";
import { createInbox } from "./inbox.ts";
import { OpenPiece } from "./open-piece.ts";
import { Pace, type PaceOptions } from "./pace.ts";
import { createReceiver } from "./receive.ts";

/** Where faults go. It is never given content, names or keys. */
export type RelayLogger = {
  readonly error: (details: object, message: string) => void;
};

export type RelayOptions = {
  readonly log: SealedLog;
  readonly access: Access;
  /** Asked for every message. */
  readonly sharesAwareness: SharesAwareness;
  readonly logger: RelayLogger;
  /** Milliseconds within which a peer has to answer a ping. */
  readonly heartbeat?: number;
  /** How fast one person may write; as fast as the machine can, unless told. */
  readonly pace?: PaceOptions;
};

/** The blind relay: authorises, orders, stores and forwards sealed frames. */
export type Relay = {
  /**
   * Takes an upgraded socket. A socket loses what arrives while nobody listens: call this in the same
   * turn as the upgrade, or `pause()` the socket until then. Resolves when the person has been let in
   * or the socket closed with its code; never rejects.
   */
  readonly connect: (socket: WebSocket, who: SocketOwner, piece: PieceId) => Promise<void>;
  /** Asks again who may be here. When it resolves, nothing more is sent to who may not. */
  readonly reconsider: (piece: PieceId) => Promise<void>;
  /** Presence was turned on or off for a page: shows it who is there, or hides it at once. */
  readonly presenceTurned: (piece: PieceId, who: AtPage) => void;
  /** Closes the sockets of a session that has ended. */
  readonly endSession: (session: string) => void;
  /** Deletes a piece's log for good, ending whoever has it open. Rejects when the store fails. */
  readonly erase: (piece: PieceId) => Promise<void>;
  /** Commits and acknowledges what has arrived, then closes every socket. The log stays open. */
  readonly close: () => Promise<void>;
};

/** Milliseconds that a socket gets to close by itself when the server stops. */
const CLOSING_PATIENCE = 1_000;

export function createRelay(options: RelayOptions): Relay {
  const { log, access, sharesAwareness, logger, heartbeat = 30_000 } = options;
  const pieces = new Map<PieceId, OpenPiece>();
  const connections = new Set<Connection>();
  const awareness = new AwarenessRelay(sharesAwareness);
  const commit = new GroupCommit({ log, committed, failed });
  const receive = createReceiver({ log, commit, awareness, faulted });
  const beats = setInterval(() => connections.forEach((one) => one.beat()), heartbeat).unref();
  const pace = options.pace && new Pace(options.pace, () => performance.now());
  let closing = false;

  function committed(group: readonly Queued[]): void {
    for (const [piece, rows] of grouped(group, ({ piece }) => piece)) {
      if (!piece.lost) deliver(piece, rows);
    }
  }

  function failed(group: readonly Queued[], error: unknown): void {
    report(error, "The frame log did not take a group; nothing of it was acknowledged.");
    for (const piece of new Set(group.map(({ piece }) => piece))) lose(piece, "fault");
  }

  function faulted(connection: Connection, error: unknown): void {
    report(error, "A connection was ended by a fault.");
    connection.end("fault");
  }

  function report(error: unknown, message: string): void {
    const fault = error instanceof Error ? { name: error.name, message: error.message } : {};
    logger.error({ fault }, message);
  }

  /** The next one to open the piece begins from what the store holds. */
  function lose(piece: OpenPiece, reason: CloseReason): void {
    if (pieces.get(piece.id) === piece) pieces.delete(piece.id);
    piece.lose(reason);
  }

  function join(id: PieceId): OpenPiece {
    const piece = pieces.get(id) ?? new OpenPiece(id);
    pieces.set(id, piece);
    return piece;
  }

  function leave(piece: OpenPiece, connection: Connection): void {
    connections.delete(connection);
    piece.leave(connection);
    awareness.leave(piece, connection);
    void forgetWhenEmpty(piece);
  }

  async function forgetWhenEmpty(piece: OpenPiece): Promise<void> {
    if (piece.queued > 0) await commit.settled();
    const idle = piece.connections.size === 0 && piece.queued === 0;
    if (idle && pieces.get(piece.id) === piece) pieces.delete(piece.id);
  }

  /** Lets in by an answer of the gate that is no older than the last change. */
  async function letIn(connection: Connection, piece: OpenPiece): Promise<void> {
    for (;;) {
      const round = piece.reconsidered;
      const answer = await access.access(connection.owner.person, piece.id);
      if (answer.status === "open") await piece.load(log);
      if (round !== piece.reconsidered) continue;
      if (answer.status === "open") return connection.admit(answer);
      return connection.end(reasonOf(answer.code));
    }
  }

  async function connect(socket: WebSocket, who: SocketOwner, id: PieceId): Promise<void> {
    socket.pause();
    const piece = join(id);
    const connection = new Connection(socket, who, () => leave(piece, connection));
    const inbox = createInbox(socket, (message) => {
      const handled = receive(connection, piece, message);
      const wait = pace?.take(who.person, message.length) ?? 0;
      // The next message of this socket is read only then; until then its writer keeps it.
      return wait > 0 ? Promise.all([handled, sleep(wait)]).then(() => undefined) : handled;
    });
    socket.on("message", (data: RawData, isBinary: boolean) => {
      if (closing) return;
      if (isBinary && data instanceof Uint8Array) inbox.take(data);
      else connection.end("badFrame");
    });
    connections.add(connection);
    piece.connections.add(connection);
    if (closing) return connection.end("restart");
    try {
      await letIn(connection, piece);
    } catch (error) {
      faulted(connection, error);
    }
    inbox.open();
  }

  async function askAllAgain(piece: OpenPiece): Promise<void> {
    const present = [...piece.connections].filter(({ access }) => access !== null);
    const byPerson = grouped(present, ({ owner }) => owner.person);
    await Promise.all(
      [...byPerson].map(async ([person, theirs]) => {
        try {
          const answer = await access.access(person, piece.id);
          for (const connection of theirs) {
            if (answer.status === "open") connection.renew(answer);
            else connection.end(reasonOf(answer.code));
          }
        } catch (error) {
          for (const connection of theirs) faulted(connection, error);
        }
      }),
    );
  }

  return {
    connect,

    async reconsider(id) {
      const piece = pieces.get(id);
      if (!piece) return;
      piece.reconsidered += 1;
      piece.reconsidering = piece.reconsidering.then(() => askAllAgain(piece));
      await piece.reconsidering;
    },

    presenceTurned(id, who) {
      const piece = pieces.get(id);
      if (piece) awareness.turned(piece, who);
    },

    endSession(session) {
      for (const connection of connections) {
        if (connection.owner.session === session) connection.end("notSignedIn");
      }
    },

    async erase(id) {
      const piece = pieces.get(id);
      if (piece) lose(piece, "notHere");
      await commit.settled();
      await log.erase(id);
    },

    async close() {
      closing = true;
      clearInterval(beats);
      await commit.settled();
      const open = [...connections];
      for (const connection of open) connection.end("restart");
      await commit.settled(); // what was still handled meanwhile: durable, though nobody hears of it
      await Promise.all(open.map((connection) => connection.closed(CLOSING_PATIENCE)));
    },
  };
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function reasonOf(code: Extract<PieceAccess, { status: "refused" }>["code"]): CloseReason {
  switch (code) {
    case "not-here":
      return "notHere";
    case "paused":
      return "paused";
    case "closed":
      return "closed";
    default:
      return unreachable(code);
  }
}
