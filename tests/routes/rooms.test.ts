import type { ActionFunction, AppLoadContext, LoaderFunction } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { SESSION_COOKIE, type Accounts, type Sessions } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import * as chain from "#app/routes/api.chain.room/route.ts";
import * as gate from "#app/routes/api.gate/route.ts";
import * as claim from "#app/routes/api.invitation.claim/route.ts";
import * as look from "#app/routes/api.invitation.look/route.ts";
import * as pieces from "#app/routes/api.pieces/route.ts";
import * as deletion from "#app/routes/api.pieces.delete/route.ts";
import * as exported from "#app/routes/api.export.room/route.ts";
import * as invitation from "#app/routes/api.rooms.invitation/route.ts";
import * as withdrawal from "#app/routes/api.rooms.invitation-withdraw/route.ts";
import * as record from "#app/routes/api.record.room/route.ts";
import * as room from "#app/routes/api.rooms.room/route.ts";
import * as rooms from "#app/routes/api.rooms/route.ts";
import * as versions from "#app/routes/api.versions.version/route.ts";
import {
  newId,
  offering,
  RoomWorld,
  some,
  someClaim,
  someInvitation,
} from "#tests/support/room-world.ts";

/** Accounts have tests of their own; here everybody is signed in by a token made of their id. */
const noAccounts = {} as Accounts;
const tokenOf = (person: PersonId) => toBase64Url(Buffer.from(person.padEnd(32).slice(0, 32)));

let world: RoomWorld;
let context: AppLoadContext;
/** Whether everybody has just given their password. */
let confirmed = true;
beforeEach(async () => enter(await RoomWorld.open()));

function enter(entered: RoomWorld): void {
  world = entered;
  const find: Sessions["find"] = async (token) => {
    const people = [world.ada.person, world.bo.person];
    const person = people.find((one) => tokenOf(one) === toBase64Url(token));
    return person ? { id: `session of ${person}`, person } : null;
  };
  const { consent, rooms: roomService } = world;
  const isConfirmed: Sessions["isConfirmed"] = async () => confirmed;
  const sessions = { find, isConfirmed } as Sessions;
  const limits = { mayAsk: async () => true };
  const services = { accounts: noAccounts, sessions, rooms: roomService, consent, limits };
  context = { services, nonce: "", address: "192.0.2.1" };
}

type Route = { readonly loader?: LoaderFunction; readonly action?: ActionFunction };
type Asked = { readonly status: number; readonly body: unknown; readonly text: string };

