import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Hand } from "#client/rooms/acts.ts";
import type { Live } from "#client/rooms/live.ts";
import { openRoom, type Doubts, type RoomState, type RoomStore } from "#client/rooms/room-store.ts";
import type { Paired } from "#client/rooms/versions.ts";
import type { Scene } from "#client/rooms/scene.ts";
import type { RoomId } from "#domain/ids.ts";
import type { RoomView } from "#domain/room-view.ts";

/** The room that the pages beneath are in. */
export type InRoom = {
  readonly hand: Hand;
  readonly live: Live;
  readonly room: RoomId;
  readonly scene: Scene;
  /** `null` until somebody has come in. */
  readonly paired: Paired | null;
  readonly offline: boolean;
  /** What the server said here that does not hold. */
  readonly doubts: Doubts;
  readonly refresh: () => Promise<void>;
};

export const RoomContext = createContext<InRoom | null>(null);

/** Throws outside of an open room. */
export function useInRoom(): InRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error("not in a room");
  return room;
}

const OPENING: RoomState = { is: "opening" };
const nothing = () => () => {};

/** Opens a room for as long as the page shows it. */
export function useRoomStore(
  hand: Hand,
  live: Live,
  room: RoomId,
  first: RoomView | null,
): { readonly state: RoomState; readonly store: RoomStore | null } {
  const [store, setStore] = useState<RoomStore | null>(null);
  useEffect(() => {
    const opened = openRoom(hand, live, room, first ?? undefined);
    setStore(opened);
    return () => opened.close();
    // `first` is only where to begin: a newer one is fetched by the store itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hand, live, room]);
  const state = useSyncExternalStore(
    store?.subscribe ?? nothing,
    store?.state ?? (() => OPENING),
    () => OPENING,
  );
  return { state, store };
}
