import { useCallback, useEffect, useState } from "react";
import { fetchFrom } from "#client/asking.ts";
import { sessionList, type SessionView } from "#domain/account.ts";
import { useTab } from "./use-tab.ts";

/** A browser that signed in after this one, of which nobody has said yet whether it was them. */
export type Arrival = { readonly id: string } & NonNullable<SessionView["arrival"]>;

/** The list of sessions is asked for only when the server says that there is something to show. */
export function useArrivals(): readonly Arrival[] {
  const { hand, live } = useTab();
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const look = useCallback(async () => {
    const found = await fetchFrom(hand.api, "/api/account/sessions", sessionList);
    if (!found.ok) return;
    setArrivals(
      found.value.sessions.flatMap(({ id, arrival }) => (arrival ? [{ id, ...arrival }] : [])),
    );
  }, [hand]);
  useEffect(
    () =>
      live.subscribe((event) => {
        if (event.is === "arrival") void look();
      }),
    [live, look],
  );
  return arrivals;
}
