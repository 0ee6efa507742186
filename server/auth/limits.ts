import { isIPv6 } from "node:net";
import { createLimiter } from "../limiter.ts";

/**
 * How often something may be tried. What is counted is the start of an attempt, whether or not the name
 * exists; ending it well takes the count back.
 */
export type Limits = {
  /** Counts an attempt to sign in or to recover; `false` if it may not be made. */
  readonly mayTry: (nameHash: Uint8Array, address: string) => Promise<boolean>;
  readonly succeeded: (nameHash: Uint8Array, address: string) => Promise<void>;
  readonly mayRegister: (address: string) => Promise<boolean>;
};

export type LimitOptions = {
  /** Attempts on one name from one address in a quarter of an hour. */
  readonly perNameAndAddress: number;
  /**
   * Attempts on one name from everywhere in an hour. Far more than from one address: else whoever knows
   * a name could keep its owner out.
   */
  readonly perName: number;
  /** Attempts on any names from one address in an hour. */
  readonly perAddress: number;
  /** New accounts from one address in an hour. */
  readonly registrations: number;
};

export const USUAL_LIMITS: LimitOptions = {
  perNameAndAddress: 10,
  perName: 100,
  perAddress: 200,
  registrations: 100,
};

const HOUR = 60 * 60;

export function createLimits(options: LimitOptions): Limits {
  const here = createLimiter(options.perNameAndAddress, HOUR / 4);
  const name = createLimiter(options.perName, HOUR);
  const address = createLimiter(options.perAddress, HOUR);
  const registrations = createLimiter(options.registrations, HOUR);

  const keys = (nameHash: Uint8Array, from: string) => {
    const nameKey = Buffer.from(nameHash).toString("base64url");
    return { name: nameKey, address: networkOf(from), here: `${nameKey} ${networkOf(from)}` };
  };
  return {
    mayTry: async (nameHash, from) => {
      const key = keys(nameHash, from);
      // In this order, so that what one address may not try any more is not counted for the name.
      return (
        (await address.take(key.address)) &&
        (await here.take(key.here)) &&
        (await name.take(key.name))
      );
    },
    succeeded: async (nameHash, from) => {
      const key = keys(nameHash, from);
      await here.forget(key.here);
      await name.forget(key.name);
      await address.giveBack(key.address, 1);
    },
    mayRegister: (from) => registrations.take(networkOf(from)),
  };
}

/** Who has one IPv6 address has 2^64 of them: they count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [front = "", back] = address.split("::");
  const groups = front.split(":").filter(Boolean);
  const behind = back?.split(":").filter(Boolean).length ?? 0;
  const zeros = back === undefined ? 0 : 8 - groups.length - behind;
  return [...groups, ...Array<string>(zeros).fill("0")].slice(0, 4).join(":");
}
