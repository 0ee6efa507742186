import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import { sha256 } from "#client/crypto/digest.ts";
import { tokenOf } from "#client/crypto/pairing.ts";
import { secretIn } from "./pairing.ts";

/**
 * The link that this tab was opened with. `public/left.js` has taken it out of the address bar before
 * anything else was loaded; it stays in this tab alone, so that one can make an account on the way in.
 */
const HELD = "link";
/** Links that were blocked on this device: hashes, so that nobody who looks here can follow one. */
const BLOCKED = "blocked-links";

function attempt<T>(step: () => T, otherwise: T): T {
  try {
    return step();
  } catch {
    return otherwise; // storage may be refused
  }
}

/** The secret, or `unreadable` for what can be no link: a part of one, or another's. */
export function heldLink(): Bytes | "unreadable" | null {
  const held = attempt(() => sessionStorage.getItem(HELD), null);
  return held === null ? null : (secretIn(held) ?? "unreadable");
}

export const holdLink = (secret: Bytes): void =>
  attempt(() => sessionStorage.setItem(HELD, toBase64Url(secret)), undefined);

export const letLinkGo = (): void => attempt(() => sessionStorage.removeItem(HELD), undefined);

const blocked = (): readonly string[] =>
  attempt(() => localStorage.getItem(BLOCKED)?.split(" ") ?? [], []);

const hashOf = async (secret: Bytes): Promise<string> => toBase64Url(sha256(await tokenOf(secret)));

export async function isBlockedHere(secret: Bytes): Promise<boolean> {
  return blocked().includes(await hashOf(secret));
}

/** On this device alone: nothing is sent, and the link stays as it is. */
export async function blockHere(secret: Bytes): Promise<void> {
  const hash = await hashOf(secret);
  const known = blocked().filter((one) => one !== hash);
  attempt(() => localStorage.setItem(BLOCKED, [...known, hash].join(" ")), undefined);
}
