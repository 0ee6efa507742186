import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import type { PieceAccess, StoredVersion } from "#domain/ports.ts";
import type { Consent, Rooms } from "#domain/rooms.ts";
import type { RelayWorld } from "#tests/support/relay-world.ts";
import type { Gate, RoomActs } from "#tests/support/room-acts.ts";
import { RoomWorld, somebody, type Stores } from "#tests/support/room-world.ts";
import type { Bug } from "./consent-bug.ts";
import { LateFrames, tellingInPause } from "./consent-bugs-wire.ts";
import { Sockets } from "./consent-sockets.ts";

export type Side = "ada" | "bo";
export const SIDES: readonly Side[] = ["ada", "bo"];
export const otherOf = (side: Side): Side => (side === "ada" ? "bo" : "ada");

/**
 * Two people and a stranger before a server. There are two of these, and one set of acts and promises
 * for both: the services in this process, and a server that runs.
 */
export type World = {
  /** What the two do. */
  readonly acts: RoomActs;
  /** What they, and the stranger, are answered. */
  readonly gate: Gate;
  readonly list: Rooms["list"];
  /** What their file of everything is made of, where that is another way to ask: else `null`. */
  readonly exported: ((person: PersonId, room: RoomId) => Promise<unknown>) | null;
  /** What is wrong here, and in the shadows of this world, by the test alone. */
  readonly bug: Bug;
  readonly stranger: PersonId;
  /** So many ways to ask, and so many ids of a kind, are tried after each step beside the view of both. */
  readonly probes: number;
  readonly sockets: Sockets;
  /** Whether a socket of this person would be let in to this piece, or the code that says why not. */
  readonly mayConnect: (person: PersonId, piece: PieceId) => Promise<"open" | number>;
  /** Lets time go on, for everybody alike. */
  readonly tick: (ms: number) => Promise<void>;
  /** How often this person's pages have been told, up to now, that the room moved. */
  readonly heard: (person: PersonId) => Promise<number>;
  /** What the server keeps of a version. */
  readonly stored: (version: VersionId) => Promise<StoredVersion | null>;
  readonly deleteAccount: (side: Side) => Promise<void>;
  /** Ends the server, as a system or as a power cut would, and starts it again. */
  readonly restart: (by: "stop" | "kill") => Promise<void>;
  /** What the server has reported: nothing, unless there is a fault. */
  readonly faults: () => readonly string[];
  readonly close: () => Promise<void>;
};

export type InProcessOptions = {
  readonly stores: Stores;
  readonly relay: RelayWorld;
  /** Lets the relay ask this gate from now on. */
  readonly asks: (access: Consent["access"] | null) => void;
  readonly bug?: Bug;
};

/** The services and the relay in this process, on any stores. */
export async function inProcess({
  stores,
  relay,
  asks,
  bug = {},
}: InProcessOptions): Promise<World> {
  const wronged = bug.ledger ? bug.ledger(stores.ledger) : stores.ledger;
  const late = bug.sendsLate ? new LateFrames() : null;
  const told: PersonId[] = [];
  const ledger = bug.tellsInPause
    ? tellingInPause(wronged, told)
    : (late?.through(wronged) ?? wronged);
  let world = await RoomWorld.paired({ ...stores, ledger });
  const { person: stranger } = await somebody(stores.accounts);
  let gate: Consent;
  const begin = () => {
    gate = bug.consent?.(world.consent, world.stores) ?? world.consent;
    asks(gate.access);
  };
  begin();
  if (!bug.onlyOnJoin) world.reconsider = (piece) => relay.relay.reconsider(piece);
  world.erase = (piece) => relay.relay.erase(piece);
  const sockets = new Sockets(async (person, piece) => {
    const client = await relay.connect(person, piece);
    late?.holdBack(client);
    return client;
  });
  return {
    get acts() {
      return world;
    },
    get gate() {
      return gate;
    },
    list: (person) => world.rooms.list(person),
    // Here it is made of the list and the record themselves.
    get exported() {
      return bug.exported?.(world.consent, world.stores) ?? null;
    },
    bug,
    stranger,
    probes: Infinity,
    sockets,
    mayConnect: async (person, piece) => codeOf(await gate.access(person, piece)),
    tick: async (ms) => {
      world.now += ms;
    },
    heard: async (person) =>
      world.announced.filter((one) => bug.tellsBoth || one === person).length +
      told.filter((one) => one === person).length,
    stored: (version) => stores.ledger.version(version),
    deleteAccount: async (side) => {
      const { person } = world[side];
      await world.depart(person);
      // Sessions are not part of this form: nobody else would end their sockets.
      for (const one of sockets.open) if (one.person === person) sockets.drop(one);
    },
    restart: async () => {
      world = world.restarted();
      begin();
      await relay.restart();
      await sockets.ended();
    },
    faults: () => world.faults,
    close: async () => {
      asks(null);
      world.consent.close();
      await sockets.close();
    },
  };
}

function codeOf(access: PieceAccess): "open" | number {
  if (access.status === "open") return "open";
  const reasons = { "not-here": "notHere", paused: "paused", closed: "closed" } as const;
  return CLOSE[reasons[access.code]];
}
