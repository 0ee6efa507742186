/**
 * The two small marks about locking that all tabs of this browser share: when somebody was last active
 * here, and that a lock was asked for. Neither says who, or where they were. Storage may be refused;
 * then each tab knows only about itself.
 */
const ACTIVE = "active";
const ASKED = "lock";

function attempt<T>(step: () => T, otherwise: T): T {
  try {
    return step();
  } catch {
    return otherwise;
  }
}

/** Milliseconds since 1970; 0 when nothing is known. */
export const lastActive = (): number => attempt(() => Number(localStorage.getItem(ACTIVE)) || 0, 0);

export const setLastActive = (at: number): void =>
  attempt(() => localStorage.setItem(ACTIVE, String(at)), undefined);

/**
 * A page that is being left cannot wait for the keys to be gone from this device, so it leaves this
 * mark, and the next page locks before anything else.
 */
export const askForLock = (): void => attempt(() => localStorage.setItem(ASKED, "1"), undefined);

export const lockWasAsked = (): boolean =>
  attempt(() => localStorage.getItem(ASKED) !== null, false);

/** The lock has been done. */
export const lockIsDone = (): void => attempt(() => localStorage.removeItem(ASKED), undefined);
