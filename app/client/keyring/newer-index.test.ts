import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { aeadOf } from "#client/crypto/secret.ts";
import { deleteLater, keepAfterAll } from "#client/rooms/delete-later.ts";
import { rememberFollowed } from "#client/rooms/followed.ts";
import { forgetForGood, markAmends, note, unsayReply } from "#client/rooms/own-pieces.ts";
import { setPetname } from "#client/rooms/pairing.ts";
import { putPauseAway, sawPause } from "#client/rooms/seen-pause.ts";
import { keepWants } from "#client/rooms/wants.ts";
import { accountView } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { sealedIndexData } from "#domain/crypto/account-format.ts";
import { INDEX_STEP, pad } from "#domain/crypto/padding.ts";
import { indexSchema, isLeaving, withPiece, type Index } from "#domain/index-schema.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import { isNewer, known } from "#domain/newer.ts";
import { PIECE_KINDS } from "#domain/pieces/kinds.ts";
import { stepped, walkOf } from "#domain/practices/walk.ts";
import { ok } from "#domain/result.ts";
import { utf8 } from "#domain/utf8.ts";
import { newId, random } from "#tests/support/keys.ts";
import { openIndex, sealIndex } from "./index-sealing.ts";
import type { Keyring } from "./keyring.ts";

/** An index as a version after this one may write it, and this one reading and changing it. */

const RUNS = { numRuns: process.env.ALL ? 1_000 : 100 };

type Json = unknown;
type JsonObject = Record<string, Json>;

const PIECES = Array.from({ length: 4 }, () => newId<PieceId>());
const ROOMS = Array.from({ length: 3 }, () => newId<RoomId>());
const [ROOM] = ROOMS as [RoomId];
const key = toBase64Url(random(32));

/** As JSON has it: each key a property of its own, also `__proto__`. */
const objectOf = (keys: fc.Arbitrary<string>, values: fc.Arbitrary<Json>, maxLength = 3) =>
  fc
    .array(fc.tuple(keys, values), { maxLength })
    .map((all): JsonObject => Object.fromEntries(all) as JsonObject);
const awkward = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "");
const anything = fc.oneof(fc.jsonValue(), objectOf(awkward, fc.jsonValue()));
/** Fields that no version has yet. */
const fields = objectOf(
  fc.string({ maxLength: 6 }).map((name) => `later ${name}`),
  anything,
);
const merged = (...parts: fc.Arbitrary<JsonObject>[]) =>
  fc.tuple(...parts).map((all) => Object.fromEntries(all.flatMap((part) => Object.entries(part))));

const readablePiece = merged(
  fc.record<JsonObject>(
    {
      kind: fc.constantFrom(...PIECE_KINDS),
      title: fc.string({ maxLength: 30 }),
      room: fc.constantFrom(...ROOMS),
      form: fc.constantFrom("say-it-well", "release"),
      replyTo: fc.constantFrom(...PIECES),
      goesAt: fc.nat(),
    },
    { requiredKeys: ["kind", "title", "room"] },
  ),
  fields,
);
const readableRoom = merged(
  fc.record<JsonObject>(
    {
      petname: fc.string({ maxLength: 30 }),
      sawPause: fc.boolean(),
      cards: merged(fc.record<JsonObject>({ depth: fc.constantFrom(1, 2, 3) }), fields),
      invitation: merged(fc.constant({ id: newId(), secret: key }), fields),
    },
    { requiredKeys: ["petname"] },
  ),
  fields,
);
/** One of them with something in it that this version does not take for such an entry. */
const spoilt = (readable: fc.Arbitrary<JsonObject>, ...spoils: fc.Arbitrary<JsonObject>[]) =>
  fc.oneof(
    fc.jsonValue().filter((value) => typeof value !== "object" || value === null),
    fc.array(anything, { maxLength: 2 }),
    ...spoils.map((spoil) => merged(readable, spoil)),
  );
const asPrototype = (value: Json) =>
  Object.fromEntries([["__proto__", value] as const]) as unknown as JsonObject;
