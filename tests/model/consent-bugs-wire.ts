import { know } from "#domain/consent/gate.ts";
import { isPaused } from "#domain/consent/room.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Appending, Ledger } from "#domain/ports.ts";
import { decodeServerFrame } from "#domain/sync/frame.ts";
import type { WireClient } from "#tests/support/wire-client.ts";

/** Does this after each act that was written. */
const afterEach = (
  ledger: Ledger,
  then: (appending: Appending) => Promise<void> | void,
): Ledger => ({
  ...ledger,
  append: async (appending) => {
    const outcome = await ledger.append(appending);
    if (outcome === "done") await then(appending);
    return outcome;
  },
});

/** In a pause, whatever is offered is told to who is not to see it, too. */
export const tellingInPause = (ledger: Ledger, told: PersonId[]): Ledger =>
  afterEach(ledger, async ({ entries, room }) => {
    const offer = entries.find(({ event: { type } }) => type === "version-offered");
    if (!offer) return;
    const holdings = (await ledger.load(offer.by, room))?.holdings;
    if (!holdings?.other) return;
    if (isPaused(know(holdings).room, offer.at)) told.push(holdings.other);
  });

/** A relay that sends on what it had queued, though a pause or a closing has been written. */
export class LateFrames {
  #queued: (() => void)[] = [];

  /** The first frame of the other's that comes to this socket while it stands open is late. */
  holdBack({ socket }: WireClient): void {
    const [arrive] = socket.listeners("message");
    if (!arrive) throw new Error("nobody listens");
    socket.removeAllListeners("message");
    let isLive = false;
    let isLate = false;
    socket.on("message", (data: Buffer) => {
      const frame = decodeServerFrame(data);
      const brings =
        frame.ok &&
        frame.value.type === "updates" &&
        frame.value.entries.some(({ type }) => type === "frame");
      const send = () => void arrive.call(socket, data);
      if (isLive && brings && !isLate) {
        isLate = true;
        this.#queued.push(send);
      } else send();
      if (frame.ok && frame.value.type === "synced") isLive = true;
    });
  }

  through(ledger: Ledger): Ledger {
    return afterEach(ledger, ({ entries }) => {
      if (!entries.some(({ event: { type } }) => ENDING.has(type))) return;
      for (const send of this.#queued.splice(0)) send();
    });
  }
}

const ENDING: ReadonlySet<string> = new Set(["room-paused", "piece-closed"]);
