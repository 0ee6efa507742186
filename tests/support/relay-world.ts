import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocketServer } from "ws";
import { idOf, type PageId, type PersonId, type PieceId } from "#domain/ids.ts";
import type { Access, PieceAccess, SealedLog } from "#domain/ports.ts";
import { MAX_MESSAGE_BYTES } from "#domain/sync/frame.ts";
import { openDatabase } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { migrate } from "#server/store/migrate.ts";
import type { PaceOptions } from "#server/sync/pace.ts";
import { createRelay, type Relay } from "#server/sync/relay.ts";
import { WireClient } from "./wire-client.ts";

export const newPerson = () => idOf<PersonId>(new Uint8Array(randomBytes(16)));
export const newPiece = () => idOf<PieceId>(new Uint8Array(randomBytes(16)));
export const OPEN = { status: "open", epoch: 1, mayWrite: true } as const;

export type RelayWorld = {
  /** The running relay; another one after a restart. */
  readonly relay: Relay;
  readonly log: SealedLog;
  /** The file of the database, on SQLite. */
  readonly file: string;
  /** What the gate says, by {@link RelayWorld.allow}; not said is not here. */
  readonly allow: (person: PersonId, piece: PieceId, access?: PieceAccess) => void;
  /** Presence is shared by everybody on these pieces, but for the pages that have it off. */
  readonly sharing: Set<PieceId>;
  readonly off: Set<PageId>;
  /** What was reported to the logger. */
  readonly faults: readonly string[];
  /** Where a person's socket for a piece goes. */
  readonly url: (person: PersonId, piece: PieceId, session?: string, page?: PageId) => string;
  readonly connect: (
    person: PersonId,
    piece: PieceId,
    more?: { readonly session?: string; readonly page?: PageId; readonly autoPong?: boolean },
  ) => Promise<WireClient>;
  /** Stops the relay, and starts another that knows only what the log holds. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type RelayWorldOptions = {
  /** Between the relay and the real log, to let it fail or wait. */
  readonly through?: (log: SealedLog) => SealedLog;
  readonly throughAccess?: (access: Access) => Access;
  readonly heartbeat?: number;
  readonly pace?: PaceOptions;
  /** Of a migrated database to use instead of a new SQLite file. */
  readonly databaseUrl?: string;
};

/** The relay behind a real WebSocket server, on a real database: SQLite, unless told otherwise. */
export async function openRelayWorld(options: RelayWorldOptions = {}): Promise<RelayWorld> {
  const {
    through = (log) => log,
    throughAccess = (access) => access,
    databaseUrl,
    ...more
  } = options;
  const directory = mkdtempSync(path.join(tmpdir(), "threshold-relay-"));
  const file = path.join(directory, "relay.db");
  if (!databaseUrl) await migrate(`file:${file}`);
  const database = await openDatabase(databaseUrl ?? `file:${file}`);
  const log = through(openFrameLog(database));

  const allowed = new Map<string, PieceAccess>();
  const sharing = new Set<PieceId>();
  const off = new Set<PageId>();
  const faults: string[] = [];
  const start = () =>
    createRelay({
      log,
      access: throughAccess({
        access: async (person, piece) =>
          allowed.get(`${person} ${piece}`) ?? { status: "refused", code: "not-here" },
      }),
      sharesAwareness: (piece, { page }) => sharing.has(piece) && !(page && off.has(page)),
      logger: { error: (_details, message) => faults.push(message) },
      ...more,
    });
  let relay = start();

  const server = new WebSocketServer({
    host: "127.0.0.1",
    port: 0,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
  });
  server.on("connection", (socket, request) => {
    const [, person, piece, session, page] = (request.url ?? "").split("/");
    const who = { person: person as PersonId, session: session ?? "", page: page as PageId };
    void relay.connect(socket, who, piece as PieceId);
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = (person: PersonId, piece: PieceId, session = "s", page?: PageId) =>
    `ws://127.0.0.1:${port}/${person}/${piece}/${session}${page ? `/${page}` : ""}`;

  return {
    get relay() {
      return relay;
    },
    log,
    file,
    allow: (person, piece, access = OPEN) => void allowed.set(`${person} ${piece}`, access),
    sharing,
    off,
    faults,
    url,
    connect: (person, piece, { session, page, ...socket } = {}) =>
      new WireClient(url(person, piece, session, page), socket).opened(),
    async restart() {
      await relay.close();
      relay = start();
    },
    async close() {
      await relay.close();
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
      await log.close();
      await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}
