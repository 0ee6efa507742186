import { chainOf } from "#domain/consent/chain.ts";
import type { NewEntry } from "#domain/consent/events.ts";
import { know, type Known } from "#domain/consent/gate.ts";
import { keysAfter } from "#domain/consent/keys.ts";
import { checkStatement, recordOf } from "#domain/consent/record.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { KeysFinish, Wrapped } from "#domain/new-keys.ts";
import type { Clock, Ledger, Loaded, RoomStore } from "#domain/ports.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { watch } from "./onlookers.ts";
import { isSigned, sha256 } from "./statements.ts";
import type { StoredSession } from "./store/accounts.ts";
import type { NewKeysStore, RoomReplacement } from "./store/new-keys.ts";

export type NewKeysOptions = {
  readonly ledger: Ledger;
  readonly rooms: Pick<RoomStore, "roomsOf">;
  readonly store: NewKeysStore;
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly clock: Clock;
};

/** What new keys replace in every room of a person. */
export type NewKeys = {
  /** What of theirs is wrapped under the keys of now. */
  readonly wrapped: (person: PersonId) => Promise<Wrapped>;
  /**
   * Replaces all of it, in one step, and tells the others. `moved-on`: something came in between, or this
   * is not all there is: begin again. Gives the sessions that have ended.
   */
  readonly replace: (
    person: PersonId,
    input: KeysFinish,
    session: { readonly kept: string; readonly expected: string },
  ) => Promise<Result<readonly StoredSession[], "moved-on" | "bad-statement">>;
};

export function createNewKeys(options: NewKeysOptions): NewKeys {
  const { ledger, rooms, store, announce, clock } = options;

  async function loadAll(person: PersonId): Promise<readonly Loaded[]> {
    const all: Loaded[] = [];
    for (const room of await rooms.roomsOf(person)) {
      const loaded = await ledger.load(person, room);
      if (loaded) all.push(loaded);
    }
    return all;
  }

  async function wrappedIn(all: readonly Loaded[]): Promise<Wrapped> {
    const wrapped: Mutable<Wrapped> = { rooms: [], pieces: [], versions: [], received: [] };
    for (const { me, other, holdings } of all) {
      const known = know(holdings);
      const { room } = holdings;
      wrapped.rooms.push({ room, key: me.sealedRoomKey, paired: other !== null });
      for (const { piece, owner, mode, keys } of holdings.pieces) {
        const [sealed] = keys;
        if (owner === me.person && mode === "own" && sealed) wrapped.pieces.push({ piece, sealed });
      }
      for (const { piece, version, author } of versionsOf(known)) {
        const stored = await ledger.version(version);
        if (!stored) continue;
        const { ownerKey, wrappedKey } = stored;
        if (author === me.person) {
          if (ownerKey) wrapped.versions.push({ version, ownerKey });
        } else if (wrappedKey) {
          wrapped.received.push({ version, piece, author, wrappedKey });
        }
      }
    }
    return wrapped;
  }

  return {
    wrapped: async (person) => wrappedIn(await loadAll(person)),

    replace: async (person, input, { kept, expected }) => {
      const all = await loadAll(person);
      if (!isAllOf(input, await wrappedIn(all))) return refuse("moved-on");
      const at = clock.now();
      const replacements: RoomReplacement[] = [];
      for (const [i, loaded] of all.entries()) {
        const entry = entryFor(loaded, input, i, at);
        if (!entry.ok) return entry;
        const { room, entries } = loaded.holdings;
        const key = input.rooms[i]?.key ?? null;
        replacements.push({ room, entries: entries.length, key, entry: entry.value });
      }
      const before = [];
      for (const loaded of all) before.push({ loaded, onlookers: await watch(ledger, loaded, at) });
      const { signingKey, boxKey, identity, recoveryHash, byPassword, byWords, index } = input;
      const ended = await store.replace({
        person,
        expected,
        account: {
          opaqueRecord: input.record,
          ...{ signingKey, boxKey, identity, recoveryHash, byPassword, byWords, index },
        },
        rooms: replacements,
        pieces: input.pieces,
        versions: input.versions,
        received: input.received,
        emptied: all.flatMap(({ holdings }) => unsent(know(holdings))),
        kept,
        at,
      });
      if (!ended) return refuse("moved-on");
      for (const { loaded, onlookers } of before) {
        for (const who of await onlookers.whoSees(at)) announce(who, loaded.holdings.room);
      }
      return ok(ended);
    },
  };
}

