import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";

/**
 * A place under the bar of whichever page is open, for what concerns all of them. It stands after the bar,
 * so that help and the way out stay where they are.
 */
let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

function set(next: HTMLElement | null): void {
  place = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The place itself; every bar has one. */
export function UnderTheBar() {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = here;
    set(current);
    return () => {
      // The next page's may be there already.
      if (place === current) set(null);
    };
  }, []);
  return <div ref={here} className="contents" />;
}

/** Shows its children there; nothing on a page without a bar. */
export function ShowUnderTheBar({ children }: { children: ReactNode }) {
  const found = useSyncExternalStore(
    subscribe,
    () => place,
    () => null,
  );
  return found && createPortal(children, found);
}