/** A request as a page of ours would send it; with a body it is a POST. */
async function ask(
  who: { readonly person: PersonId } | null,
  route: Route,
  params: Record<string, string>,
  body?: unknown,
): Promise<Asked> {
  const headers = new Headers({ "sec-fetch-site": "same-origin" });
  if (who) headers.set("cookie", `${SESSION_COOKIE}=${tokenOf(who.person)}`);
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const request = new Request("http://threshold.test/", { headers, ...init });
  const handle = body === undefined ? route.loader : route.action;
  if (!handle) throw new Error("this route does not answer that");
  let response: unknown;
  try {
    response = await handle({ request, params, context });
  } catch (thrown) {
    response = thrown;
  }
  if (!(response instanceof Response)) throw new Error("not a response");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

const notHere = { status: 404, body: { code: "not-here" } };

describe("the routes of rooms", () => {
  it("lead two people into a room and a letter from one to the other", async () => {
    const { ada, bo } = world;
    const id = newId<RoomId>();
    expect(await ask(ada, rooms, {}, { id })).toMatchObject({ status: 200, body: {} });
    const { token, made } = someInvitation();
    expect(await ask(ada, invitation, { room: id }, made)).toMatchObject({
      status: 200,
      body: { invitation: made.id },
    });
    expect(await ask(null, look, {}, { token })).toMatchObject({ body: { packet: made.packet } });
    expect(await ask(bo, claim, {}, someClaim(token))).toMatchObject({ body: { room: id } });
    expect(await ask(bo, rooms, {})).toMatchObject({
      body: { rooms: [{ room: id, other: ada.person, paused: false }] },
    });
    const piece = newId<PieceId>();
    const begun = { id: piece, room: id, sealedKey: some(60) };
    expect(await ask(ada, pieces, {}, begun)).toMatchObject({ status: 200 });
    expect(await ask(ada, room, { room: id })).toMatchObject({
      body: { me: ada.person, pieces: [{ piece, place: "mine" }] },
    });
    expect(await ask(bo, room, { room: id })).toMatchObject({ body: { pieces: [] } });
    expect(await ask(ada, deletion, { piece }, {})).toMatchObject({ status: 200 });
    expect(await ask(ada, chain, { room: id })).toMatchObject({ body: { n: 0, takeUp: [] } });
  });

  it("take an offer and hand its version to who may have it", async () => {
    enter(await RoomWorld.paired());
    const { ada, bo } = world;
    const piece = await world.begin(ada);
    const version = newId<VersionId>();
    const command = await world.signed(ada, piece, offering(version));
    const act = { room: world.room, piece, command };
    expect(await ask(ada, gate, {}, act)).toMatchObject({ status: 200, body: {} });
    expect(await ask(bo, versions, { version })).toMatchObject(notHere);
    const open = { room: world.room, piece, command: { kind: "open", version } };
    expect(await ask(bo, gate, {}, open)).toMatchObject({ status: 200 });
    expect(await ask(bo, versions, { version })).toMatchObject({
      status: 200,
      body: { role: "reader", key: command.kind === "offer" && command.wrappedKey },
    });
  });

  it("G12 answer in the same bytes for what is not mine, what is not there and what is no id", async () => {
    const { ada, bo } = world;
    const piece = await world.begin(ada);
    const answers = [
      ...[world.room, newId<RoomId>(), "x"].flatMap((id) => [
        ask(bo, room, { room: id }),
        ask(bo, chain, { room: id }),
      ]),
      ...[piece, newId<PieceId>(), "x"].map((id) => ask(bo, deletion, { piece: id }, {})),
      ...[newId<VersionId>(), "x"].map((id) => ask(bo, versions, { version: id })),
    ];
    const texts = (await Promise.all(answers)).map(({ status, text }) => `${status} ${text}`);
    expect(new Set(texts)).toEqual(new Set(['404 {"code":"not-here"}']));
    const invited = await ask(bo, invitation, { room: world.room }, someInvitation().made);
    const withdrawn = await ask(bo, withdrawal, { room: world.room }, { id: newId() });
    expect([invited, withdrawn]).toMatchObject([notHere, notHere]);
  });

  it("R5 refuse every invitation that cannot be used in the same bytes", async () => {
    const { ada, bo } = world;
    const { token, made } = someInvitation();
    await ask(ada, invitation, { room: world.room }, made);
    expect(await ask(ada, withdrawal, { room: world.room }, { id: made.id })).toMatchObject({
      status: 200,
    });
    const answers = await Promise.all(
      [token, some(32)].flatMap((one) => [
        ask(null, look, {}, { token: one }),
        ask(bo, claim, {}, someClaim(one)),
      ]),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['404 {"code":"no-invitation"}']),
    );
  });

  it("R24 give the record to who is in the room, and to keep it once the password was given again", async () => {
    enter(await RoomWorld.paired());
    const { ada } = world;
    const stranger = { person: newId<PersonId>() };
    const version = await world.offer(ada, await world.begin(ada));
    for (const route of [record, exported]) {
      expect(await ask(ada, route, { room: world.room })).toMatchObject({
        status: 200,
        body: { acts: [{ what: "offered", by: "me", version }] },
      });
      expect(await ask(ada, route, { room: newId() })).toMatchObject(notHere);
      expect(await ask(stranger, route, { room: world.room })).toMatchObject({ status: 401 });
    }
    confirmed = false;
    expect(await ask(ada, exported, { room: world.room })).toMatchObject({
      status: 403,
      body: { code: "confirm-again" },
    });
    expect(await ask(ada, record, { room: world.room })).toMatchObject({ status: 200 });
    confirmed = true;
  });

  it("let nobody act who is not signed in", async () => {
    const asked = await Promise.all([
      ask(null, rooms, {}),
      ask(null, rooms, {}, { id: newId() }),
      ask(null, room, { room: world.room }),
      ask(null, gate, {}, {}),
      ask(null, pieces, {}, {}),
      ask(null, claim, {}, {}),
      ask(null, versions, { version: newId() }),
      ask(null, chain, { room: world.room }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(Array(8).fill(401));
  });

  it("refuse what is no request", async () => {
    const { ada } = world;
    const asked = await Promise.all([
      ask(ada, rooms, {}, { id: "x" }),
      ask(ada, gate, {}, { room: world.room, piece: newId(), command: { kind: "fly" } }),
      ask(ada, pieces, {}, null),
      ask(null, look, {}, { token: "short" }),
    ]);
    expect(asked.map(({ status, text }) => `${status} ${text}`)).toEqual(
      Array(4).fill('400 {"code":"bad-request"}'),
    );
  });
});
