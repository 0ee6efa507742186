import { toBase64Url } from "#domain/bytes.ts";
import { accessTo, mayMeet, roleIn } from "#domain/consent/access.ts";
import { chainOf } from "#domain/consent/chain.ts";
import type { GateRequest, PieceRequest, SignedStatement } from "#domain/consent/commands.ts";
import type { NewEntry } from "#domain/consent/events.ts";
import { decide, know, knowAt, type Known } from "#domain/consent/gate.ts";
import { standingVersion } from "#domain/consent/own.ts";
import { openingOf } from "#domain/consent/paired.ts";
import { recordOf, statementsFor } from "#domain/consent/record.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Appending, Clock, Ledger, Loaded } from "#domain/ports.ts";
import { MOST_PIECES } from "#domain/requests.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Consent, GateCode } from "#domain/rooms.ts";
import { appendingFor, discardingOf, headsOf } from "./appending.ts";
import { createClockwork } from "./clockwork.ts";
import { watch, type Onlookers } from "./onlookers.ts";
import { recordView, roomView, signingView } from "./room-view.ts";
import { sha256, verifyStatement } from "./statements.ts";

export type ConsentOptions = {
  readonly ledger: Ledger;
  readonly relay: {
    /** When it resolves, nothing more reaches who may not have it. */
    readonly reconsider: (piece: PieceId) => Promise<void>;
    /** Deletes a piece's log for good. */
    readonly erase: (piece: PieceId) => Promise<void>;
  };
  /** Tells a person's open pages that their own view of this room is another now. */
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly clock: Clock;
  /** For faults that no request waits for. It is never given content, names or keys. */
  readonly logger: { readonly error: (details: object, message: string) => void };
};

export type ConsentService = Consent & {
  /** Whether the two of a piece may see each other at work in it, should both turn that on. */
  readonly mayMeet: (person: PersonId, piece: PieceId) => Promise<boolean>;
  /** Sets the alarms for all that waits for its time, from before this server began. */
  readonly wake: () => Promise<void>;
  readonly close: () => void;
};

/** So often a decision is made anew when something else came between it and its journals. */
const TRIES = 5;

/** Load, decide, append, announce: whatever crosses from one to the other crosses here. */
export function createConsent(options: ConsentOptions): ConsentService {
  const { ledger, relay, announce, clock, logger } = options;
  const { reconsider } = relay;
  const clockwork = createClockwork({ ledger, reconsider, announce, clock, logger });
  const { look } = clockwork;

  // ---- asking

  async function loadedFor(person: PersonId, piece: PieceId): Promise<Loaded | null> {
    const room = await ledger.roomOf(piece);
    return room && look(person, room);
  }

  async function knownOf(person: PersonId, piece: PieceId): Promise<Known | null> {
    const loaded = await loadedFor(person, piece);
    return loaded && knowAt(loaded.holdings, clock.now());
  }

  const view: Consent["view"] = async (person, room) => {
    const loaded = await look(person, room);
    if (!loaded) return refuse("not-here");
    clockwork.arm(loaded);
    return ok(roomView(loaded, clock.now()));
  };

  const record: Consent["record"] = async (person, room) => {
    const loaded = await look(person, room);
    return loaded ? ok(recordView(loaded, clock.now())) : refuse("not-here");
  };

  const chain: Consent["chain"] = async (person, room) => {
    const loaded = await look(person, room);
    if (!loaded) return refuse("not-here");
    return ok(signingView(loaded, clock.now()));
  };

  const access: Consent["access"] = async (person, piece) => {
    const loaded = await loadedFor(person, piece);
    if (!loaded) return { status: "refused", code: "not-here" };
    // The end of a pause has to reach this socket, also if nobody looks at the room before.
    clockwork.arm(loaded);
    return accessTo(knowAt(loaded.holdings, clock.now()), piece, clock.now());
  };

  const version: Consent["version"] = async (person, id) => {
    const stored = await ledger.version(id);
    const known = stored && (await knownOf(person, stored.piece));
    const role = known && roleIn(known, stored.piece, id);
    if (!role) return refuse("not-here");
    const { piece, ciphertext, wrappedKey, ownerKey } = stored;
    const key = role === "author" ? ownerKey : wrappedKey;
    return ok({ version: id, piece, role, ciphertext, key });
  };

  // ---- acting

  const run: Consent["run"] = async (person, request) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const loaded = await look(person, request.room);
      if (!loaded) return refuse("not-here");
      const now = clock.now();
      const known = knowAt(loaded.holdings, now);
      const decided = decideSigned(loaded, known, request, now);
      if (!decided.ok) return decided;
      if (decided.value.length === 0) return ok(null);
      const onlookers = await watch(ledger, loaded, now);
      const appending = appendingFor(request, loaded, known, decided.value);
      const outcome = await ledger.append(await meeting(ledger, appending, loaded));
      if (outcome === "moved") continue;
      if (outcome !== "done") return refuse(outcome);
      if (appending.due) await clockwork.wake(request.room);
      await afterwards(person, known, request.room, onlookers);
      return ok(null);
    }
    return refuse("moved-on");
  };

  /** Everything that was open is brought in line before anybody hears of the change. */
  async function afterwards(
    person: PersonId,
    before: Known,
    room: RoomId,
    onlookers: Onlookers,
  ): Promise<void> {
    const now = clock.now();
    const loaded = await ledger.load(person, room);
    if (!loaded) throw new Error("who acts in a room is in it");
    const after = knowAt(loaded.holdings, now);
    for (const piece of after.pieces.keys()) {
      const was = JSON.stringify(accessTo(before, piece, now));
      if (JSON.stringify(accessTo(after, piece, now)) !== was) await relay.reconsider(piece);
    }
    clockwork.arm(loaded);
    for (const who of await onlookers.whoSees(now)) announce(who, room);
  }

  const makePiece: Consent["makePiece"] = async (person, { id, room, sealedKey }) => {
    const loaded = await ledger.load(person, room);
    if (!loaded) return refuse("not-here");
    const begun = loaded.holdings.pieces.filter(
      ({ owner, mode }) => owner === person && mode === "own",
    );
    if (begun.length >= MOST_PIECES && !begun.some(({ piece }) => piece === id)) {
      return refuse("too-many");
    }
    const at = clock.now();
    const made = { piece: id, room, owner: person, mode: "own", sealedKey, at } as const;
    if ((await ledger.makePiece(made)) === "taken") return refuse("taken");
    announce(person, room);
    return ok(null);
  };

  const deletePiece: Consent["deletePiece"] = async (person, piece) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const room = await ledger.roomOf(piece);
      const loaded = room && (await look(person, room));
      const state = loaded ? know(loaded.holdings).pieces.get(piece) : undefined;
      if (!loaded || state?.mode !== "own" || state.owner !== person || state.discarded) {
        return refuse("not-here");
      }
      if (standingVersion(state)) return refuse("still-offered");
      const outcome = await ledger.append(discardingOf(piece, state, loaded, clock.now()));
      if (outcome === "moved") continue;
      if (outcome !== "done") throw new Error(`a deletion cannot be ${outcome}`);
      await erase(piece);
      announce(person, loaded.holdings.room);
      return ok(null);
    }
    throw new Error("a piece of one's own kept moving");
  };

  /** Its key is gone already. What cannot be erased now goes when the server begins anew. */
  async function erase(piece: PieceId): Promise<void> {
    try {
      await relay.erase(piece);
    } catch (error) {
      const fault = error instanceof Error ? { name: error.name, message: error.message } : {};
      logger.error({ fault }, "The log of a deleted piece could not be erased.");
    }
  }

  return {
    run,
    view,
    chain,
    version,
    record,
    access,
    makePiece,
    deletePiece,
    mayMeet: async (person, piece) => {
      const known = await knownOf(person, piece);
      return known !== null && mayMeet(known, piece, clock.now());
    },
    wake: () => clockwork.wake(),
    close: () => clockwork.close(),
  };
}

