import { some, someClaim, someInvitation } from "#tests/support/room-world.ts";
import { newId } from "#tests/support/some.ts";
import { PIECE_COMMANDS, ROOM_COMMANDS, type Means } from "./commands.ts";
import { signerIn, type Asker, type Ids, type Scene } from "./scene.ts";

/** One request in which ids stand. */
export type Case = {
  readonly name: string;
  readonly about: readonly (keyof Ids)[];
  /** It changes nothing, whoever asks. */
  readonly reads?: true;
  readonly request: (
    ids: Ids,
    asker: Asker,
    scene: Scene,
  ) => Promise<{ readonly method: "GET" | "POST"; readonly path: string; readonly body?: unknown }>;
};

const get = (name: string, about: keyof Ids, path: (ids: Ids) => string): Case => ({
  name,
  about: [about],
  reads: true,
  request: async (ids) => ({ method: "GET", path: path(ids) }),
});

const post = (
  name: string,
  about: readonly (keyof Ids)[],
  of: (ids: Ids) => { readonly path: string; readonly body: unknown },
): Case => ({ name, about, request: async (ids) => ({ method: "POST", ...of(ids) }) });

const gateCases: readonly Case[] = [
  ...Object.entries(PIECE_COMMANDS).flatMap(([name, one]) =>
    one === "makes"
      ? []
      : [
          gateCase(name, one.about, async (ids, means) => ({
            room: ids.room,
            piece: ids.piece,
            command: await one.command(ids, means),
          })),
        ],
  ),
  ...Object.entries(ROOM_COMMANDS).map(([name, one]) =>
    gateCase(name, one.about, async (ids, means) => ({
      room: ids.room,
      command: await one.command(ids, means),
    })),
  ),
];

function gateCase(
  name: string,
  about: Case["about"],
  body: (ids: Ids, means: Means) => Promise<unknown>,
): Case {
  return {
    name: `gate: ${name}`,
    about: ["room", ...about],
    request: async (ids, { who }, scene) => {
      const means = { sign: signerIn(scene, who, ids.room), now: scene.now };
      return { method: "POST", path: "/api/gate", body: await body(ids, means) };
    },
  };
}

/**
 * Every route that answers data, as app/routes.ts has it, with a request for each id that can be named in
 * it. `no id` names nothing of anybody's; `proof` is about names and passwords, which tests/keys/ is for.
 */
export const ENDPOINTS: Readonly<Record<string, readonly Case[] | "no id" | "proof">> = {
  left: "no id",
  "api/account": "no id",
  "api/account/index": [
    post("replace an index", ["person"], ({ person }) => ({
      path: "/api/account/index",
      body: { person, version: 0, sealed: some(64) },
    })),
  ],
  "api/account/register/start": "proof",
  "api/account/register/finish": "proof",
  "api/account/login/start": "proof",
  "api/account/login/finish": "proof",
  "api/account/logout": "no id",
  "api/account/recover/start": "proof",
  "api/account/recover/finish": "proof",
  "api/account/password/start": "proof",
  "api/account/password/finish": "proof",
  "api/account/words/start": "proof",
  "api/account/words/finish": "proof",
  "api/account/keys/start": "proof",
  "api/account/keys/finish": "proof",
  "api/account/confirm": "no id",
  "api/account/confirm/start": "proof",
  "api/account/confirm/finish": "proof",
  "api/account/delete": "no id",
  "api/account/sessions": "no id",
  "api/account/sessions/end": [
    post("end a session", ["session"], ({ session: which }) => ({
      path: "/api/account/sessions/end",
      body: { which },
    })),
  ],
  "api/account/sessions/recognise": [
    post("recognise a session", ["session"], ({ session: which }) => ({
      path: "/api/account/sessions/recognise",
      body: { which },
    })),
  ],
  // Whoever makes something gives it an id of their own: see the test of ids that are taken.
  "api/rooms": "no id",
  "api/rooms/:room": [get("a room", "room", ({ room }) => `/api/rooms/${room}`)],
  "api/rooms/:room/invitation": [
    post("invite", ["room"], ({ room }) => ({
      path: `/api/rooms/${room}/invitation`,
      body: someInvitation().made,
    })),
  ],
  "api/rooms/:room/invitation/withdraw": [
    post("withdraw an invitation", ["room", "invitation"], ({ room, invitation }) => ({
      path: `/api/rooms/${room}/invitation/withdraw`,
      body: { id: invitation },
    })),
  ],
  "api/invitation/look": [
    post("look at an invitation", ["token"], ({ token }) => ({
      path: "/api/invitation/look",
      body: { token },
    })),
  ],
  "api/invitation/claim": [
    post("claim an invitation", ["token"], ({ token }) => ({
      path: "/api/invitation/claim",
      body: someClaim(token),
    })),
  ],
  "api/pieces": [
    post("begin a piece", ["room"], ({ room }) => ({
      path: "/api/pieces",
      body: { id: newId(), room, sealedKey: some(60) },
    })),
  ],
  "api/pieces/:piece/delete": [
    post("delete a piece", ["piece"], ({ piece }) => ({
      path: `/api/pieces/${piece}/delete`,
      body: {},
    })),
  ],
  "api/gate": gateCases,
  "api/versions/:version": [
    get("a version", "version", ({ version }) => `/api/versions/${version}`),
  ],
  "api/chain/:room": [get("a chain", "room", ({ room }) => `/api/chain/${room}`)],
  "api/record/:room": [get("a record", "room", ({ room }) => `/api/record/${room}`)],
  "api/export": "no id",
  "api/export/:room": [get("an export", "room", ({ room }) => `/api/export/${room}`)],
};

export const CASES: readonly Case[] = Object.values(ENDPOINTS).flatMap((cases) =>
  typeof cases === "string" ? [] : cases,
);
