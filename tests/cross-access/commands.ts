import type { PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import type { Act } from "#domain/consent/record.ts";
import { some } from "#tests/support/room-world.ts";
import { sealedThings, signedBy, type Asker, type Ids, type Scene } from "./scene.ts";

type PieceCase = {
  readonly about: readonly (keyof Ids)[];
  readonly command: (ids: Ids) => Act | Exclude<PieceCommand, { readonly statement: unknown }>;
};

/**
 * Every command on a piece, with the ids that stand in it. `makes`: it makes what it names, under an id of
 * one's own (see taken-ids.test.ts).
 */
export const PIECE_COMMANDS: Readonly<Record<PieceCommand["kind"], PieceCase | "makes">> = {
  offer: {
    about: ["piece"],
    command: () => ({ kind: "offer", envelope: some(284), ...sealedThings() }),
  },
  wait: {
    about: ["piece"],
    command: () => ({ kind: "offer", envelope: some(284), ...sealedThings() }),
  },
  "dont-send": {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "dont-send", version }),
  },
  "take-back": {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "take-back", version }),
  },
  open: { about: ["piece", "version"], command: ({ version }) => ({ kind: "open", version }) },
  "not-now": {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "not-now", version }),
  },
  no: { about: ["piece", "version"], command: ({ version }) => ({ kind: "no", version }) },
  "tell-opened": {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "tell-opened", version }),
  },
  answer: {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "answer", version, answer: some(284) }),
  },
  propose: "makes",
  "begin-pair": "makes",
  withdraw: { about: ["piece"], command: () => ({ kind: "withdraw" }) },
  accept: { about: ["piece"], command: () => ({ kind: "accept", proposal: some(32) }) },
  "sign-line": {
    about: ["piece", "line"],
    command: ({ line }) => ({ kind: "sign-line", line, hash: some(32), sealedWording: some(284) }),
  },
  "take-signature-back": {
    about: ["piece", "line"],
    command: ({ line }) => ({ kind: "take-signature-back", line, hash: some(32) }),
  },
  close: { about: ["piece"], command: () => ({ kind: "close" }) },
  "ask-reopen": { about: ["piece"], command: () => ({ kind: "ask-reopen", sealedKey: some(60) }) },
  reopen: { about: ["piece"], command: () => ({ kind: "reopen", asked: some(32) }) },
  "put-in": { about: ["piece"], command: () => ({ kind: "put-in", ...sealedThings() }) },
  "take-out": {
    about: ["piece", "version"],
    command: ({ version }) => ({ kind: "take-out", version }),
  },
  "ask-round": {
    about: ["piece", "round"],
    command: ({ round }) => ({ kind: "ask-round", round, lines: 1, opensAt: 1 }),
  },
  "drop-round": {
    about: ["piece", "round"],
    command: ({ round }) => ({ kind: "drop-round", round }),
  },
  "begin-round": {
    about: ["piece", "round"],
    command: ({ round }) => ({ kind: "begin-round", round, asked: some(32) }),
  },
  "submit-round": {
    about: ["piece", "round"],
    command: ({ round }) => ({
      kind: "submit-round",
      round,
      tokens: [{ slot: some(32), value: some(32) }],
    }),
  },
};

/** Every command on a room. */
export const ROOM_COMMANDS: Readonly<Record<RoomCommand["kind"], RoomCommand>> = {
  pause: { kind: "pause", minutes: null },
  resume: { kind: "resume" },
  leave: { kind: "leave" },
  block: { kind: "block" },
  "close-side": { kind: "close-side" },
  "set-quiet-hours": { kind: "set-quiet-hours", hours: null },
  "set-pace": { kind: "set-pace", pace: { every: "time" } },
  seen: { kind: "seen" },
};

const UNSIGNED = new Set(["dont-send", "open", "not-now", "no", "take-out", "submit-round"]);

/** The request of a command, signed by who asks if it has to be. */
export async function gateRequestOf(
  scene: Scene,
  { who }: Asker,
  ids: Ids,
  kind: PieceCommand["kind"],
  { command: commandOf }: PieceCase,
): Promise<unknown> {
  const { room, piece } = ids;
  const act = commandOf(ids);
  const wait = kind === "wait" ? { kind, notBefore: scene.now + 7_200_000 } : {};
  const statement = UNSIGNED.has(act.kind)
    ? {}
    : { statement: await signedBy(scene, who, { room, piece }, act as Act) };
  return { room, piece, command: { ...act, ...wait, ...statement } };
}
