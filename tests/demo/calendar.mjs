// The demo's room has a past of some weeks, and it is lived through in some seconds: this moves the day
// that a process believes it is. Loaded before the production server (`--import`), which is otherwise
// as it is built; the demo tells it over IPC how many days ago it is, and moves its own day alike.
const DAY_MS = 24 * 60 * 60 * 1000;
const Real = Date;
let behind = 0;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() - behind);
    else super(...parts);
  }

  static now() {
    return Real.now() - behind;
  }
};

/** From now on it is so many days ago; 0 is today. */
export function setDaysAgo(days) {
  behind = days * DAY_MS;
}

process.on("message", ({ daysAgo }) => {
  setDaysAgo(daysAgo);
  process.send?.({ daysAgo });
});

// A demo that died without a word leaves no server behind.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
