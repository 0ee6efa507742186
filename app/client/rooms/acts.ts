import type { Api } from "#client/api.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import type { PieceCommand, RoomCommand, SignedStatement } from "#domain/consent/commands.ts";
import type { Act } from "#domain/consent/record.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Day } from "#domain/statement-view.ts";
import { today } from "./day.ts";
import { sign } from "./signing.ts";

/** Everything that happens at the gate goes through here: signed where the other may see it. */
export type Hand = { readonly api: Api; readonly keyring: Keyring };

/** Another device of mine may sign at the same moment; more than this often is a fault. */
const TRIES = 4;

async function signedAct(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  act: Act,
  command: (statement: SignedStatement) => PieceCommand,
  day: Day = today(),
): Promise<Result<null>> {
  for (let tries = 1; ; tries++) {
    const signed = await sign(hand, room, piece, act, day);
    if (!signed.ok) return signed;
    const { statement, taken } = signed.value;
    const done = await hand.api.post("/api/gate", { room, piece, command: command(statement) });
    if (done.ok) {
      await taken();
      return ok(null);
    }
    if (done.refusal.code !== "chain-moved" || tries === TRIES) return done;
  }
}

type Signable = Exclude<
  Extract<PieceCommand, { readonly statement: unknown }>,
  { readonly kind: "wait" | "take-back" }
>;
type WithoutStatement<C> = C extends unknown ? Omit<C, "statement"> : never;

/** Does something that the other may see. `chain-moved` is tried again, on the newer chain. */
export function actOpenly(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  act: WithoutStatement<Signable>,
): Promise<Result<null>> {
  return signedAct(hand, room, piece, act, (statement) => ({ ...act, statement }) as PieceCommand);
}

/**
 * Sets a sealed offer to wait, quietly. It is signed as the offer that it will be, on the day of then:
 * nothing in it tells that it waited.
 */
export function waitUntil(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  offer: Omit<Extract<Act, { readonly kind: "offer" }>, "kind">,
  notBefore: number,
): Promise<Result<null>> {
  return signedAct(
    hand,
    room,
    piece,
    { kind: "offer", ...offer },
    (statement) => ({ kind: "wait", ...offer, notBefore, statement }),
    today(new Date(notBefore)),
  );
}

/** Does something that the other does not hear of. */
export async function actQuietly(
  { api }: Hand,
  room: RoomId,
  piece: PieceId,
  command: Exclude<PieceCommand, { readonly statement: unknown } | { readonly kind: "no" }>,
): Promise<Result<null>> {
  const done = await api.post("/api/gate", { room, piece, command });
  return done.ok ? ok(null) : done;
}

/** Says no: quietly, or, if `tell`, so that the other learns it. */
export async function sayNo(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  version: VersionId | undefined,
  tell: boolean,
): Promise<Result<null>> {
  if (tell) {
    return signedAct(hand, room, piece, { kind: "tell-no", version }, (statement) => ({
      kind: "no",
      version,
      tell: statement,
    }));
  }
  const command: PieceCommand = { kind: "no", version };
  const done = await hand.api.post("/api/gate", { room, piece, command });
  return done.ok ? ok(null) : refuse(done.refusal.code);
}

/**
 * Leaves for good, with one last sealed offer: both in one step. `left`: it was left before, with a letter
 * or without.
 */
export async function leaveWithOffer(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  offer: Omit<Extract<Act, { readonly kind: "offer" }>, "kind">,
): Promise<Result<null>> {
  const act = { kind: "offer", ...offer } as const;
  const signed = await sign(hand, room, piece, act, today());
  if (!signed.ok) return signed;
  const goodbye = { piece, offer: { ...act, statement: signed.value.statement } };
  return actOnRoom(hand, room, { kind: "leave", goodbye });
}

/** Pauses the room, leaves it, or sets something of mine in it. */
export async function actOnRoom(
  { api }: Hand,
  room: RoomId,
  command: RoomCommand,
): Promise<Result<null>> {
  const done = await api.post("/api/gate", { room, command });
  return done.ok ? ok(null) : done;
}
