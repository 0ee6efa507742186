import { idleMinutesOf } from "#domain/index-schema.ts";
import type { Account } from "../account.ts";
import { watchIdle } from "./watch-idle.ts";

/** The device's own note of the last activity is written at most this often, in milliseconds. */
const TOUCH_EVERY = 10_000;

/** Whenever somebody is unlocked in this tab, locks it after the idle time that they chose. */
export function lockWhenIdle({ keyring, touch }: Pick<Account, "keyring" | "touch">): void {
  let stop: (() => void) | null = null;
  let touched = 0;
  const follow = () => {
    stop?.();
    stop = null;
    const unlocked = keyring.current();
    if (!unlocked) return;
    stop = watchIdle({
      minutes: () => idleMinutesOf(unlocked.index.current()),
      onActive: () => {
        if (Date.now() - touched < TOUCH_EVERY) return;
        touched = Date.now();
        void touch();
      },
    });
  };
  keyring.subscribe(follow);
  follow();
}
