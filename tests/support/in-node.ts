import { createAccount } from "#client/account.ts";
import { nodeApi } from "#client/api.ts";
import { openRoomKey } from "#client/crypto/room-key.ts";
import { openVersion } from "#client/crypto/versions.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { Hand } from "#client/rooms/acts.ts";
import { pinnedOther } from "#client/rooms/pairing.ts";
import type { Paired } from "#client/rooms/versions.ts";
import type { Bytes } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import { roomId, type PersonId } from "#domain/ids.ts";
import type { Index } from "#domain/index-schema.ts";
import type { Refusal, Result } from "#domain/result.ts";
import type { VersionView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Person } from "./people.ts";

/** A person on a device of their own that is no browser: the same client code, in Node. */
export async function inNode({ name, password }: Person, origin: string): Promise<Hand> {
  const api = nodeApi(origin);
  const account = createAccount({
    api,
    secrets: inProcessSecrets(),
    vault: memoryVault(),
    clock: { now: () => Date.now() },
  });
  held(await account.signIn({ name, password, remember: false }));
  const keyring = account.keyring.current();
  if (!keyring) throw new Error("signed in without keys");
  return { api, keyring };
}

/** The value; throws for a refusal, of which no test that asks this way wants to hear. */
function held<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error((result.refusal satisfies Refusal<string>).code);
}

/** The index as the server has it now. */
export async function indexOf({ keyring }: Hand): Promise<Index> {
  return held(await keyring.index.refresh());
}

export async function viewOf({ api }: Hand, room: string): Promise<RoomView> {
  return held(await api.get(`/api/rooms/${roomId.parse(room)}`)) as RoomView;
}

/** The room as it is held by a person's device: its key, and the other as they are pinned. */
export async function pairedInNode(hand: Hand, room: string): Promise<Paired> {
  const view = await viewOf(hand, room);
  const other = held(await pinnedOther(hand.keyring, view));
  if (!other || !view.key) throw new Error("nobody else is in this room");
  const sealed = decoded(view.key);
  const key = held(await openRoomKey(hand.keyring, view.room, sealed, other.roomKeyCheck));
  return { room: view.room, key, other };
}

/** The clean copy of the last version that this person opened: the very bytes that crossed. */
export async function lastOpenedCopy(hand: Hand, room: string): Promise<Bytes> {
  const { other, pieces } = await viewOf(hand, room);
  const opened = pieces.flatMap((piece) =>
    piece.mode === "own" && piece.role === "reader"
      ? piece.opened.map(({ version }) => ({ piece: piece.piece, version }))
      : [],
  );
  const last = opened.at(-1);
  if (!last || !other) throw new Error("nothing is opened here");
  const view = held(await hand.api.get(`/api/versions/${last.version}`)) as VersionView;
  const author: PersonId = other.person;
  return held(
    await openVersion(
      hand.keyring,
      { ...last, author },
      { role: "reader", bytes: decoded(view.key) },
      decoded(view.ciphertext),
    ),
  );
}