type Mutable<T> = { [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Versions of mine, and those of the other that I opened. */
function versionsOf(known: Known): readonly {
  readonly piece: PieceId;
  readonly version: VersionId;
  readonly author: PersonId;
}[] {
  return [...known.pieces].flatMap(([id, piece]) => {
    if (piece.mode === "own") {
      const author = piece.owner;
      const mine = author === known.me;
      const seen = piece.versions.filter(({ reading }) => mine || reading === "opened");
      const all = [...seen, ...(piece.waiting ? [piece.waiting] : [])];
      return all.map(({ version }) => ({ piece: id, version, author }));
    }
    if (piece.mode === "together") return [];
    const opened = piece.opened.map(({ by, version }) => ({ piece: id, version, author: by }));
    if (!piece.putIn || opened.length > 0) return opened;
    return [{ piece: id, version: piece.putIn.version, author: known.me }];
  });
}

/** What waits to be offered, or was put in and did not open: it is void from now on, and goes. */
const unsent = ({ pieces }: Known): readonly VersionId[] =>
  [...pieces.values()].flatMap((piece) => {
    if (piece.mode === "own") return piece.waiting ? [piece.waiting.version] : [];
    const isOpen = piece.mode === "paired" && piece.opened.length > 0;
    return piece.mode === "paired" && piece.putIn && !isOpen ? [piece.putIn.version] : [];
  });

/** Whether just this is wrapped anew, in this order. */
function isAllOf(input: KeysFinish, wrapped: Wrapped): boolean {
  const ids = ({ rooms, pieces, versions, received }: Wrapped | KeysFinish) =>
    JSON.stringify([
      rooms.map(({ room, key }) => [room, key === null]),
      pieces.map(({ piece }) => piece),
      versions.map(({ version }) => version),
      received.map(({ version }) => version),
    ]);
  return ids(input) === ids(wrapped);
}

/** What the other is told: a statement by the old keys that names just the new ones. */
function entryFor(
  { me, other, holdings }: Loaded,
  input: KeysFinish,
  place: number,
  at: number,
): Result<NewEntry | null, "moved-on" | "bad-statement"> {
  const statement = input.rooms[place]?.statement ?? null;
  if (!other) return statement === null ? ok(null) : refuse("bad-statement");
  if (!statement) return refuse("moved-on");
  const { room } = holdings;
  const { person, signingKey, boxKey } = me;
  const verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    isSigned(signature, message, key);
  const after = keysAfter(statement, { room, person, signingKey }, { sha256, verify });
  const keys = { signingKey: toBase64Url(input.signingKey), boxKey: toBase64Url(input.boxKey) };
  if (!after || JSON.stringify(after.keys) !== JSON.stringify(keys)) return refuse("bad-statement");
  const chain = chainOf(know(holdings), holdings.entries);
  const body = decoded(statement.body);
  const context = { room, person, piece: room, chain, now: at };
  const checked = checkStatement(body, after.act, context, sha256);
  if (!checked.ok) {
    return refuse(checked.refusal.code === "chain-moved" ? "moved-on" : "bad-statement");
  }
  const recorded = recordOf({ hash: toBase64Url(sha256(body)), ...statement });
  return ok({
    subject: room satisfies RoomId,
    scope: "shared",
    by: person,
    at,
    event: { type: "keys-changed", from: { signingKey, boxKey }, recorded },
  });
}
