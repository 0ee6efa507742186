import type { Api } from "#client/api.ts";
import {
  makeClaim,
  makeLinkSecret,
  openClaim,
  openInvitation,
  sealInvitation,
  tokenHashOf,
  tokenOf,
} from "#client/crypto/pairing.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { fromBase64Url, sameBytes, toBase64Url, type Bytes } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import { LINK_SECRET_BYTES } from "#domain/crypto/pairing-format.ts";
import { idOf, ID_BYTES, type InvitationId, type RoomId } from "#domain/ids.ts";
import type { Index, Pinned, RoomEntry } from "#domain/index-schema.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { InvitationView, RoomSummary, RoomView } from "#domain/room-view.ts";
import type { Claimed, LookedAt } from "#domain/rooms.ts";
import type { Hand } from "./acts.ts";
import { isNewer, known } from "#domain/newer.ts";

/** How a room is begun, and how a second person comes in. */

export const newId = <T extends string>(): T => idOf<T>(systemRandomness.bytes(ID_BYTES));

/**
 * Changes one room's entry; a room that the index does not know yet begins without a petname, and one
 * that a newer version has written stays as it is.
 */
export const withRoom =
  (room: RoomId, change: (entry: RoomEntry) => RoomEntry) =>
  (index: Index): Index => {
    const before = index.rooms[room] ?? { petname: "" };
    if (isNewer(before)) return index;
    return { ...index, rooms: { ...index.rooms, [room]: change(before) } };
  };

/** Makes a room for one. `petname` is what I call the other, for myself; it may be empty. */
export async function beginRoom({ api, keyring }: Hand, petname: string): Promise<Result<RoomId>> {
  const room = newId<RoomId>();
  const made = await api.post("/api/rooms", { id: room });
  if (!made.ok) return made;
  const kept = await keyring.index.update(withRoom(room, (entry) => ({ ...entry, petname })));
  return kept.ok ? ok(room) : kept;
}

export const setPetname = (
  keyring: Keyring,
  room: RoomId,
  petname: string,
): Promise<Result<Index>> =>
  keyring.index.update(withRoom(room, (entry) => ({ ...entry, petname })));

/**
 * Opens an invitation. The link's secret is in the sealed index before the server hears of it: a link
 * that was handed over must never be one that its maker cannot answer.
 */
export async function invite(
  { api, keyring }: Hand,
  room: RoomId,
): Promise<Result<InvitationView>> {
  const id = newId<InvitationId>();
  const secret = makeLinkSecret();
  const before = known(keyring.index.current().rooms[room])?.invitation;
  const kept = await keyring.index.update(
    withRoom(room, (entry) => ({ ...entry, invitation: { id, secret } })),
  );
  if (!kept.ok) return kept;
  const made = await api.post(`/api/rooms/${room}/invitation`, {
    id,
    tokenHash: toBase64Url(tokenHashOf(await tokenOf(secret))),
    packet: toBase64Url(await sealInvitation(secret, keyring, room)),
  });
  if (made.ok) return ok(made.value as InvitationView);
  // An earlier link may still stand, and have been handed over; nobody has seen this one.
  if (before || made.refusal.code === "too-many") {
    const putBack = (entry: RoomEntry) =>
      entry.invitation?.id === id ? { ...entry, invitation: before } : entry;
    await keyring.index.update(withRoom(room, putBack));
  }
  return made;
}

export async function withdrawInvitation(
  { api }: Hand,
  room: RoomId,
  invitation: InvitationId,
): Promise<Result<null>> {
  const done = await api.post(`/api/rooms/${room}/invitation/withdraw`, { id: invitation });
  return done.ok ? ok(null) : done;
}

/** The link to hand over. What stands after # is never sent to any server. */
export const linkOf = (origin: string, secret: Bytes): string =>
  `${origin}/invite#${toBase64Url(secret)}`;

