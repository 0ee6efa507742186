import type { Bytes } from "../bytes.ts";
import { idBytes, type PieceId, type RoomId, type RoundId } from "../ids.ts";
import { utf8 } from "../utf8.ts";
import { labelled } from "./labels.ts";

/**
 * A round of blind matching. Tokens are HMACs under keys that both have and the server has not, for one
 * round of one piece: tokens of two rounds never meet, so that nothing can be learnt over several.
 */
export type MatchPlace = {
  readonly room: RoomId;
  readonly piece: PieceId;
  readonly round: RoundId;
};

/** The key of tokens that name a line. */
export const slotKeyInfo = (place: MatchPlace): Bytes =>
  labelled("room slots")
    .fixed(idBytes(place.room))
    .fixed(idBytes(place.piece))
    .fixed(idBytes(place.round))
    .finish();

/** The key of tokens that say that a line was marked. */
export const valueKeyInfo = (place: MatchPlace): Bytes =>
  labelled("room values")
    .fixed(idBytes(place.room))
    .fixed(idBytes(place.piece))
    .fixed(idBytes(place.round))
    .finish();

/** A line by its name in its deck. */
export const lineName = (name: string): Bytes => utf8(name);
