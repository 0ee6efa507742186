import { know, knowAt } from "#domain/consent/gate.ts";
import { nextArrival, quietUntil } from "#domain/consent/hours.ts";
import { releaseOf, type OwnPiece } from "#domain/consent/own.ts";
import { inCommon, type PairedPiece } from "#domain/consent/paired.ts";
import { isPaused, MAY_CLOSE_AFTER, nextEnd } from "#domain/consent/room.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Appending, Clock, Due, Ledger, Loaded } from "#domain/ports.ts";
import { createAlarm } from "./alarm.ts";
import { headsOf } from "./appending.ts";
import { watch } from "./onlookers.ts";
import { roomView } from "./room-view.ts";

export type ClockworkOptions = {
  readonly ledger: Ledger;
  readonly reconsider: (piece: PieceId) => Promise<void>;
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly clock: Clock;
  readonly logger: { readonly error: (details: object, message: string) => void };
};

/**
 * What the clock does. An offer that waits is released, and a round ends, before anybody looks at the
 * room at or after that time, so that it makes no difference who looks, or whether the server ran. The
 * rest is read off the clock (pauses, hours, arrivals). Alarms only announce it.
 */
export type Clockwork = {
  /** What a person may know of a room, with everything done that is due. */
  readonly look: (person: PersonId, room: RoomId) => Promise<Loaded | null>;
  /** Sets the alarms for what will change by itself in what this person sees. */
  readonly arm: (loaded: Loaded) => void;
  /** Sets the alarms for what is, or will be, due in a room; in every room without one. */
  readonly wake: (room?: RoomId) => Promise<void>;
  readonly close: () => void;
};

/** So often something is done anew when something else came between it and its journals. */
const TRIES = 5;

export function createClockwork(options: ClockworkOptions): Clockwork {
  const { ledger, reconsider, announce, clock, logger } = options;

  async function look(person: PersonId, room: RoomId): Promise<Loaded | null> {
    await ringOverdue(room);
    const due = await ledger.due({ room, upto: clock.now() });
    if (due.length > 0) await settle(person, room, due);
    return ledger.load(person, room);
  }

  async function settle(person: PersonId, room: RoomId, dues: readonly Due[]): Promise<void> {
    const loaded = await ledger.load(person, room);
    if (!loaded) return;
    const onlookers = await watch(ledger, loaded, clock.now());
    for (const due of dues) await settlePiece(loaded, due);
    for (const who of await onlookers.whoSees(clock.now())) announce(who, room);
  }

  async function settlePiece({ me, holdings }: Loaded, { room, piece }: Due): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const mine = await ledger.load(me.person, room);
      const theirs = holdings.other && (await ledger.loadAside(holdings.other, room));
      const both = [mine, theirs].filter((one) => one !== null);
      const appending = dueOf(room, piece, both, clock.now());
      if (!appending || (await ledger.append(appending)) === "done") return;
    }
  }

  // ---- alarms

  type Ring = {
    readonly room: RoomId;
    readonly person: PersonId;
    readonly what: "due" | "pause" | "mine";
    readonly at: number;
  };
  const rings = new Map<string, Ring>();
  const alarm = createAlarm<string>(clock, (key) => {
    const ring = rings.get(key);
    rings.delete(key);
    if (!ring) return;
    rung(ring).catch((error: unknown) => {
      const fault = error instanceof Error ? { name: error.name, message: error.message } : {};
      logger.error({ fault }, "What the clock did was not announced.");
    });
  });

  function set(ring: Omit<Ring, "at">, at: number | null): void {
    if (at === null) return;
    const key = keyOf(ring);
    rings.set(key, { ...ring, at });
    alarm.set(key, at);
  }

  /**
   * Who looks never meets a pause that is over here and goes on at the relay, however late a timer is:
   * a machine that slept, or a clock that was set, does not ring in time.
   */
  async function ringOverdue(room: RoomId): Promise<void> {
    const key = keyOf({ room, what: "pause" });
    const ring = rings.get(key);
    if (!ring || ring.at > clock.now()) return;
    rings.delete(key);
    await rung(ring);
  }

  function arm({ me: { person }, holdings }: Loaded): void {
    const { room } = holdings;
    const now = clock.now();
    const state = know(holdings).room;
    set({ room, person, what: "pause" }, nextEnd(state, now));
    const closes = state.pausedSince === null ? 0 : state.pausedSince + MAY_CLOSE_AFTER;
    const next = [
      quietUntil(state.own.quietHours, now),
      nextArrival(state.own.pace, now),
      closes > now ? closes : null,
    ].filter((at) => at !== null);
    set({ room, person, what: "mine" }, next.length > 0 ? Math.min(...next) : null);
  }

  async function rung({ room, person, what, at }: Ring): Promise<void> {
    const loaded = await look(person, room);
    if (!loaded) return;
    const now = clock.now();
    if (what === "due") return wake(room);
    if (what === "mine") {
      const was = JSON.stringify(roomView(loaded, at - 1));
      if (JSON.stringify(roomView(loaded, now)) !== was) announce(person, room);
      return arm(loaded);
    }
    // As it was just before: the alarm may ring a little late.
    const onlookers = await watch(ledger, loaded, at - 1);
    for (const [piece, { mode }] of know(loaded.holdings).pieces) {
      if (mode === "together") await reconsider(piece);
    }
    arm(loaded);
    for (const who of await onlookers.whoSees(now)) announce(who, room);
  }

  async function wake(room?: RoomId): Promise<void> {
    const now = clock.now();
    for (const due of await ledger.due(room ? { room } : {})) {
      // What could not be done at its time waits for the end of a pause, which has an alarm of its own.
      if (due.at <= now) await look(due.person, due.room);
      else if (!rings.has(keyOf({ room: due.room, what: "due" })) || room) {
        set({ room: due.room, person: due.person, what: "due" }, due.at);
        if (room) return;
      }
    }
  }

  return { look, arm, wake, close: () => alarm.close() };
}