const newerPiece = spoilt(
  readablePiece,
  fc.constantFrom("drawing", "newer", "__proto__", "constructor", 7).map((kind) => ({ kind })),
  fc.jsonValue().map((room) => ({ room: [room] })),
  fc.integer({ min: 201, max: 300 }).map((length) => ({ title: "x".repeat(length) })),
  fc.constant({ notOffered: -1 }),
  anything.map(asPrototype),
);
const newerRoom = spoilt(
  readableRoom,
  fc.jsonValue().map((petname) => ({ petname: { petname } })),
  fc.constant({ other: { person: newId(), signingKeys: [key] } }),
  fc.constant({ invitation: { id: newId(), secret: `${key}=` } }),
  anything.map(asPrototype),
);

/** The entries of an object, and under which ids stands what this version cannot read. */
type Entries = { readonly json: JsonObject; readonly newer: ReadonlySet<string> };
const entries = (
  ids: readonly string[],
  readable: fc.Arbitrary<Json>,
  newer: fc.Arbitrary<Json>,
): fc.Arbitrary<Entries> =>
  fc
    .tuple(
      fc.tuple(
        ...ids.map((id) =>
          fc.oneof(
            readable.map((json) => ({ id, json, newer: false })),
            newer.map((json) => ({ id, json, newer: true })),
            fc.constant(null),
          ),
        ),
      ),
      objectOf(fc.oneof(awkward, fc.string()), anything),
    )
    .map(([all, more]) => {
      const those = all.filter((one) => one !== null);
      const json = Object.fromEntries([
        ...Object.entries(more),
        ...those.map((one) => [one.id, one.json] as const),
      ]);
      const strange = Object.keys(more).filter((id) => !ids.includes(id));
      return {
        json,
        newer: new Set([...strange, ...those.filter((one) => one.newer).map(({ id }) => id)]),
      };
    });

const orNewer = (readable: fc.Arbitrary<Json>, newer: fc.Arbitrary<Json>) =>
  fc.oneof(readable, newer);
const names = fc.array(fc.constantFrom("my-part", "say-it-well"), { maxLength: 2 });
const future = fc.record({
  rooms: entries(ROOMS, readableRoom, newerRoom),
  pieces: entries(PIECES, readablePiece, newerPiece),
  rest: merged(
    fc.record<JsonObject>(
      {
        gone: orNewer(fc.constant([...PIECES]), fc.constant([{ piece: PIECES[0], on: 1 }])),
        recoveryWords: orNewer(
          fc.constant(Array(12).fill("zoo")),
          fc.constant(Array(24).fill("a")),
        ),
        walk: orNewer(
          merged(fc.record({ been: names }), fields),
          fc.constant({ been: [{ a: 1 }] }),
        ),
        prefs: merged(
          fc.record<JsonObject>(
            {
              idleMinutes: orNewer(fc.constantFrom(1, 10, 60), fc.constantFrom(5, "never", null)),
              neutralTitle: orNewer(fc.boolean(), fc.constantFrom("calendar", null)),
              country: orNewer(fc.constant("nz"), fc.constantFrom("nz-AUK", ["nz"])),
            },
            { requiredKeys: [] },
          ),
          fields,
          objectOf(fc.constant("__proto__"), anything),
        ),
      },
      { requiredKeys: ["prefs"] },
    ),
    fields,
    objectOf(fc.constant("__proto__"), anything),
  ),
});
type Future = { rooms: Entries; pieces: Entries; rest: JsonObject };
const textOf = ({ rooms, pieces, rest }: Future) =>
  JSON.stringify(
    Object.fromEntries([
      ...Object.entries(rest),
      ["v", 1] as const,
      ["rooms", rooms.json] as const,
      ["pieces", pieces.json] as const,
    ]),
  );

const read = (text: string): Index => z.decode(indexSchema, JSON.parse(text));
const written = (index: Index): string => JSON.stringify(z.encode(indexSchema, index));
const parsed = (text: string) =>
  JSON.parse(text) as JsonObject & Record<"rooms" | "pieces" | "prefs", JsonObject>;
