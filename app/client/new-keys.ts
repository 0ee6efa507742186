import * as z from "zod";
import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import type { SignedStatement } from "#domain/consent/commands.ts";
import { keysProofInput, writeStatement } from "#domain/consent/record.ts";
import { decoded } from "#domain/encoded.ts";
import { roomId, type RoomId } from "#domain/ids.ts";
import type { Index, RoomEntry } from "#domain/index-schema.ts";
import { keysFinish, keysStart, keysStarted, type Wrapped } from "#domain/new-keys.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Day } from "#domain/statement-view.ts";
import { confirm } from "./account-device.ts";
import { isGoodPassword, signIn } from "./account-entry.ts";
import { admit, type AccountParts } from "./account-parts.ts";
import type { Account } from "./account.ts";
import { askAt, fetchFrom } from "./asking.ts";
import { sha256 } from "./crypto/digest.ts";
import { sealIndex } from "./keyring/index-sealing.ts";
import type { Keyring } from "./keyring/keyring.ts";
import { today } from "./rooms/day.ts";
import type { Hand } from "./rooms/acts.ts";
import { pinnedOther } from "./rooms/pairing.ts";
import { endOfChains } from "./rooms/signing.ts";
import type { Rewrapped, Wraps } from "./secrets/rewrap.ts";
import type { UnlockedKeys } from "./secrets/secrets-worker.ts";
import { isNewer, known } from "#domain/newer.ts";

/** New keys after a suspected compromise: see domain/new-keys.ts. */

/** Another device may write at the same moment; more than this often is a fault. */
const TRIES = 4;

export const newKeys =
  (parts: AccountParts): Account["newKeys"] =>
  async ({ current, next }) => {
    const keyring = parts.holder.current();
    if (!keyring) return refuse("locked");
    if (next === current || !(await isGoodPassword(next, [keyring.name]))) {
      return refuse("bad-password");
    }
    const confirmed = await confirm(parts)(current);
    if (!confirmed.ok) return confirmed;
    for (let tries = 1; ; tries++) {
      const pinned = await pinEverybody(parts, keyring);
      if (!pinned.ok) return pinned;
      const done = await replaceAll(parts, keyring, current, next);
      if (done.ok || done.refusal.code !== "moved-on" || tries === TRIES) return done;
      const refreshed = await keyring.index.refresh();
      if (!refreshed.ok) return refreshed;
    }
  };

const summaries = z.object({ rooms: z.array(z.object({ room: roomId })) });

/**
 * Whoever came in by a link of mine answered to the keys of now: they are pinned before those are gone.
 * Somebody who cannot be told from another stays so.
 */
async function pinEverybody({ api }: AccountParts, keyring: Keyring): Promise<Result<null>> {
  const found = await fetchFrom(api, "/api/rooms", summaries);
  if (!found.ok) return found;
  for (const { room } of found.value.rooms) {
    if (known(keyring.index.current().rooms[room])?.other) continue;
    const view = await api.get(`/api/rooms/${room}`);
    if (!view.ok) return view;
    const other = await pinnedOther(keyring, view.value as RoomView);
    if (!other.ok && other.refusal.code !== "not-the-other") return other;
  }
  return ok(null);
}

async function replaceAll(
  parts: AccountParts,
  keyring: Keyring,
  current: string,
  next: string,
): Promise<Result<null>> {
  const { api, secrets } = parts;
  const { person, name } = keyring;
  const login = await secrets.call("startLogin", { password: current });
  const registration = await secrets.call("startRegistration", { password: next });
  const started = await askAt(
    api,
    "/api/account/keys/start",
    { schema: keysStart, value: { login: login.message, request: registration.message } },
    keysStarted,
  );
  if (!started.ok) return started;
  const { accountKey, identity, response, ticket, wrapped } = started.value;
  const proven = await secrets.call("finishLogin", {
    password: current,
    state: login.state,
    response: started.value.login,
  });
  if (!proven) return refuse("wrong-credentials");

  const renewed = await secrets.call("renewKeys", {
    unlock: proven.unlock,
    accountKey,
    identity,
    person,
    password: next,
    state: registration.state,
    response,
    remember: keyring.remembered,
    wraps: wrapsOf(wrapped),
  });
  if (!renewed) return refuse("fault");
  const { keys, unlocks, device } = renewed;
  const day = today();
  const signed = await statementsFor({ api, keyring }, keys, wrapped, day);
  if (!signed.ok) return signed;
  const statements = signed.value;
  const { words, ...newUnlocks } = unlocks;
  // In one turn, so that this is the index of this version.
  const index = indexAfter(keyring, words, statements, wrapped, day);
  const version = keyring.index.version();
  const sealed = await sealIndex(keys.index, person, version + 1, index);
  const { signingKey, boxKey } = keys;
  const value = {
    ...newUnlocks,
    ...rewrappedIn(wrapped, renewed.rewrapped, statements),
    ticket,
    proof: proven.proof,
    identity: renewed.identity,
    signingKey,
    boxKey,
    index: { version, sealed },
  };
  const finished = await askAt(
    api,
    "/api/account/keys/finish",
    { schema: keysFinish, value },
    z.unknown(),
  );
  if (!finished.ok) {
    const { code } = finished.refusal;
    if (code !== "offline" && code !== "fault") return finished;
    // Perhaps it was done, and only its answer was lost: then the new password lets us in.
    const entered = await signIn(parts)({ name, password: next, remember: keyring.remembered });
    return entered.ok ? ok(null) : finished;
  }
  const account = {
    person,
    identity: renewed.identity,
    index: { version: version + 1, sealed },
  };
  const admitted = await admit(parts, { name, account, keys, device });
  return admitted.ok ? ok(null) : admitted;
}

