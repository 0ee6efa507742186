import { sameBytes, type Bytes } from "#domain/bytes.ts";
import type { SealedLog } from "#domain/ports.ts";
import { unreachable } from "#domain/result.ts";
import { decodeClientFrame, NO_PREVIOUS, type ClientFrame } from "#domain/sync/frame.ts";
import type { AwarenessRelay } from "./awareness.ts";
import { catchUp } from "./catch-up.ts";
import type { Connection } from "./connection.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { OpenPiece } from "./open-piece.ts";
import type { Stream } from "./piece-log.ts";

type Frame<Type extends ClientFrame["type"]> = Extract<ClientFrame, { type: Type }>;

export type ReceiverOptions = {
  readonly log: SealedLog;
  readonly commit: GroupCommit;
  readonly awareness: AwarenessRelay;
  /** The store failed while a frame was handled. It must end the connection. */
  readonly faulted: (connection: Connection, error: unknown) => void;
};

/**
 * Handles the frames of a connection that has been let in, one after the other. Returns a promise only
 * where the next frame must wait; it never rejects.
 */
export type Receive = (
  connection: Connection,
  piece: OpenPiece,
  message: Uint8Array,
) => Promise<void> | undefined;

export function createReceiver({ log, commit, awareness, faulted }: ReceiverOptions): Receive {
  /** Whether the store holds the frame that the device believes to be the last one it knows there. */
  async function holds(stream: Stream, piece: OpenPiece, previous: Bytes): Promise<boolean> {
    for (const hash of stream.unsettled.values()) if (sameBytes(hash, previous)) return true;
    return log.contains(piece.id, stream.sn, previous);
  }

  async function hello(connection: Connection, piece: OpenPiece, cursor: number): Promise<void> {
    await commit.settled(); // what is queued may be this device's own, from an earlier socket
    await catchUp(connection, piece, log, cursor);
    awareness.welcome(piece, connection);
  }

  function announce(
    connection: Connection,
    piece: OpenPiece,
    frame: Frame<"announce">,
  ): Promise<void> | undefined {
    const known = piece.log.stream(frame.stream);
    if (known && !sameBytes(frame.previous, NO_PREVIOUS)) {
      return holds(known, piece, frame.previous).then((does) =>
        decideAnnouncement(connection, piece, frame, does),
      );
    }
    decideAnnouncement(connection, piece, frame, true);
    return commit.room();
  }

  function decideAnnouncement(
    connection: Connection,
    piece: OpenPiece,
    frame: Frame<"announce">,
    previousIsKnown: boolean,
  ): void {
    const { access } = connection;
    if (!access) return;
    const { stream, clientId } = frame;
    const announced = piece.log.announce(frame, connection, access, previousIsKnown);
    switch (announced.kind) {
      case "new":
        return commit.add({ row: announced.row, piece, from: connection });
      case "known": {
        const { sn, person, epoch } = announced.stream;
        const entry = { type: "stream", sn, stream, person, epoch, clientId } as const;
        return connection.send({ type: "updates", previous: 0, last: 0, entries: [entry] });
      }
      case "queued":
        return;
      case "taken":
        return connection.send({ type: "taken", stream, clientId });
      default:
        return unreachable(announced);
    }
  }

  function push(
    connection: Connection,
    piece: OpenPiece,
    frame: Frame<"push">,
  ): Promise<void> | undefined {
    const { access } = connection;
    if (!access) return undefined;
    const { sn, counter } = frame;
    const pushed = piece.log.push(frame, connection, access);
    switch (pushed.kind) {
      case "new":
        commit.add({ row: pushed.row, piece, from: connection });
        return commit.room();
      case "queued":
        return undefined;
      case "gap":
        connection.send({ type: "gap", sn, next: pushed.next });
        return undefined;
      case "repeat":
        return repeat(connection, piece, frame, pushed.stream, pushed.hash);
      case "refused":
        connection.send({ type: "refused", sn, counter });
        return undefined;
      case "elsewhere":
        connection.end("elsewhere");
        return undefined;
      case "unannounced":
        connection.end("badFrame");
        return undefined;
      default:
        return unreachable(pushed);
    }
  }

  async function repeat(
    connection: Connection,
    piece: OpenPiece,
    { sn, counter }: Frame<"push">,
    stream: Stream,
    hash: Bytes,
  ): Promise<void> {
    const found = await log.find(piece.id, sn, counter);
    if (found && sameBytes(found.hash, hash)) {
      const entry = { type: "ack", sn, counter, count: 1, seq: found.seq } as const;
      connection.send({ type: "updates", previous: 0, last: 0, entries: [entry] });
    } else {
      stream.refused = true;
      connection.send({ type: "refused", sn, counter });
    }
  }

  function dispatch(
    connection: Connection,
    piece: OpenPiece,
    frame: ClientFrame,
  ): Promise<void> | undefined {
    switch (frame.type) {
      case "hello":
        if (!connection.startCatchingUp()) connection.end("badFrame");
        else {
          // Not awaited: what is pushed meanwhile is taken, and read again on the way to the head.
          hello(connection, piece, frame.cursor).catch((error: unknown) =>
            faulted(connection, error),
          );
        }
        return undefined;
      case "announce":
        return announce(connection, piece, frame);
      case "push":
        return push(connection, piece, frame);
      case "aware":
        awareness.share(piece, connection, frame.sealed);
        connection.send({ type: "pong" });
        return undefined;
      case "checkpoint":
        connection.end("badFrame"); // not taken yet
        return undefined;
      default:
        return unreachable(frame);
    }
  }

  return (connection, piece, message) => {
    if (connection.access === null) return undefined;
    const frame = decodeClientFrame(message);
    if (!frame.ok) {
      connection.end(frame.refusal.code === "too-large" ? "tooLarge" : "badFrame");
      return undefined;
    }
    return dispatch(connection, piece, frame.value)?.catch((error: unknown) =>
      faulted(connection, error),
    );
  };
}
