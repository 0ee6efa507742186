import type { PersonId, PieceId } from "#domain/ids.ts";
import { createConsent } from "#server/consent.ts";
import { createDeparture } from "#server/departure.ts";
import { openDatabase } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";

// Deletes, on the database named in argv, a piece or whatever is somebody's, and comes as far as where
// the first log is to be erased: that never ends. It tells its parent that it is there, to be killed.
const [, , url = "", person = "", piece = ""] = process.argv;
const database = await openDatabase(url);
const ledger = createDatabaseLedger(database);
const parts = {
  ledger,
  relay: {
    reconsider: async () => {},
    erase: () => new Promise<never>(() => void process.send?.("deleted")),
  },
  announce: () => {},
  clock: { now: () => Date.now() },
  logger: { error: (details: object) => void process.send?.(details) },
};
if (piece) await createConsent(parts).deletePiece(person as PersonId, piece as PieceId);
else await createDeparture({ ...parts, rooms: createDatabaseRooms(database) })(person as PersonId);
