import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gateRequest, pieceCommand, roomCommand } from "#domain/consent/commands.ts";
import type { VersionId } from "#domain/ids.ts";
import { dataRoutes } from "#tests/support/data-routes.ts";
import { ask, type RawAnswer } from "#tests/support/raw-request.ts";
import { buildServed } from "#tests/support/served.ts";
import { newId } from "#tests/support/some.ts";
import { named, optionalIn, PIECE_COMMANDS, ROOM_COMMANDS, variantsOf } from "./commands.ts";
import { CASES, ENDPOINTS, type Case } from "./endpoints.ts";
import {
  ada,
  bo,
  foreignTo,
  nobody,
  ONE_OF_EACH,
  PERSPECTIVES,
  questionsIn,
  stranger,
  type Perspective,
  type Question,
} from "./perspectives.ts";
import { never, openScene, type Asker, type Ids, type Scene } from "./scene.ts";
import { LIVE_EVENTS, newsAfter, upgradeBytes } from "./sockets.ts";
import { ALL, THINGS, type ThingName } from "./things.ts";

/** Noon on a Monday. */
const NOON = Date.UTC(2025, 10, 3, 12);

let scene: Scene;
let before: string;
beforeAll(async () => {
  await buildServed();
  scene = await openScene(NOON);
  before = await everything();
});
afterAll(async () => {
  kept.destroy();
  await scene.close();
});

