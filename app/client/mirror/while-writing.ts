const CHOSEN = "read-along";

/**
 * Whether whoever writes on this device wants to be read along with. It says nothing of anybody's words, and
 * goes with everything else when one signs out. Storage may be refused; then nothing is remembered.
 */
export function readsAlong(): boolean {
  try {
    return localStorage.getItem(CHOSEN) !== null;
  } catch {
    return false;
  }
}

export function setReadsAlong(on: boolean): void {
  try {
    if (on) localStorage.setItem(CHOSEN, "1");
    else localStorage.removeItem(CHOSEN);
  } catch {
    // It holds as long as the page does.
  }
}
