import { toBase64Url } from "#domain/bytes.ts";
import {
  lineName,
  slotKeyInfo,
  valueKeyInfo,
  type MatchPlace,
} from "#domain/crypto/match-format.ts";
import type { Secret } from "#domain/crypto/port.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { Randomness } from "#domain/ports.ts";

/** One's part in a round of blind matching, and how its outcome is read. */
export type BlindMatch = {
  /**
   * For every line of the deck one slot and one value token: the same for both where both marked the
   * line, random where it was not marked. In the order of the slots, which tells nothing of the deck's.
   */
  readonly tokens: (
    lines: readonly string[],
    marked: ReadonlySet<string>,
  ) => Promise<readonly { readonly slot: Encoded; readonly value: Encoded }[]>;
  /** The lines that these slots stand for, in the order of the deck. */
  readonly linesOf: (
    lines: readonly string[],
    slots: readonly Encoded[],
  ) => Promise<readonly string[]>;
};

const TOKEN_BYTES = 32;

/** `secret` is the room's. */
export function blindMatchOf(
  secret: Secret,
  place: MatchPlace,
  randomness: Randomness,
): BlindMatch {
  const slotOf = async (line: string): Promise<Encoded> =>
    toBase64Url(await secret.mac(slotKeyInfo(place), lineName(line)));
  // Random for lines that are not marked, and made for all alike, so that the time does not tell either.
  const valueOf = async (line: string, isMarked: boolean): Promise<Encoded> => {
    const value = await secret.mac(valueKeyInfo(place), lineName(line));
    const chance = randomness.bytes(TOKEN_BYTES);
    return toBase64Url(isMarked ? value : chance);
  };
  return {
    tokens: async (lines, marked) => {
      const all = await Promise.all(
        lines.map(async (line) => ({
          slot: await slotOf(line),
          value: await valueOf(line, marked.has(line)),
        })),
      );
      return all.sort((a, b) => (a.slot < b.slot ? -1 : 1));
    },
    linesOf: async (lines, slots) => {
      const common = new Set(slots);
      const named = await Promise.all(
        lines.map(async (line) => ({ line, slot: await slotOf(line) })),
      );
      return named.filter(({ slot }) => common.has(slot)).map(({ line }) => line);
    },
  };
}
