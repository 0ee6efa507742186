import * as z from "zod";
import { pieceId, versionId, type PieceId, type RoomId, type VersionId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Hand } from "./acts.ts";
import { today } from "./day.ts";
import { sign } from "./signing.ts";

/**
 * Takes back all that stands of a piece of mine, of which this version is the newest that I know of:
 * `moved-on` if it is not. Each is signed apart, so that the other gets what is said of the one that they
 * opened, and nothing from which to tell that there was another.
 */
export async function takeBack(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  newest: VersionId,
): Promise<Result<null>> {
  // What the server says is there: also what this page does not show, as its signature is in doubt.
  const shown = roomOfMine.safeParse(await hand.api.get(`/api/rooms/${room}`));
  if (!shown.success) return refuse("fault");
  if (!shown.data.ok) return shown.data;
  const versions = shown.data.value.pieces.find((one) => one.piece === piece)?.versions ?? [];
  const standing = versions.filter(({ state }) => state !== "taken-back");
  if (standing.at(-1)?.version !== newest) {
    const isGone = versions.some(({ version }) => version === newest) && standing.length === 0;
    return refuse(isGone ? "already-done" : "moved-on");
  }
  const signed = [];
  for (const { version } of standing) {
    const made = await sign(hand, room, piece, { kind: "take-back", version }, today());
    if (!made.ok) return made;
    signed.push({ version, statement: made.value.statement });
  }
  const command = { kind: "take-back", ...signed.pop(), before: signed };
  const done = await hand.api.post("/api/gate", { room, piece, command });
  return done.ok ? ok(null) : done;
}

const roomOfMine = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({
      pieces: z.array(
        z.object({
          piece: pieceId,
          versions: z.array(z.object({ version: versionId, state: z.string() })).optional(),
        }),
      ),
    }),
  }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) }),
]);
