import { ed25519 } from "@noble/curves/ed25519.js";
import { toBase64Url } from "#domain/bytes.ts";
import type { SignedStatement } from "#domain/consent/commands.ts";
import { keysProofInput, nextLink, writeStatement } from "#domain/consent/record.ts";
import type { RoomId } from "#domain/ids.ts";
import type { KeysFinish } from "#domain/new-keys.ts";
import type { ChainView } from "#domain/statement-view.ts";
import { createNewKeys, type NewKeys } from "#server/new-keys.ts";
import { sha256 } from "#server/statements.ts";
import type { NewKeysStore } from "#server/store/new-keys.ts";
import type { RoomWorld, Somebody } from "./room-world.ts";
import { random, some } from "./some.ts";

/** The service of new keys in a world. */
export const newKeysIn = (world: RoomWorld, store: NewKeysStore): NewKeys =>
  createNewKeys({
    ledger: world.stores.ledger,
    rooms: world.stores.rooms,
    store,
    announce: (person) => void world.announced.push(person),
    clock: { now: () => world.now },
  });

/** Somebody with the keys that they shall have. */
export type Renewed = Somebody & { readonly signingKey: Uint8Array<ArrayBuffer> };

export function renewed({ person }: Somebody): Renewed {
  const { secretKey, publicKey } = ed25519.keygen();
  return { person, secretKey, signingKey: new Uint8Array(publicKey) };
}

/** The statement by which `next` takes the place of `who`. */
export function changeStatement(
  who: Somebody,
  next: Renewed,
  room: RoomId,
  chain: ChainView,
  boxKey: string,
  day: string,
): SignedStatement {
  const { person } = who;
  const link = nextLink(chain);
  const keys = { signingKey: toBase64Url(next.signingKey), boxKey };
  const proof = ed25519.sign(keysProofInput({ room, person, link }, keys), next.secretKey);
  const act = { kind: "change-keys", ...keys, proof: toBase64Url(proof) } as const;
  const body = writeStatement({ room, person, piece: room, link, day, act }, sha256);
  return {
    body: toBase64Url(body),
    signature: toBase64Url(ed25519.sign(body, who.secretKey)),
  };
}

/** What a device would send, with every wrap another than before. */
export async function changeOf(
  world: RoomWorld,
  service: NewKeys,
  who: Somebody,
  next: Renewed,
): Promise<KeysFinish> {
  const account = await world.stores.accounts.byPerson(who.person);
  if (!account) throw new Error("there is no such account");
  const wrapped = await service.wrapped(who.person);
  const boxKey = random(32);
  return {
    ticket: random(1),
    proof: "",
    record: some(192),
    byPassword: random(60),
    byWords: random(60),
    recoveryHash: random(32),
    signingKey: next.signingKey,
    boxKey,
    identity: random(92),
    index: { version: account.index.version, sealed: random(64) },
    rooms: await Promise.all(
      wrapped.rooms.map(async ({ room, key, paired }) => {
        const chain = await world.consent.chain(who.person, room);
        if (!chain.ok) throw new Error(chain.refusal.code);
        const signed = () =>
          changeStatement(who, next, room, chain.value, toBase64Url(boxKey), world.day);
        return { room, key: key && some(80), statement: paired ? signed() : null };
      }),
    ),
    pieces: wrapped.pieces.map(({ piece }) => ({ piece, sealed: some(60) })),
    versions: wrapped.versions.map(({ version }) => ({ version, ownerKey: some(60) })),
    received: wrapped.received.map(({ version }) => ({ version, wrappedKey: some(80) })),
  };
}

/** Makes new keys, and gives them; throws if that is refused. */
export async function changeKeys(
  world: RoomWorld,
  store: NewKeysStore,
  who: Somebody,
): Promise<Renewed> {
  const service = newKeysIn(world, store);
  const next = renewed(who);
  const account = await world.stores.accounts.byPerson(who.person);
  const done = await service.replace(who.person, await changeOf(world, service, who, next), {
    kept: "",
    expected: account?.opaqueRecord ?? "",
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return next;
}
