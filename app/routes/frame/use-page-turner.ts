import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { turnPagesWith } from "#client/lock/page-turner.ts";

/** Lets the lock show the unlock page without a network. */
export function usePageTurner(): void {
  const navigate = useNavigate();
  const { key } = useLocation();
  const arrived = useRef<(() => void) | null>(null);
  useEffect(
    () =>
      turnPagesWith(
        (path) =>
          new Promise((resolve) => {
            arrived.current = resolve;
            navigate(path, { replace: true });
          }),
      ),
    [navigate],
  );
  // Every navigation has another key, and effects run when its page is drawn.
  useEffect(() => {
    arrived.current?.();
    arrived.current = null;
  }, [key]);
}
