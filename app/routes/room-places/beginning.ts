import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginBoundaries } from "#client/rooms/boundaries.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import type { Opens } from "#domain/practices/practice.ts";
import { stepped } from "#domain/practices/walk.ts";
import { practiceOf } from "../practices/practices.ts";

/**
 * What is handed to a room that is to begin a practice. It goes from page to page within this tab: the
 * address does not say it, so neither does a request.
 */
export const asBeginning = (practice: string, { says }: Opens) => ({ begin: { practice, says } });

type Handed = { readonly begin?: { readonly practice?: unknown; readonly says?: unknown } } | null;

/** The way that was handed over; once taken, it is gone from the page's history. */
function handedOver(state: Handed): { readonly practice: string; readonly way: Opens } | null {
  const { practice: id, says } = state?.begin ?? {};
  const practice = typeof id === "string" ? practiceOf(id) : null;
  const way = practice?.opens.find((one) => one.says === says);
  return practice && way ? { practice: practice.id, way } : null;
}

/**
 * Begins what a practice opens. What one writes alone is begun and gone to; of what takes two, gives how
 * it is asked or proposed, for its writer to say so.
 */
export function useBeginning(): {
  readonly asked: Exclude<Opens, { kind: "letter" | "forgiveness" | "boundaries" }> | null;
  readonly done: () => void;
} {
  const { hand, room, scene, refresh } = useInRoom();
  const { state } = useLocation() as { readonly state: Handed };
  const navigate = useNavigate();
  const [asked, setAsked] = useState<ReturnType<typeof useBeginning>["asked"]>(null);
  const taken = useRef(false);
  useEffect(() => {
    const handed = handedOver(state);
    if (!handed || taken.current) return;
    taken.current = true;
    const { practice, way } = handed;
    const goTo = async (to: string) => {
      await navigate(to, { replace: true, state: null });
    };
    void (async () => {
      const { index } = hand.keyring;
      await index.update((now) => stepped(now, { is: "went", practice }));
      if (way.kind === "letter" || way.kind === "forgiveness" || way.kind === "boundaries") {
        const begun =
          way.kind === "boundaries"
            ? await beginBoundaries(hand, scene.view)
            : await beginPiece(hand, room, way.kind, { form: way.guide });
        await refresh();
        return goTo(begun.ok ? `/room/${room}/${begun.value}` : `/room/${room}`);
      }
      setAsked(way);
      await goTo(`/room/${room}`);
      taken.current = false;
    })();
  }, [state, hand, room, scene, navigate, refresh]);
  return { asked, done: () => setAsked(null) };
}