/** The secret in a link's fragment, or in a whole link that was pasted; `null` if there is none. */
export function secretIn(text: string): Bytes | null {
  const fragment = text.trim().split("#").at(-1) ?? "";
  const secret = fromBase64Url(fragment);
  return secret?.length === LINK_SECRET_BYTES ? secret : null;
}

/** Looks at an invitation, without an account and without a trace. */
export async function lookAt(api: Api, secret: Bytes): Promise<Result<LookedAt>> {
  const token = toBase64Url(await tokenOf(secret));
  const looked = await api.post("/api/invitation/look", { token });
  if (!looked.ok) return looked;
  const found = looked.value as LookedAt;
  const read = await openInvitation(secret, decoded(found.packet));
  return read.ok ? ok(found) : refuse("no-invitation");
}

/**
 * Comes in: makes the room's key, for both, and pins the other before the link is used up. Which room
 * it is stands in the link's packet, which its maker can have filled with any: `no-invitation` for a
 * room that one is in, whose pinned keys nobody may replace. With `paused` the room is paused from the
 * moment on at which there are two in it.
 */
export async function comeIn(
  { api, keyring }: Hand,
  secret: Bytes,
  petname: string,
  { paused = false }: { readonly paused?: boolean } = {},
): Promise<Result<RoomId>> {
  const looked = await lookAt(api, secret);
  if (!looked.ok) return looked;
  const claim = await makeClaim(secret, decoded(looked.value.packet), keyring);
  if (!claim.ok) return claim;
  const { room, other, packet, roomKeyForMe, roomKeyForThem } = claim.value;
  const mine = await api.get("/api/rooms");
  if (!mine.ok) return mine;
  const { rooms } = mine.value as { readonly rooms: readonly RoomSummary[] };
  const entry = keyring.index.current().rooms[room];
  if (isNewer(entry)) return refuse("no-invitation");
  const isMine = entry?.invitation || (entry?.other && !isSamePerson(entry.other, other));
  if (isMine || rooms.some((one) => one.room === room)) return refuse("no-invitation");
  const kept = await keyring.index.update(
    withRoom(room, (entry) => ({ ...entry, petname, other })),
  );
  if (!kept.ok) return kept;
  const claimed = await api.post("/api/invitation/claim", {
    token: toBase64Url(await tokenOf(secret)),
    packet: toBase64Url(packet),
    roomKeyForMe: toBase64Url(roomKeyForMe),
    roomKeyForThem: toBase64Url(roomKeyForThem),
    ...(paused && { paused }),
  });
  return claimed.ok ? ok((claimed.value as Claimed).room) : claimed;
}

/** Somebody who was pinned when a claim was lost on its way may be pinned again, with another key. */
const isSamePerson = (a: Pinned, b: Pinned): boolean =>
  a.person === b.person && sameBytes(a.signingKey, b.signingKey) && sameBytes(a.boxKey, b.boxKey);

/**
 * Who the other is, by the link's secret and by nothing that the server says. The inviter reads the
 * claim once and pins what it holds; from then on only what is pinned counts. `newer-version`: what is
 * pinned cannot be read by this one.
 */
export async function pinnedOther(
  keyring: Keyring,
  view: RoomView,
): Promise<Result<Pinned | null, "not-the-other" | string>> {
  const entry = keyring.index.current().rooms[view.room];
  if (isNewer(entry)) return refuse("newer-version");
  if (!view.other) return ok(null);
  if (entry?.other) {
    return entry.other.person === view.other.person ? ok(entry.other) : refuse("not-the-other");
  }
  if (!entry?.invitation) return refuse("not-the-other");
  const { secret } = entry.invitation;
  const read = await openClaim(secret, decoded(view.other.packet), keyring, view.room);
  if (!read.ok || read.value.person !== view.other.person) return refuse("not-the-other");
  const kept = await keyring.index.update(
    withRoom(view.room, ({ invitation: _used, ...rest }) => ({ ...rest, other: read.value })),
  );
  return kept.ok ? ok(read.value) : kept;
}
