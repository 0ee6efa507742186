import { blank } from "./blank.ts";
import { lastActive, setLastActive } from "./device-memory.ts";
import { idleTime } from "./idle.ts";
import { lock } from "./lock.ts";
import { hearTabs } from "./tabs.ts";

const LOOK_EVERY = 1_000;

/** While keys are open: locks after the idle time, and when another tab locks. Returns how to stop. */
export function watchIdle(options: {
  /** How many idle minutes this person allows; asked each time, for it can be changed. */
  readonly minutes: () => number;
  /** Somebody is here; called at most once a second. */
  readonly onActive: () => void;
}): () => void {
  const idle = idleTime({ now: Date.now }, { last: lastActive, set: setLastActive });
  const ended = new AbortController();
  const { signal } = ended;
  const stop = () => {
    ended.abort();
    clearInterval(timer);
    deafen();
  };
  const go = (tell: boolean) => {
    stop();
    void lock({ tell });
  };
  const look = () => {
    if (idle.isTooLong(options.minutes())) go(true);
  };
  const onActive = () => {
    // Waking the machine by a key must not put off a lock that is due.
    look();
    if (!signal.aborted && idle.active()) options.onActive();
  };
  for (const type of ["keydown", "pointerdown", "touchstart", "wheel"] as const) {
    addEventListener(type, onActive, { capture: true, passive: true, signal });
  }
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return look();
    // The browser kept this page as it was left, its keys too, and brings it back. Another one may have
    // locked or signed out meanwhile, and this one did not hear of it: it is loaded anew.
    blank();
    location.reload();
  };
  addEventListener("pageshow", onPageShow, { signal });
  addEventListener("focus", look, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  const timer = setInterval(look, LOOK_EVERY);
  const deafen = hearTabs((word) => word === "lock" && go(false));
  onActive();
  return stop;
}
