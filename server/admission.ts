import type { WebSocket } from "ws";
import { sessionTokenIn, type Sessions } from "#domain/account.ts";
import type { PageId, PieceId } from "#domain/ids.ts";
import { CLOSE, type CloseReason } from "#domain/sync/frame.ts";
import type { Relay, RelayLogger } from "./sync/relay.ts";

export type AdmissionOptions = {
  readonly sessions: Pick<Sessions, "find">;
  readonly relay: Pick<Relay, "connect" | "endSession">;
  readonly logger: RelayLogger;
};

/** Lets a freshly opened socket in to a piece, or closes it with the code that says why not. */
export type Admit = (
  socket: WebSocket,
  cookies: string | undefined,
  piece: PieceId | null,
  page?: PageId,
) => Promise<void>;

/** Never rejects. */
export function createAdmission({ sessions, relay, logger }: AdmissionOptions): Admit {
  async function letIn(...[socket, cookies, piece, page]: Parameters<Admit>) {
    const token = sessionTokenIn(cookies);
    const session = token && (await sessions.find(token));
    // A socket that has broken meanwhile says so no more: nobody would ever let go of it.
    if (socket.readyState !== socket.OPEN) return;
    if (!session) return turnAway(socket, "notSignedIn");
    if (!piece) return turnAway(socket, "notHere");
    const { id, person } = session;
    await relay.connect(socket, { person, session: id, page }, piece);
    // It may have ended while the socket was not yet among those that are told.
    if (!(await sessions.find(token))) relay.endSession(id);
  }

  return async (socket, ...asked) => {
    socket.pause(); // nothing that it sends is lost while we look who it is
    socket.on("error", () => socket.terminate());
    try {
      await letIn(socket, ...asked);
    } catch (error) {
      logger.error({ fault: error instanceof Error ? error.name : "" }, "A socket was not let in.");
      socket.terminate();
    }
  };
}

function turnAway(socket: WebSocket, reason: CloseReason): void {
  socket.resume(); // or the other's half of the closing is never read
  socket.close(CLOSE[reason]);
}
