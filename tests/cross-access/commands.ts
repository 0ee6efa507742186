import * as z from "zod";
import type { PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import type { Act } from "#domain/consent/record.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { offering } from "#tests/support/room-acts.ts";
import { newId, some } from "#tests/support/some.ts";
import type { Ids, Sign } from "./scene.ts";
import { sealedThings } from "./things.ts";

/** What a command is made of beside its ids. */
export type Means = { readonly sign: Sign; readonly now: number };

type CommandCase<Command> = {
  /** The ids that stand in it, beside the room's. */
  readonly about: readonly (keyof Ids)[];
  readonly command: (ids: Ids, means: Means) => Command | Promise<Command>;
};

type About = CommandCase<never>["about"];

const quiet = (about: About, command: (ids: Ids) => PieceCommand): CommandCase<PieceCommand> => ({
  about: ["piece", ...about],
  command,
});

const signed = (about: About, act: (ids: Ids) => Act): CommandCase<PieceCommand> => ({
  about: ["piece", ...about],
  command: (ids, { sign }) => sign(ids.piece, act(ids)),
});

const waiting = (more: { readonly keys?: number }): CommandCase<PieceCommand> => ({
  about: ["piece"],
  command: async ({ piece }, { sign, now }) => {
    const offer = await sign(piece, { ...offering(newId()), ...more });
    return { ...offer, kind: "wait", notBefore: now + 7_200_000 } as PieceCommand;
  },
});

/**
 * Every command on a piece, with and without everything that can be left out of it, and with the ids that
 * stand in it. `makes`: it makes what it names, under an id of one's own (see taken-ids.test.ts).
 */
export const PIECE_COMMANDS: Readonly<Record<string, CommandCase<PieceCommand> | "makes">> = {
  offer: signed([], () => offering(newId())),
  "offer with keys": signed([], () => ({ ...offering(newId()), keys: 0 })),
  wait: waiting({}),
  "wait with keys": waiting({ keys: 0 }),
  "dont-send": quiet(["version"], ({ version }) => ({ kind: "dont-send", version })),
  "take-back": signed(["version"], ({ version }) => ({ kind: "take-back", version })),
  "take-back with before": {
    about: ["piece", "version"],
    command: async ({ piece, version }, { sign }) => {
      const [newest, earlier] = await Promise.all(
        [newId<VersionId>(), version].map((of) => sign(piece, { kind: "take-back", version: of })),
      );
      if (newest?.kind !== "take-back" || earlier?.kind !== "take-back") throw new Error("others");
      return { ...newest, before: [{ version, statement: earlier.statement }] };
    },
  },
  open: quiet(["version"], ({ version }) => ({ kind: "open", version })),
  "not-now": quiet([], () => ({ kind: "not-now" })),
  "not-now with version": quiet(["version"], ({ version }) => ({ kind: "not-now", version })),
  no: quiet([], () => ({ kind: "no" })),
  "no with version": quiet(["version"], ({ version }) => ({ kind: "no", version })),
  "no with tell": signed([], () => ({ kind: "tell-no" })),
  "no with version, tell": signed(["version"], ({ version }) => ({ kind: "tell-no", version })),
  "tell-opened": signed(["version"], ({ version }) => ({ kind: "tell-opened", version })),
  answer: signed(["version"], ({ version }) => ({ kind: "answer", version, answer: some(284) })),
  propose: "makes",
  "propose with keys": "makes",
  "begin-pair": "makes",
  withdraw: signed([], () => ({ kind: "withdraw" })),
  accept: signed([], () => ({ kind: "accept", proposal: some(32) })),
  "sign-line": signed(["line"], ({ line }) => ({
    kind: "sign-line",
    line,
    hash: some(32),
    sealedWording: some(284),
  })),
  "take-signature-back": signed(["line"], ({ line }) => ({
    kind: "take-signature-back",
    line,
    hash: some(32),
  })),
  close: signed([], () => ({ kind: "close" })),
  "ask-reopen": signed([], () => ({ kind: "ask-reopen", sealedKey: some(60) })),
  reopen: signed([], () => ({ kind: "reopen", asked: some(32) })),
  "put-in": signed([], () => ({ kind: "put-in", ...sealedThings() })),
  "put-in with keys": signed([], () => ({ kind: "put-in", ...sealedThings(), keys: 0 })),
  "take-out": quiet(["version"], ({ version }) => ({ kind: "take-out", version })),
  "ask-round": signed(["round"], ({ round }) => ({
    kind: "ask-round",
    round,
    lines: 1,
    opensAt: 1,
  })),
  "drop-round": signed(["round"], ({ round }) => ({ kind: "drop-round", round })),
  "begin-round": signed(["round"], ({ round }) => ({
    kind: "begin-round",
    round,
    asked: some(32),
  })),
  "submit-round": quiet(["round"], ({ round }) => ({
    kind: "submit-round",
    round,
    tokens: [{ slot: some(32), value: some(32) }],
  })),
};

const alone = (command: RoomCommand): CommandCase<RoomCommand> => ({
  about: [],
  command: () => command,
});

/** Every command on a room, in the same way. */
export const ROOM_COMMANDS: Readonly<Record<string, CommandCase<RoomCommand>>> = {
  pause: alone({ kind: "pause", minutes: null }),
  "pause with until": {
    about: [],
    command: (_ids, { now }) => ({ kind: "pause", minutes: null, until: now + 60_000 }),
  },
  resume: alone({ kind: "resume" }),
  leave: alone({ kind: "leave" }),
  "leave with goodbye": {
    about: ["piece"],
    command: async ({ piece }, { sign }) => ({
      kind: "leave",
      goodbye: { piece, offer: await goodbyeOf(piece, sign) },
    }),
  },
  block: alone({ kind: "block" }),
  "close-side": alone({ kind: "close-side" }),
  "set-quiet-hours": alone({ kind: "set-quiet-hours", hours: null }),
  "set-pace": alone({ kind: "set-pace", pace: { every: "time" } }),
  seen: alone({ kind: "seen" }),
};

async function goodbyeOf(piece: PieceId, sign: Sign) {
  const offer = await sign(piece, offering(newId<VersionId>()));
  if (offer.kind !== "offer") throw new Error("not an offer");
  return offer;
}

/** What the schema of a command says of it. */
type Option = { readonly shape: { readonly kind: { readonly value: string } } };

/** What a command with these of its fields that can be left out is called here. */
export const named = (kind: string, fields: readonly string[]): string =>
  fields.length === 0 ? kind : `${kind} with ${fields.join(", ")}`;

/** The fields that can be left out of this command. */
export const optionalIn = (options: readonly Option[], kind: string): readonly string[] =>
  options
    .filter(({ shape }) => shape.kind.value === kind)
    .flatMap(({ shape }) => Object.entries(shape))
    .filter(([, schema]) => schema instanceof z.ZodOptional)
    .map(([field]) => field);

/** Every command, with each choice of what can be left out. */
export const variantsOf = (options: readonly Option[]): readonly string[] =>
  options
    .map(({ shape }) => shape.kind.value)
    .flatMap((kind) => {
      const choices = optionalIn(options, kind).reduce<readonly (readonly string[])[]>(
        (some, field) => some.flatMap((fields) => [fields, [...fields, field]]),
        [[]],
      );
      return choices.map((fields) => named(kind, fields));
    })
    .sort();
