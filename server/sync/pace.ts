import type { PersonId } from "#domain/ids.ts";

/** How fast one person may write, over all their sockets. */
export type PaceOptions = {
  /** Frames and bytes that are taken at once, such as what was written while offline. */
  readonly burst: { readonly frames: number; readonly bytes: number };
  /** After that, so many a second. */
  readonly perSecond: { readonly frames: number; readonly bytes: number };
};

const MIB = 1024 * 1024;

/** A day offline is caught up with at once; in the long run one person can write 256 MiB a day. */
export const USUAL_PACE: PaceOptions = {
  burst: { frames: 20_000, bytes: 256 * MIB },
  perSecond: { frames: 200, bytes: (256 * MIB) / (24 * 60 * 60) },
};

type Left = { frames: number; bytes: number; at: number };

/**
 * Slows down who writes too fast. Nothing is refused and nothing is lost: what comes waits on its
 * writer's own device until there is room for it, as it does while the network is slow.
 */
export class Pace {
  readonly #options: PaceOptions;
  readonly #now: () => number;
  readonly #people = new Map<PersonId, Left>();

  /** `now` in milliseconds. */
  constructor(options: PaceOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** Counts a message of so many bytes. How long, in milliseconds, the next one has to wait. */
  take(person: PersonId, bytes: number): number {
    const { perSecond } = this.#options;
    const left = this.#refilled(person);
    left.frames -= 1;
    left.bytes -= bytes;
    const owed = Math.max(-left.frames / perSecond.frames, -left.bytes / perSecond.bytes);
    return owed > 0 ? owed * 1000 : 0;
  }

  #refilled(person: PersonId): Left {
    const { burst, perSecond } = this.#options;
    const now = this.#now();
    const left = this.#people.get(person) ?? { ...burst, at: now };
    const seconds = (now - left.at) / 1000;
    left.frames = Math.min(burst.frames, left.frames + seconds * perSecond.frames);
    left.bytes = Math.min(burst.bytes, left.bytes + seconds * perSecond.bytes);
    left.at = now;
    this.#people.set(person, left);
    return left;
  }
}
