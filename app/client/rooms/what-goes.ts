import type { RoomId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import type { PieceView } from "#domain/piece-view.ts";
import type { RoomSummary, RoomView } from "#domain/room-view.ts";
import type { Api } from "../api.ts";

/** What an account that is deleted takes along from one room, and what stays. In pieces. */
export type Going = {
  readonly room: RoomId;
  /** Somebody else is in it, so that something can stay. */
  readonly shared: boolean;
  /** Written by me alone: erased. */
  readonly mine: number;
  /** Of those, what stands offered: the other may have opened it. */
  readonly offered: number;
  /** Written by both: stays. */
  readonly together: number;
};

/** Room by room, as it stands now. Whether something was opened is not known here, nor anywhere else of mine. */
export async function whatGoes(api: Api): Promise<Result<readonly Going[]>> {
  const listed = await api.get("/api/rooms");
  if (!listed.ok) return listed;
  const { rooms } = listed.value as { readonly rooms: readonly RoomSummary[] };
  const going: Going[] = [];
  for (const { room } of rooms) {
    const view = await api.get(`/api/rooms/${room}`);
    if (!view.ok) return view;
    going.push(goingOf(view.value as RoomView));
  }
  return ok(going);
}

export function goingOf({ room, other, pieces }: RoomView): Going {
  return {
    room,
    shared: other !== null,
    mine: pieces.filter(isMine).length,
    offered: pieces.filter(
      (piece) => isMine(piece) && piece.versions.some(({ state }) => state !== "taken-back"),
    ).length,
    together: pieces.filter(isOfBoth).length,
  };
}

const isMine = (piece: PieceView): piece is Extract<PieceView, { readonly role: "author" }> =>
  piece.mode === "own" && piece.role === "author";

const isOfBoth = (piece: PieceView): boolean =>
  piece.mode === "together" && (piece.state.is === "open" || piece.state.is === "closed");