const wrapsOf = ({ rooms, pieces, versions, received }: Wrapped): Wraps => ({
  rooms: rooms.map(({ room, key }) => ({ room, key: key === null ? null : decoded(key) })),
  pieces: pieces.map(({ piece, sealed }) => ({ piece, sealed: decoded(sealed) })),
  versions: versions.map(({ version, ownerKey }) => ({ version, ownerKey: decoded(ownerKey) })),
  received: received.map((one) => ({ ...one, wrappedKey: decoded(one.wrappedKey) })),
});

/** A statement, and its place in the chain. */
type Placed = { readonly n: number; readonly statement: SignedStatement };

/**
 * In each room where somebody else is: by the old key, that the new ones take its place. As anything that
 * is signed, only on chains that go on from what is known: `record-differs` otherwise.
 */
async function statementsFor(
  hand: Hand,
  keys: UnlockedKeys,
  { rooms }: Wrapped,
  day: Day,
): Promise<Result<ReadonlyMap<RoomId, Placed>>> {
  const { keyring } = hand;
  const { person } = keyring;
  const named = { signingKey: toBase64Url(keys.signingKey), boxKey: toBase64Url(keys.boxKey) };
  const statements = new Map<RoomId, Placed>();
  for (const { room, paired } of rooms) {
    if (!paired) continue;
    const end = await endOfChains(hand, room);
    if (!end.ok) return end;
    const { link } = end.value;
    const proof = await signWith(keys.signing, keysProofInput({ room, person, link }, named));
    const act = { kind: "change-keys", ...named, proof: toBase64Url(proof) } as const;
    const body = writeStatement({ room, person, piece: room, link, day, act }, sha256);
    const signature = await keyring.sign(body);
    const statement = { body: toBase64Url(body), signature: toBase64Url(signature) };
    statements.set(room, { n: link.n, statement });
  }
  return ok(statements);
}

const signWith = async (key: CryptoKey, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, key, message));

/** With the new words in it, without links that lead nowhere any more, and with the keys of until now. */
function indexAfter(
  keyring: Keyring,
  words: readonly string[],
  statements: ReadonlyMap<RoomId, Placed>,
  { rooms }: Wrapped,
  day: Day,
): Index {
  const index = keyring.index.current();
  const { signingKey } = keyring;
  const changed: Record<RoomId, RoomEntry> = {};
  for (const { room } of rooms) {
    const before = index.rooms[room] ?? { petname: "" };
    // Everybody was pinned before, so that there is none; it would be kept.
    if (isNewer(before)) continue;
    const { invitation: _void, ...entry } = before;
    const placed = statements.get(room);
    if (!placed) {
      changed[room] = entry;
      continue;
    }
    const { n, statement } = placed;
    const mine = { n, hash: toBase64Url(sha256(decoded(statement.body))) };
    changed[room] = {
      ...entry,
      mineBefore: [...(entry.mineBefore ?? []), { signingKey, upTo: n, on: day }],
      followed: { ...entry.followed, mine },
    };
  }
  return {
    ...index,
    rooms: { ...index.rooms, ...changed },
    recoveryWords: [...words],
  };
}

function rewrappedIn(
  wrapped: Wrapped,
  rewrapped: Rewrapped,
  statements: ReadonlyMap<RoomId, Placed>,
) {
  const at = (list: readonly (Bytes | null)[], place: number): string => {
    const bytes = list[place];
    if (!bytes) throw new Error("something was not wrapped anew");
    return toBase64Url(bytes);
  };
  return {
    rooms: wrapped.rooms.map(({ room, key }, i) => ({
      room,
      key: key === null ? null : at(rewrapped.rooms, i),
      statement: statements.get(room)?.statement ?? null,
    })),
    pieces: wrapped.pieces.map(({ piece }, i) => ({ piece, sealed: at(rewrapped.pieces, i) })),
    versions: wrapped.versions.map(({ version }, i) => ({
      version,
      ownerKey: at(rewrapped.versions, i),
    })),
    received: wrapped.received.map(({ version }, i) => ({
      version,
      wrappedKey: at(rewrapped.received, i),
    })),
  };
}
