import type { RoomKey } from "#client/crypto/room-key.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import { lineWordsFrom } from "./together.ts";

type Written = Extract<TogetherState, { is: "open" | "closed" }>;

/**
 * How many lines both have signed, without those that they signed to be retired. Which these are, only
 * who has the piece's key can tell.
 */
export async function stillAgreed(
  key: RoomKey | null,
  piece: TogetherView["piece"],
  { keys, lines }: Written,
): Promise<number> {
  const stands = lines.filter(({ standing }) => standing !== null);
  const first = keys.find(({ epoch }) => epoch === 1);
  if (!key || !first || stands.length === 0) return stands.length;
  const secret = await key.unwrapPieceKey(piece, 1, decoded(first.sealed));
  const words = secret.ok ? lineWordsFrom(piece, new Map([[1, secret.value]])) : null;
  if (!words) return stands.length;
  const retired = await Promise.all(
    stands.map(
      async ({ line, standing }) =>
        standing?.hash === toBase64Url(await words.hashOf(line, RETIRED)),
    ),
  );
  return retired.filter((is) => !is).length;
}