/**
 * What rests on both quiet journals of a question. An answer that is put in opens both, in the same step,
 * if the other's is in; a question that is taken back takes along what either has put in. Nothing of it
 * can be told from what comes of the act: a race of two is run again.
 */
async function meeting(
  ledger: Ledger,
  appending: Appending,
  { holdings: { room, other } }: Loaded,
): Promise<Appending> {
  const entry = appending.entries.find(
    ({ event: { type } }) => type === "answer-put-in" || type === "pair-withdrawn",
  );
  const theirs = entry && other && (await ledger.loadAside(other, room));
  if (!entry || !theirs) return appending;
  const { by, at, subject, event } = entry;
  const head = headsOf(theirs.holdings)(subject, theirs.me.person);
  const resting = { ...appending, expected: [...appending.expected, head] };
  const { pieces, room: state } = know(theirs.holdings);
  const piece = pieces.get(subject as PieceId);
  if (piece?.mode !== "paired" || !piece.putIn) return resting;
  if (event.type !== "answer-put-in") {
    return { ...resting, emptied: [...(appending.emptied ?? []), piece.putIn.version] };
  }
  // What was sealed under keys that have changed since is void, whichever of the two it is.
  if (piece.putIn.isVoid || (event.keys ?? 0) < state.keyChanges.length) return resting;
  const mine = { by, answer: { version: event.version, recorded: event.recorded } };
  const opening = openingOf([mine, { by: theirs.me.person, answer: piece.putIn }], subject, at);
  return { ...resting, entries: [...appending.entries, ...opening] };
}

/**
 * The statement comes first: whether it holds says nothing about what is in the room. If there are others,
 * for what goes with it, they come once it is decided that these are what is there to go.
 */
function decideSigned(
  { me, holdings }: Loaded,
  known: Known,
  request: GateRequest,
  now: number,
): Result<readonly NewEntry[], GateCode> {
  const signed = signedIn(request);
  if (!signed) return decide(known, request, now, recorded);
  const { piece, command } = signed;
  const chain = chainOf(known, holdings.entries);
  const context = { room: request.room, person: me.person, piece, chain, now };
  const [first, ...others] = statementsFor(command).map(
    (one) => () => verifyStatement(one, context, me.signingKey),
  );
  const verified = first?.();
  if (verified?.ok === false) return verified;
  const decided = decide(known, request, now, recorded);
  if (!decided.ok) return decided;
  for (const verify of others) {
    const its = verify();
    if (!its.ok) return its;
  }
  return decided;
}

/** The act on a piece that a request carries, with its statement. */
function signedIn(request: GateRequest): Pick<PieceRequest, "piece" | "command"> | null {
  if ("piece" in request) return request;
  const goodbye = request.command.kind === "leave" ? request.command.goodbye : undefined;
  return goodbye ? { piece: goodbye.piece, command: goodbye.offer } : null;
}

const recorded = (statement: SignedStatement) =>
  recordOf({ hash: toBase64Url(sha256(decoded(statement.body))), ...statement });