const bytes = (json: Json) => JSON.stringify(json);

/** A page of this version, for which every change goes through what is sealed. */
function page(text: string) {
  let stands = text;
  const index = {
    current: () => read(stands),
    update: async (change: (index: Index) => Index) => {
      stands = written(change(read(stands)));
      return ok(read(stands));
    },
  };
  return { keyring: { index } as unknown as Keyring, text: () => stands };
}

type Acting = (keyring: Keyring, piece: PieceId, room: RoomId) => unknown;
const ACTS: readonly Acting[] = [
  (keyring, piece, room) => note(keyring, piece, { kind: "letter", title: "Mine", room }),
  (keyring, piece) => markAmends(keyring, piece, true),
  (keyring, piece) => unsayReply(keyring, piece),
  (keyring, piece, room) => deleteLater(keyring, room, piece, 1),
  (keyring, piece) => keepAfterAll(keyring, piece),
  (keyring, _, room) => setPetname(keyring, room, "Bo"),
  (keyring, _, room) => sawPause(keyring, room),
  (keyring, _, room) => putPauseAway(keyring, room),
  (keyring, _, room) => keepWants(keyring, room, { depth: 2, fit: ["children", true] }),
  (keyring, _, room) =>
    rememberFollowed(keyring, room, {
      mine: { from: 0, start: key, hashes: [key] },
      theirs: null,
    }),
  ({ index }) => index.update((now) => stepped(now, { is: "went", practice: "my-part" })),
  ({ index }) => index.update((now) => ({ ...now, pieces: { ...now.pieces } })),
];
const acts = fc.array(
  fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(...PIECES), fc.constantFrom(...ROOMS)),
  { minLength: 1, maxLength: 6 },
);

/** What no version before it may change: all that it cannot read, and every field that it does not know. */
function expectAllOf({ rooms, pieces, rest }: Future, text: string): void {
  const now = parsed(text);
  for (const [what, { json, newer }] of [["rooms", rooms] as const, ["pieces", pieces] as const]) {
    for (const [id, entry] of Object.entries(json)) {
      expect(Object.hasOwn(now[what], id), id).toBe(true);
      const left = now[what][id] as JsonObject;
      if (newer.has(id)) expect(bytes(left), id).toBe(bytes(entry));
      else for (const [field, value] of later(entry)) expect(bytes(left[field])).toBe(bytes(value));
    }
  }
  for (const [field, value] of later(rest)) expect(bytes(now[field])).toBe(bytes(value));
  const prefs = rest["prefs"] as JsonObject;
  for (const field of Object.keys(prefs)) {
    expect(bytes(now.prefs[field]), field).toBe(bytes(prefs[field]));
  }
}
const later = (entry: Json): [string, Json][] =>
  Object.entries(entry as JsonObject).filter(([name]) => /^later |^__proto__$/.test(name));

