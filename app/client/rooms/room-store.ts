import { openRoomKey, type RoomKey } from "#client/crypto/room-key.ts";
import { decoded } from "#domain/encoded.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Hand } from "./acts.ts";
import type { TakenBack } from "./checked-together.ts";
import { checkedView } from "./checked-view.ts";
import type { KnownHeads } from "./follow-heads.ts";
import type { Live } from "./live.ts";
import { changedKeys } from "./other-keys.ts";
import { forgetTakenBack } from "./own-pieces.ts";
import { pinnedOther } from "./pairing.ts";
import { readScene, type Scene } from "./scene.ts";
import { checkAhead } from "./signed.ts";
import { theTwoOf } from "./signing.ts";
import { knownHeads, watchRecord } from "./watch-record.ts";

/** What the server said that does not hold. It is left out, and said in one notice. */
export type Doubts = {
  /** Of these it said something that was not signed by who is said to have done it. */
  readonly pieces: ReadonlySet<PieceId>;
  /** It shows a record that is not the one which my devices know, or an earlier one. */
  readonly record: boolean;
};

export type RoomState =
  | { readonly is: "opening" }
  | {
      readonly is: "open";
      readonly scene: Scene;
      readonly offline: boolean;
      readonly doubts: Doubts;
    }
  /** There is no such room for this person. */
  | { readonly is: "gone" }
  /** Who the server says the other is, is not who came in by the link. Nothing more is opened. */
  | { readonly is: "not-the-other" }
  | { readonly is: "failed"; readonly code: string };

/** One room in one tab: fetched, opened, and read again whenever something moves. */
export type RoomStore = {
  readonly state: () => RoomState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches and opens the room again; fulfilled when the state shows it. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
};

export function openRoom(hand: Hand, live: Live, room: RoomId, first?: RoomView): RoomStore {
  const listeners = new Set<() => void>();
  let state: RoomState = { is: "opening" };
  let view = first;
  let key: RoomKey | null = null;
  let closed = false;
  let work: Promise<void> = Promise.resolve();
  const watch = watchRecord(hand, room);
  let takenBack: TakenBack = new Set();
  let recordDiffers = false;

  const set = (next: RoomState) => {
    if (closed) return;
    state = next;
    for (const listener of listeners) listener();
  };

  async function show(shown: RoomView): Promise<void> {
    let other = await pinnedOther(hand.keyring, shown);
    if (!other.ok && other.refusal.code === "not-the-other") {
      // Another device of mine may have pinned, or made the link, after this one last looked.
      await hand.keyring.index.refresh();
      other = await pinnedOther(hand.keyring, shown);
    }
    if (!other.ok) {
      const { code } = other.refusal;
      return set(code === "not-the-other" ? { is: "not-the-other" } : { is: "failed", code });
    }
    if (!key && shown.key && other.value) {
      const { roomKeyCheck } = other.value;
      const opened = await openRoomKey(hand.keyring, room, decoded(shown.key), roomKeyCheck);
      if (!opened.ok) return set({ is: "not-the-other" });
      key = opened.value;
    }
    const changes = shown.other?.keyChanges.map(({ statement }) => statement);
    const two = theTwoOf(hand.keyring, room, changes);
    await checkAhead(shown, [two.me, ...(two.other ? [two.other] : [])]);
    const { view: checked, doubted } = checkedView(shown, two, takenBack);
    const keysChanged = other.value && changedKeys(shown, other.value);
    const read = await readScene(checked, key, other.value, hand.keyring.index.current());
    const scene = { ...read, keysChanged };
    const doubts = { pieces: doubted, record: recordDiffers };
    set({ is: "open", scene, offline: false, doubts });
    await forgetTakenBack(hand.keyring, checked);
  }

  /**
   * Holds the chains against what was known before the view was fetched. Only one that was fetched for
   * it can be in doubt: what came before may have been overtaken by what this tab signed meanwhile.
   */
  async function attend(shown: RoomView, known: KnownHeads, mayBeOld: boolean): Promise<void> {
    if (state.is !== "open") return;
    const attended = await watch.attend(shown, known);
    if (!attended.ok && attended.refusal.code !== "record-differs") return;
    if (!attended.ok && mayBeOld) return load();
    const before = { recordDiffers, takenBack };
    recordDiffers = !attended.ok;
    if (attended.ok) takenBack = attended.value;
    const isNew = before.recordDiffers !== recordDiffers || before.takenBack !== takenBack;
    if (isNew && view) await show(view);
  }

  async function load(): Promise<void> {
    const known = knownHeads(hand, room);
    const answer = await hand.api.get(`/api/rooms/${room}`);
    if (closed) return;
    if (answer.ok) {
      const shown = answer.value as RoomView;
      await show(shown);
      view = shown;
      void queue(() => attend(shown, known, false));
      return;
    }
    const { code } = answer.refusal;
    if (code === "not-here") return set({ is: "gone" });
    fail(code);
  }

  /** What is shown stays: somebody may be writing in it. */
  const fail = (code: string) =>
    set(state.is === "open" ? { ...state, offline: true } : { is: "failed", code });

  /** One after the other; a fault of opening is a state too, never a promise that nobody hears. */
  const queue = (step: () => Promise<void>): Promise<void> => {
    work = work.then(async () => {
      if (closed) return;
      try {
        await step();
      } catch {
        fail("fault");
      }
    });
    return work;
  };

  const refresh = () => queue(load);
  const stops = [
    live.subscribe((event) => {
      if ((event.is === "moved" && event.room === room) || event.is === "connected") void refresh();
    }),
    hand.keyring.index.subscribe(() => {
      void queue(async () => {
        if (view && state.is === "open") await show(view);
      });
    }),
  ];
  if (first) {
    void queue(() => show(first));
    void queue(() => attend(first, knownHeads(hand, room), true));
  } else void refresh();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    close: () => {
      closed = true;
      for (const stop of stops) stop();
      listeners.clear();
    },
  };
}
