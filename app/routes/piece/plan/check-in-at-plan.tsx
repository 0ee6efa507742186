import { Navigate } from "@remix-run/react";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard } from "#client/rooms/cards.ts";

/** A check-in has no page of its own: it is looked at in its plan. */
export function CheckInAtPlan({ card }: { card: CheckInCard }) {
  const { room } = useInRoom();
  return <Navigate to={`/room/${room}/${card.plan}`} replace />;
}