describe("an index that a newer version has written", () => {
  it("K34 comes back as it was when nothing is changed, and shows what can be read", () => {
    fc.assert(
      fc.property(future, (those) => {
        const text = textOf(those);
        const index = read(text);
        expect(parsed(written(index))).toEqual(parsed(text));
        expectAllOf(those, written(index));
        for (const [what, { json, newer }] of [
          [index.rooms, those.rooms] as const,
          [index.pieces, those.pieces] as const,
        ]) {
          const unread = Object.entries(what).flatMap(([id, one]) => (isNewer(one) ? [id] : []));
          expect(new Set(unread)).toEqual(newer);
          expect(Object.keys(what)).toEqual(Object.keys(json));
        }
        // What is not known is nowhere: not in a title, a form, a walk, or a prototype.
        expect(Object.getPrototypeOf(index.pieces)).toBe(Object.prototype);
        expect(Object.getPrototypeOf(index)).toBe(Object.prototype);
        expect(() => walkOf(index, [])).not.toThrow();
      }),
      RUNS,
    );
  });

  it("K34 loses nothing by whatever an older page does to it", async () => {
    await fc.assert(
      fc.asyncProperty(future, acts, async (those, all) => {
        const { keyring, text } = page(textOf(those));
        for (const [act, piece, room] of all) await act(keyring, piece, room);
        expectAllOf(those, text());
      }),
      RUNS,
    );
  });

  it("K34 takes what is said anew in a place that it could not read, and no more than that", async () => {
    const prefs = { idleMinutes: 5, country: "nz-AUK" };
    const { keyring, text } = page(bytes({ v: 1, rooms: {}, pieces: {}, prefs }));
    await keyring.index.update((now) => ({ ...now, prefs: { ...now.prefs, idleMinutes: 60 } }));
    expect(parsed(text()).prefs).toEqual({ idleMinutes: 60, country: "nz-AUK" });
  });

  it("K34 lets its person delete a piece for good that this version cannot read", async () => {
    const [piece, other] = PIECES as [PieceId, PieceId];
    const pieces = { [piece]: { kind: "drawing" }, [other]: { kind: "drawing", goesAt: 7 } };
    const { keyring, text } = page(bytes({ v: 1, rooms: {}, pieces, prefs: {} }));
    expect(isLeaving(read(text()).pieces[piece])).toBe(false);
    expect(isLeaving(read(text()).pieces[other])).toBe(true);
    await forgetForGood(keyring, piece);
    expect(parsed(text()).pieces).toEqual({ [other]: pieces[other] });
    expect(parsed(text())["gone"]).toEqual([piece]);
  });

  it("K34 is changed by code that does not ask only where this version can read", () => {
    const [piece] = PIECES as [PieceId];
    const pieces = { [piece]: { kind: "drawing", title: "A tree" } };
    const index = read(bytes({ v: 1, rooms: {}, pieces, prefs: {} }));
    const said = { kind: "letter", title: "", room: ROOM } as const;
    const careless = { ...index, pieces: { [piece]: { ...index.pieces[piece], ...said } } };
    expect(parsed(written(careless)).pieces).toEqual(pieces);
    expect(withPiece(index, piece, () => said)).toBe(index);
    expect(known(index.pieces[piece])).toBeUndefined();
  });
});

describe("an index that is not this version’s", () => {
  const person = newId<PersonId>();
  const sealingKey = () =>
    crypto.subtle.importKey("raw", new Uint8Array(random(32)), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);
  const seal = async (json: Json) => {
    const own = await sealingKey();
    const sealed = await aeadOf(own).seal(
      pad(utf8(bytes(json)), INDEX_STEP),
      sealedIndexData(person, 0),
    );
    return openIndex(own, person, 0, sealed);
  };

  it("K34 is refused whole when its number is another, or it has not the places", async () => {
    const index = { v: 1, rooms: {}, pieces: {}, prefs: {} };
    expect(await seal(index)).toEqual(index);
    const { prefs: _prefs, ...without } = index;
    const others = [{ ...index, v: 2 }, { ...index, v: "1" }, without, { ...index, pieces: [] }];
    for (const other of [...others, { ...index, rooms: null }, [], null, 1]) {
      expect(await seal(other)).toBeNull();
    }
  });

  it("K34 gives a server nothing: it opens for its key, person and number, and to its size", async () => {
    const own = await sealingKey();
    const [piece] = PIECES as [PieceId];
    const index = read(bytes({ v: 1, rooms: {}, pieces: { [piece]: { kind: "?" } }, prefs: {} }));
    const sealed = await sealIndex(own, person, 3, index);
    expect(await openIndex(own, person, 3, sealed)).toEqual(index);
    expect(await openIndex(own, person, 2, sealed)).toBeNull();
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    expect(await openIndex(own, person, 3, sealed)).toBeNull();
    const shown = (length: number) =>
      accountView.shape.index.safeParse({
        version: 0,
        sealed: toBase64Url(new Uint8Array(length)),
      });
    expect(shown(1 << 20).success).toBe(true);
    expect(shown((1 << 20) + 1).success).toBe(false);
  });
});