/** One's own is one a person; the rest is one a room. */
const keyOf = ({ room, person, what }: { room: RoomId; person?: PersonId; what: string }): string =>
  `${what} ${room} ${what === "mine" ? (person ?? "") : ""}`;

/** What the clock writes to a piece now, from what each of the two may know; `null`: nothing yet. */
function dueOf(
  room: RoomId,
  piece: PieceId,
  both: readonly Loaded[],
  now: number,
): Appending | null {
  const states = both.map(({ holdings }) => knowAt(holdings, now).pieces.get(piece));
  const nothing: Appending = { room, expected: [], entries: [], due: { piece, at: null } };
  const owned = states.findIndex(
    (state, i) => state?.mode === "own" && state.owner === both[i]?.me.person,
  );
  const owner = both[owned];
  const own = states[owned];
  if (owner && own?.mode === "own") return releasing(nothing, owner, own, now);
  const paired = states.filter((state) => state?.mode === "paired");
  return paired.length > 0 ? endingRound(nothing, both, paired, now) : nothing;
}

function releasing(
  nothing: Appending,
  { me, holdings }: Loaded,
  own: OwnPiece,
  now: number,
): Appending | null {
  const subject = nothing.due?.piece;
  if (!subject || own.discarded || know(holdings).room.left.has(me.person)) return nothing;
  const release = releaseOf(own, now);
  if (!release) return own.waiting && !own.waiting.isVoid ? null : nothing;
  const head = headsOf(holdings);
  return {
    ...nothing,
    expected: [head(subject, "shared"), head(subject, me.person)],
    entries: [{ subject, scope: "shared", ...release }],
  };
}

/** In a pause nothing comes to anybody: the round ends when it is over. */
function endingRound(
  nothing: Appending,
  both: readonly Loaded[],
  states: readonly PairedPiece[],
  now: number,
): Appending | null {
  const [first] = both;
  const [state] = states;
  const subject = nothing.due?.piece;
  if (!first || !subject || state?.round?.is !== "running") return nothing;
  const { round, opensAt } = state.round;
  if (opensAt > now || isPaused(know(first.holdings).room, now)) return null;
  const [mine = null, theirs = null] = states.map((one) =>
    one.round?.is === "running" ? one.round.mine : null,
  );
  const expected = both.map((one) => headsOf(one.holdings)(subject, one.me.person));
  const common = [...inCommon(mine, theirs)];
  return {
    ...nothing,
    expected: [headsOf(first.holdings)(subject, "shared"), ...expected],
    entries: [
      {
        subject,
        scope: "shared",
        by: state.by,
        at: now,
        event: { type: "round-over", round, common },
      },
    ],
  };
}
