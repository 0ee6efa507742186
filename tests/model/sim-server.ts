import type { Transport } from "#client/sync/transport.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import type { LogRow, SealedLog } from "#domain/ports.ts";
import { createMemoryFrameLog } from "#server/store/frame-log-memory.ts";
import { createRelay, type Relay } from "#server/sync/relay.ts";
import { pause, type Chance } from "./random.ts";
import { SimWire } from "./sim-wire.ts";

const never = new Promise<never>(() => undefined);

/** A log whose process can be killed in the middle of a commit, and which outlives it. */
class MortalLog {
  readonly log: SealedLog;
  readonly #disk: SealedLog;
  readonly #chance: Chance;
  #committing: readonly LogRow[] = [];
  #isDead = false;

  constructor(log: SealedLog, chance: Chance, isSlow: boolean) {
    this.#disk = log;
    this.#chance = chance;
    this.log = {
      ...log,
      append: async (rows) => {
        this.#committing = rows;
        if (isSlow) await pause(chance.next() * 3);
        if (this.#isDead) return never;
        await log.append(rows);
        this.#committing = [];
      },
    };
  }

  /** What was on its way to the disk is there or not; nobody is told. */
  async kill(): Promise<void> {
    this.#isDead = true;
    if (this.#chance.happens(0.5)) await this.#disk.append(this.#committing);
  }
}

/** The real relay in this process, over wires of the simulation. */
export class SimServer {
  readonly piece: PieceId;
  readonly faults: string[] = [];
  readonly #chance: Chance;
  readonly #disk = createMemoryFrameLog();
  readonly #isSlow: boolean;
  readonly #wires = new Set<SimWire>();
  #running: { readonly relay: Relay; readonly log: MortalLog } | null = null;

  constructor(piece: PieceId, chance: Chance) {
    this.piece = piece;
    this.#chance = chance;
    this.#isSlow = chance.happens(0.5);
    this.boot();
  }

  get isUp(): boolean {
    return this.#running !== null;
  }

  boot(): void {
    const log = new MortalLog(this.#disk, this.#chance, this.#isSlow);
    const relay = createRelay({
      log: log.log,
      access: { access: async () => ({ status: "open", epoch: 1, mayWrite: true }) },
      sharesAwareness: () => true,
      logger: { error: (_details, message) => this.faults.push(message) },
    });
    this.#running = { relay, log };
  }

  /** kill -9: whatever it held is gone. */
  async kill(): Promise<void> {
    await this.#running?.log.kill();
    this.#running = null;
    for (const wire of this.#wires) wire.cut();
    this.#wires.clear();
  }

  rows(): Promise<readonly LogRow[]> {
    return this.#disk.read(this.piece, 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  }

  transport(person: PersonId): Transport {
    return (_url, events) => {
      const wire = new SimWire(this.#chance, {
        ...events,
        close: (code) => {
          this.#wires.delete(wire);
          events.close(code);
        },
      });
      setTimeout(() => {
        if (!this.#running) return wire.cut();
        this.#wires.add(wire);
        void this.#running.relay.connect(wire.socket, { person, session: "" }, this.piece);
        events.open();
      }, this.#chance.next() * 2);
      return wire.device;
    };
  }
}
