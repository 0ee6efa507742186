import { useEffect, useState } from "react";
import { openRecord, type OpenedRecord } from "#client/rooms/room-record.ts";
import { useInRoom } from "./use-room.ts";

export type RecordState =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly record: OpenedRecord }
  | { readonly is: "failed"; readonly code: string };

/**
 * The record of the room that the page is in, checked; anew whenever something has happened in it. Change
 * `attempt` to try again.
 */
export function useRecord(attempt: number): RecordState {
  const { hand, paired, scene } = useInRoom();
  const { view } = scene;
  const [state, setState] = useState<RecordState>({ is: "opening" });
  useEffect(() => {
    let left = false;
    void openRecord(hand, paired, view).then((opened) => {
      if (left) return;
      setState(
        opened.ok
          ? { is: "open", record: opened.value }
          : { is: "failed", code: opened.refusal.code },
      );
    });
    return () => {
      left = true;
    };
  }, [hand, paired, view, attempt]);
  return state;
}
