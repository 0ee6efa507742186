import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { Logger } from "pino";
import type { Accounts, Sessions } from "#domain/account.ts";
import type { Clock, Randomness } from "#domain/ports.ts";
import type { RequestLimits } from "#domain/requests.ts";
import type { Consent, Rooms } from "#domain/rooms.ts";
import { createAdmission, type Admit } from "./admission.ts";
import { createAccounts } from "./auth/accounts.ts";
import { openSecrets } from "./auth/secrets.ts";
import { createConsent } from "./consent.ts";
import { createDeparture } from "./departure.ts";
import type { Env } from "./env.ts";
import { finishErasing } from "./erasing.ts";
import { createLive } from "./live.ts";
import { createNewKeys } from "./new-keys.ts";
import { createPresence } from "./presence.ts";
import {
  createRequestLimits,
  USUAL_REQUESTS,
  withinLimits,
  type RequestLimitOptions,
} from "./request-limits.ts";
import { createRooms } from "./rooms.ts";
import { createDatabaseAccounts } from "./store/accounts-database.ts";
import { openDatabase } from "./store/database.ts";
import { openFrameLog } from "./store/frame-log.ts";
import { createDatabaseLedger } from "./store/ledger-database.ts";
import { migrate } from "./store/migrate.ts";
import { createDatabaseNewKeys } from "./store/new-keys-database.ts";
import { createDatabaseRooms } from "./store/rooms-database.ts";
import { USUAL_PACE } from "./sync/pace.ts";
import { createRelay } from "./sync/relay.ts";

/** Everything that a running server consists of, but for the port that it listens on. */
export type World = {
  readonly services: {
    readonly accounts: Accounts;
    readonly sessions: Sessions;
    readonly rooms: Rooms;
    readonly consent: Consent;
    readonly limits: RequestLimits;
  };
  /** Whether a request comes from a page of ours. */
  readonly sameOrigin: (headers: IncomingHttpHeaders) => boolean;
  /** Lets freshly opened sockets in to pieces. */
  readonly connect: Admit;
  /** Takes the live connections of this server. */
  readonly attach: (server: Server) => void;
  /** Acknowledges what has arrived, then lets everybody go. */
  readonly close: () => Promise<void>;
};

/** What a server takes from its machine, and a test replaces. */
export type Ports = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** How much one person may ask; as much as usual, unless a test asks more than people do. */
  readonly limits?: RequestLimitOptions;
};

const MACHINE: Ports = {
  clock: { now: () => Date.now() },
  randomness: { bytes: (length) => new Uint8Array(randomBytes(length)) },
};

/** The composition root: the only place where the parts of the server meet. */
export async function createWorld(
  env: Env,
  logger: Logger,
  { clock, randomness, limits: options = USUAL_REQUESTS }: Ports = MACHINE,
): Promise<World> {
  await migrate(env.databaseUrl);
  const database = await openDatabase(env.databaseUrl);
  const nobody = (await database.client.person.count()) === 0;
  const secrets = await openSecrets(env.secretsFile, nobody);
  const log = openFrameLog(database);
  const ledger = createDatabaseLedger(database);
  const store = createDatabaseAccounts(database);

  const roomStore = createDatabaseRooms(database);

  const {
    accounts,
    sessions,
    close: closeAccounts,
  } = await createAccounts({
    store,
    secrets,
    clock,
    randomness,
    depart: (person) => depart(person),
    newKeys: {
      wrapped: (person) => newKeys.wrapped(person),
      replace: (person, input, session) => newKeys.replace(person, input, session),
    },
  });
  const sameOrigin = originCheck(env.origin);
  const limits = createRequestLimits(options);

  // The gate, the relay and the live connections need each other; each asks only when something happens.
  const presence = createPresence({
    mayMeet: (person, piece) => consent.mayMeet(person, piece),
    turned: (piece, who) => relay.presenceTurned(piece, who),
  });
  const live = createLive({ sessions, presence, sameOrigin, logger });
  const relay = createRelay({
    log,
    access: { access: (person, piece) => consent.access(person, piece) },
    sharesAwareness: presence.sharesAwareness,
    pace: USUAL_PACE,
    logger,
  });
  const consent = createConsent({
    ledger,
    relay: {
      reconsider: async (piece) => {
        await Promise.all([relay.reconsider(piece), presence.reconsider(piece)]);
      },
      erase: relay.erase,
    },
    announce: live.announce,
    clock,
    logger,
  });
  const rooms = createRooms({
    rooms: roomStore,
    ledger,
    announce: live.announce,
    clock,
  });
  const depart = createDeparture({
    ledger,
    rooms: roomStore,
    relay,
    announce: live.announce,
    clock,
  });
  const newKeys = createNewKeys({
    ledger,
    rooms: roomStore,
    store: createDatabaseNewKeys(database),
    announce: live.announce,
    clock,
  });
  await finishErasing(log, ledger);
  await consent.wake();
  const stopEnding = sessions.onEnded(({ id }) => relay.endSession(id));

  return {
    services: { accounts, sessions, rooms, consent: withinLimits(consent, limits), limits },
    sameOrigin,
    attach: live.attach,
    connect: createAdmission({ sessions, relay, logger }),
    close: async () => {
      stopEnding();
      closeAccounts();
      await relay.close();
      await live.close();
      consent.close();
      await log.close();
      await database.close();
    },
  };
}

/**
 * Browsers name the page's origin in every upgrade and in every request that changes something. A
 * request without one does not come from a page.
 */
function originCheck(known: string | null): World["sameOrigin"] {
  return ({ origin, host }) => {
    if (!origin || !URL.canParse(origin)) return false;
    return known ? origin === known : new URL(origin).host === host;
  };
}