/** The answer byte for byte, but for what every answer has of its own: its moment and its nonce. */
const bytesOf = ({ status, headers, text }: RawAnswer): string =>
  JSON.stringify([
    status,
    headers
      .filter(([name]) => name.toLowerCase() !== "date")
      .map(([name, value]) => [name, value.replace(/'nonce-[^']+'/g, "'nonce'")]),
    text,
  ]);

/** All that the two see of their room, and how often their pages, and a stranger's, were told to look. */
async function everything(): Promise<string> {
  const { acts, ada, bo, stranger, elsewhere } = scene;
  const views = [await acts.view(ada.who), await acts.view(bo.who)];
  const told = [ada, bo, stranger].flatMap((one) => [one.heard(acts.room), one.heard(elsewhere)]);
  return JSON.stringify([views, await Promise.all(told)], null, 1);
}

/** These ids, with one or more of them such as never were. */
const without = (ids: Ids, kinds: readonly (keyof Ids)[]): Ids => {
  const none = never();
  return { ...ids, ...Object.fromEntries(kinds.map((kind) => [kind, none[kind]])) };
};

/** Of who has none of their own: see `Visitor`. */
const kept = new Agent({ keepAlive: true, timeout: 2000 });

async function answered(asker: Asker, ids: Ids, one: Case): Promise<string> {
  const { visitor } = asker;
  const { method, path, body } = await one.request(ids, asker, scene);
  const { token, agent = kept } = visitor ?? { token: undefined };
  return bytesOf(await ask(scene.served.origin, { method, path, token, body, agent }));
}

/** Asks one case, each question once: with no id that is a thing's own, it is the same of all. */
function asking({ asker, room }: Perspective, one: Case) {
  const answers = new Map<string, Promise<string>>();
  return ({ thing, missing }: Question): Promise<string> => {
    const { room: theirs, ...rest } = scene.things[thing];
    const ids = { ...rest, room: room?.(scene) ?? theirs };
    const key = one.about.map((kind) => (missing.includes(kind) ? "" : ids[kind])).join(" ");
    const answer = answers.get(key) ?? answered(asker(scene), without(ids, missing), one);
    answers.set(key, answer);
    return answer;
  };
}

/** What comes of a request that no page could have sent: of it, any two are one. */
const UNREAD = /bad-request|bad-statement|chain-moved/;

describe("the tables of these tests", () => {
  it("have a case for every route that answers data", async () => {
    const there = (await dataRoutes()).map(({ path }) => path).sort();
    expect(Object.keys(ENDPOINTS).sort()).toEqual(there);
  });

  it("have a case for every id in the address of a route", () => {
    for (const [path, cases] of Object.entries(ENDPOINTS)) {
      const ids = [...path.matchAll(/:(\w+)/g)].map(([, id]) => id);
      const about = typeof cases === "string" ? [] : cases.flatMap((one) => one.about);
      expect(about, path).toEqual(expect.arrayContaining(ids));
    }
  });

  it("have a case for every command of the gate, with and without all that can be left out", () => {
    expect(Object.keys(PIECE_COMMANDS).sort()).toEqual(variantsOf(pieceCommand.options));
    expect(Object.keys(ROOM_COMMANDS).sort()).toEqual(variantsOf(roomCommand.options));
  });

  it("ask in the words that the gate reads, each for what it is called by", async () => {
    const options = [...pieceCommand.options, ...roomCommand.options];
    for (const one of CASES.filter(({ name }) => name.startsWith("gate: "))) {
      const { body } = await one.request(scene.things.draft, ada(scene), scene);
      const { command } = gateRequest.parse(JSON.parse(JSON.stringify(body)));
      const left = optionalIn(options, command.kind).filter((field) => field in command);
      expect(`gate: ${named(command.kind, left)}`).toBe(one.name);
    }
  });

  it("have a case for everything that a page can say on a live socket", () => {
    const heard = [...readFileSync("server/live.ts", "utf8").matchAll(/socket\.on\("(\w+)"/g)]
      .map(([, event]) => event)
      .filter((event) => event !== "disconnect");
    expect(Object.keys(LIVE_EVENTS)).toEqual(heard);
  });

  it.each(ALL)("are about what is there: %s", async (thing) => {
    const [who, name] = THINGS[thing].there;
    const one = CASES.find((found) => found.name === name);
    if (!one) throw new Error(`there is no case for ${name}`);
    const asker = (who === "ada" ? ada : bo)(scene);
    const ids = scene.things[thing];
    const real = await answered(asker, ids, one);
    expect(real).not.toMatch(UNREAD);
    const kinds = one.about.filter((kind) => kind !== "room");
    expect(await answered(asker, without(ids, kinds), one)).not.toBe(real);
  });
});

describe.each(PERSPECTIVES)("to $name", (perspective) => {
  const { known = {}, room } = perspective;
  const foreign = CASES.filter(
    (one) =>
      foreignTo(perspective, one).length > 0 &&
      // Without a room in it, a request is the same through any.
      (!room || one.about.includes("room")),
  );

  it.each(foreign.map((one) => [one.name, one] as const))(
    "G12 what is there and what never was are one: %s",
    async (name, one) => {
      const ask = asking(perspective, one);
      const questions = questionsIn(perspective, one, scene);
      expect(questions).not.toEqual([]);
      const compared = questions.map(async ({ asOfNothing, mixed, real }) => {
        const [never, answer] = [await ask(asOfNothing), await ask(real)];
        expect(never).not.toMatch(UNREAD);
        for (const question of mixed) {
          expect(await ask(question), JSON.stringify(question)).toBe(never);
        }
        const code = known[name];
        const told = code ? never.replace("not-here", code).replace("[404", "[400") : never;
        expect(answer, real.thing).toBe(told);
      });
      await Promise.all(compared);
    },
  );

  it("is told what they know in no case but these", () => {
    const names = foreign.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(known)));
  });
});

describe("whatever is asked in another way", () => {
  const WAYS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

  it("G12 every method, and the framework's own form of every route, answers a stranger alike", async () => {
    const paths = Object.keys(ENDPOINTS).filter((path) => path.includes(":"));
    const { token, agent } = scene.stranger;
    const addressed = async (path: string, ids: Ids, method: string) => {
      const at = `/${path.replace(/:(\w+)/g, (_all, id: keyof Ids) => ids[id])}`;
      const answer = await ask(scene.served.origin, { method, path: at, token, agent });
      // A method that there is not is refused in words that repeat the address.
      return bytesOf(answer).replaceAll(at.replace(".data", ""), "the address");
    };
    for (const path of paths.flatMap((one) => [one, `${one}.data`])) {
      const things = /:(piece|version)/.test(path) ? ONE_OF_EACH : ONE_OF_EACH.slice(0, 1);
      const compared = WAYS.map(async (way) => {
        const none = await addressed(path, never(), way);
        for (const thing of things) {
          const real = await addressed(path, scene.things[thing], way);
          expect(real, `${way} ${path} of ${thing}`).toBe(none);
        }
      });
      await Promise.all(compared);
    }
  });
});

describe("on a socket", () => {
  const BUT_SHARED = ALL.filter((thing) => thing !== "agreement");

  it.each([
    { name: "a stranger", asker: stranger, things: ALL },
    { name: "who is not signed in", asker: nobody, things: ALL },
    { name: "the other, of all but what both write", asker: bo, things: BUT_SHARED },
  ])("F6 one piece is as another to $name", async ({ asker, things }) => {
    const token = asker(scene).visitor?.token;
    const none = await upgradeBytes(scene, token, never().piece);
    expect(none).toMatch(/^\[/);
    const compared = things.map(async (thing) => {
      const told = await upgradeBytes(scene, token, scene.things[thing].piece);
      expect(told, thing).toBe(none);
    });
    await Promise.all(compared);
  });

  it.each(Object.keys(LIVE_EVENTS))(
    "R13 %s tells nothing of a piece that is not theirs",
    async (event) => {
      const piecesOf = (things: readonly ThingName[]) => [
        ...things.map((thing) => scene.things[thing].piece),
        never().piece,
      ];
      expect(await newsAfter(scene.stranger, event, piecesOf(ALL))).toEqual([]);
      expect(await newsAfter(scene.bo, event, piecesOf(BUT_SHARED))).toEqual([]);
      // Who writes it too is told, and not of the stranger.
      expect(await newsAfter(scene.bo, event, [scene.things.agreement.piece])).toEqual([
        expect.stringContaining('"both":false'),
      ]);
    },
  );
});

describe("in the end", () => {
  it("nothing of all this has changed anything, nobody was told of it, and nothing has failed", async () => {
    expect(await everything()).toBe(before);
    expect(scene.served.faults).toEqual([]);
  });
});

/** What the other can do with a question of theirs, whatever became of the answers. */
const SUCCEEDS = /^gate: (put-in|withdraw)/;

describe("to the other, while an answer is put in and taken out again", () => {
  const asked = CASES.filter(
    ({ name, about, reads }) => reads || (about.includes("piece") && !SUCCEEDS.test(name)),
  );

  it("G24 whatever they ask is answered alike, and they are told of neither", async () => {
    const { acts, things, bo: page } = scene;
    const { piece } = things.answerOut;
    const version = newId<VersionId>();
    const answers = async () => [
      await page.heard(acts.room),
      ...(await Promise.all(
        asked.map((one) => answered(bo(scene), { ...things.answerOut, version }, one)),
      )),
    ];
    const notYet = await answers();
    expect(await acts.putIn(acts.ada, piece, version)).toBe("done");
    expect(await answers()).toEqual(notYet);
    expect(await acts.run(acts.ada, piece, { kind: "take-out", version })).toBe("done");
    expect(await answers()).toEqual(notYet);
  });
});
