import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pieceCommand, roomCommand } from "#domain/consent/commands.ts";
import { dataRoutes } from "#tests/support/data-routes.ts";
import { ask, type RawAnswer } from "#tests/support/raw-request.ts";
import { buildServed } from "#tests/support/served.ts";
import { PIECE_COMMANDS, ROOM_COMMANDS } from "./commands.ts";
import { CASES, ENDPOINTS, type Case } from "./endpoints.ts";
import { never, openScene, type Asker, type Ids, type Scene } from "./scene.ts";
import { LIVE_EVENTS, newsAfter, upgradeBytes } from "./sockets.ts";

/** Noon on a Monday. */
const NOON = Date.UTC(2025, 10, 3, 12);

let scene: Scene;
beforeAll(async () => {
  await buildServed();
  scene = await openScene(NOON);
});
afterAll(() => scene.close());

/** The answer byte for byte, but for what every answer has of its own: its moment and its nonce. */
const bytesOf = ({ status, headers, text }: RawAnswer): string =>
  JSON.stringify([
    status,
    headers
      .filter(([name]) => name.toLowerCase() !== "date")
      .map(([name, value]) => [name, value.replace(/'nonce-[^']+'/g, "'nonce'")]),
    text,
  ]);

/** Who asks after what: everything but the ids that are their own. */
const PERSPECTIVES: readonly {
  readonly name: string;
  readonly asker: () => Asker;
  readonly ids: () => Ids;
  readonly own: readonly (keyof Ids)[];
}[] = [
  {
    name: "a stranger, of a draft",
    asker: () => ({ visitor: scene.stranger, who: scene.stranger.who }),
    ids: () => scene.draft,
    own: [],
  },
  {
    name: "a stranger, of what was opened once",
    asker: () => ({ visitor: scene.stranger, who: scene.stranger.who }),
    ids: () => scene.openedOnce,
    own: [],
  },
  {
    name: "who is not signed in",
    asker: () => ({ visitor: null, who: scene.stranger.who }),
    ids: () => scene.draft,
    own: [],
  },
  {
    name: "the other, before the offer",
    asker: () => ({ visitor: scene.bo, who: scene.bo.who }),
    ids: () => scene.draft,
    own: ["room"],
  },
  {
    name: "the other, after it was taken back",
    asker: () => ({ visitor: scene.bo, who: scene.bo.who }),
    ids: () => scene.takenBack,
    own: ["room"],
  },
];

async function answered(asker: Asker, ids: Ids, one: Case): Promise<string> {
  const { visitor } = asker;
  const { method, path, body } = await one.request(ids, asker, scene);
  const token = visitor?.token;
  return bytesOf(await ask(scene.served.origin, { method, path, token, body }));
}

/** These ids, with one or more of them such as never were. */
const without = (ids: Ids, kinds: readonly (keyof Ids)[]): Ids => {
  const none = never();
  return { ...ids, ...Object.fromEntries(kinds.map((kind) => [kind, none[kind]])) };
};

describe("the tables of these tests", () => {
  it("have a case for every route that answers data", async () => {
    const there = (await dataRoutes()).map(({ path }) => path).sort();
    expect(Object.keys(ENDPOINTS).sort()).toEqual(there);
  });

  it("have a case for every id in the address of a route", () => {
    for (const [path, cases] of Object.entries(ENDPOINTS)) {
      const named = [...path.matchAll(/:(\w+)/g)].map(([, id]) => id);
      const about = typeof cases === "string" ? [] : cases.flatMap((one) => one.about);
      expect(about, path).toEqual(expect.arrayContaining(named));
    }
  });

  it("have a case for every command of the gate", () => {
    const kinds = <T extends string>(
      options: readonly { readonly shape: { readonly kind: { readonly value: T } } }[],
    ) => options.map(({ shape }) => shape.kind.value).sort();
    expect(Object.keys(PIECE_COMMANDS).sort()).toEqual(kinds(pieceCommand.options));
    expect(Object.keys(ROOM_COMMANDS).sort()).toEqual(kinds(roomCommand.options));
  });

  it("have a case for everything that a page can say on a live socket", () => {
    const heard = [...readFileSync("server/live.ts", "utf8").matchAll(/socket\.on\("(\w+)"/g)]
      .map(([, event]) => event)
      .filter((event) => event !== "disconnect");
    expect(Object.keys(LIVE_EVENTS)).toEqual(heard);
  });
});

describe.each(PERSPECTIVES)("to $name", ({ asker, ids, own }) => {
  const foreign = CASES.filter(({ about }) => about.some((kind) => !own.includes(kind)));

  it.each(foreign.map((one) => [one.name, one] as const))(
    "G12 what is there and what never was are one: %s",
    async (_name, one) => {
      const kinds = one.about.filter((kind) => !own.includes(kind));
      const real = await answered(asker(), ids(), one);
      for (const which of [...kinds.map((kind) => [kind]), kinds]) {
        expect(await answered(asker(), without(ids(), which), one)).toBe(real);
      }
    },
  );

  it("F6 no socket tells one piece from another", async () => {
    const { visitor } = asker();
    const told = await upgradeBytes(scene, visitor?.token, ids().piece);
    expect(await upgradeBytes(scene, visitor?.token, never().piece)).toEqual(told);
    expect(told).not.toEqual("");
  });
});

describe("to the other, after they opened it and it was taken back", () => {
  it("G7 its words are as if they had never been", async () => {
    const asker = { visitor: scene.bo, who: scene.bo.who };
    for (const name of ["a version", "gate: open"]) {
      const one = CASES.find((found) => found.name === name);
      if (!one) throw new Error(`there is no case for ${name}`);
      const real = await answered(asker, scene.openedOnce, one);
      expect(await answered(asker, without(scene.openedOnce, ["version"]), one)).toBe(real);
    }
  });
});

describe("whatever is asked in another way", () => {
  const WAYS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

  it("G12 every method, and the framework's own form of every route, answers a stranger alike", async () => {
    const paths = Object.keys(ENDPOINTS).filter((path) => path.includes(":"));
    const { token } = scene.stranger;
    const addressed = async (path: string, ids: Ids, way: string) => {
      const address = `/${path.replace(/:(\w+)/g, (_all, id: keyof Ids) => ids[id])}`;
      const answer = await ask(scene.served.origin, { method: way, path: address, token });
      // A method that there is not is refused in words that repeat the address.
      return bytesOf(answer).replaceAll(address.replace(".data", ""), "the address");
    };
    for (const path of paths.flatMap((one) => [one, `${one}.data`])) {
      for (const way of WAYS) {
        const real = await addressed(path, scene.draft, way);
        expect(await addressed(path, never(), way), `${way} ${path}`).toBe(real);
      }
    }
  });
});

describe("on a live socket", () => {
  it.each(Object.keys(LIVE_EVENTS))(
    "R13 %s tells nothing of a piece that is not theirs",
    async (event) => {
      for (const visitor of [scene.stranger, scene.bo]) {
        for (const { piece } of [scene.draft, scene.takenBack, never()]) {
          expect(await newsAfter(visitor, event, piece)).toEqual([]);
        }
      }
    },
  );
});

describe("in the end", () => {
  it("nothing of all this has changed anything, and nothing has failed", async () => {
    const { acts, ada, served } = scene;
    const { pieces, pause } = await acts.view(ada.who);
    expect(pieces).toHaveLength(3);
    expect(pause.paused).toBe(false);
    expect(served.faults).toEqual([]);
  });
});
