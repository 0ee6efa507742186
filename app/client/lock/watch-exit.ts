import { exit } from "./exit.ts";
import { hearTabs } from "./tabs.ts";
import { tripleShift } from "./triple-shift.ts";

/** On every page: Shift three times leaves, and so does leaving in another tab. Returns how to stop. */
export function watchExit(): () => void {
  const shift = tripleShift();
  const ended = new AbortController();
  const options = { capture: true, passive: true, signal: ended.signal };
  addEventListener("keydown", shift.down, options);
  addEventListener("keyup", (event) => shift.up(event) && exit(), options);
  addEventListener("pointerdown", shift.interrupt, options);
  const deafen = hearTabs((word) => word === "exit" && exit({ tell: false }));
  return () => {
    ended.abort();
    deafen();
  };
}
