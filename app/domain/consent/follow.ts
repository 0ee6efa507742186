import { toBase64Url } from "../bytes.ts";
import { decoded, type Encoded } from "../encoded.ts";
import type { PersonId, RoomId } from "../ids.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { HeadView, StatementView } from "../statement-view.ts";
import { NO_HEAD, readStatementHead, type Sha256 } from "./record.ts";

/**
 * A stretch of somebody's chain: `hashes[i]` is that of statement number `from + 1 + i`. Each statement
 * holds the hash of the one before, so that whoever signed the last has signed them all.
 */
export type Stretch = {
  readonly from: number;
  /** Of statement number `from`; {@link NO_HEAD} before the first. */
  readonly start: Encoded;
  readonly hashes: readonly Encoded[];
};

/**
 * Follows a chain from its first statement to where it ends, by its hashes alone, in whatever order the
 * statements come. `broken` if one is missing, or does not hold the hash of the one before.
 */
export function follow(
  statements: readonly StatementView[],
  { room, person }: { readonly room: RoomId; readonly person: PersonId },
  to: HeadView,
  sha256: Sha256,
): Result<Stretch, "broken"> {
  const byHash = new Map<Encoded, { readonly n: number; readonly previous: Encoded }>();
  for (const { body } of statements) {
    const bytes = decoded(body);
    const head = readStatementHead(bytes);
    if (head?.room !== room || head.person !== person) continue;
    const { n, previous } = head.link;
    byHash.set(toBase64Url(sha256(bytes)), { n, previous: toBase64Url(previous) });
  }
  const hashes: Encoded[] = [];
  // Backwards: each statement names the one before, and none the one that follows.
  let hash = to.hash;
  for (let n = to.n; n > 0; n--) {
    const its = byHash.get(hash);
    if (its?.n !== n) return refuse("broken");
    hashes.push(hash);
    hash = its.previous;
  }
  return hash === NO_HEAD
    ? ok({ from: 0, start: NO_HEAD, hashes: hashes.reverse() })
    : refuse("broken");
}

/** The hash at a place of a stretch; `null` outside of it. */
export function hashAt({ from, start, hashes }: Stretch, n: number): Encoded | null {
  return n === from ? start : (hashes[n - from - 1] ?? null);
}

/** Where a stretch ends; `null` for one that ends before the first statement. */
export function endOf({ from, start, hashes }: Stretch): HeadView | null {
  const n = from + hashes.length;
  return n === 0 ? null : { n, hash: hashes.at(-1) ?? start };
}

/**
 * What is known once this stretch was followed. What was known before stays if it lies further ahead, or
 * if the stretch does not go through it: somebody has shown two chains, and the first one holds.
 */
export function furthest(known: HeadView | null, stretch: Stretch): HeadView | null {
  const end = endOf(stretch);
  if (!known || !end) return known ?? end;
  const goesThrough = hashAt(stretch, known.n) === known.hash;
  return goesThrough ? end : known;
}
