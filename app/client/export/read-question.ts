import type { Question } from "#domain/own-data.ts";
import { ok, type Result } from "#domain/result.ts";
import type { PairedView, PutInView } from "#domain/rooms.ts";
import { readAnswer } from "../rooms/paired.ts";
import type { Signer } from "../rooms/signed.ts";
import { meIn, otherIn } from "../rooms/versions.ts";
import { ENDS, missingFor, type Gathering, type OpenedRoom } from "./gathering.ts";

/** A question for two: what I put in, and the other's answer once both are open. */
export async function readQuestion(
  gathering: Gathering,
  { scene, paired }: OpenedRoom,
  { piece, on, state }: PairedView,
): Promise<Result<Question>> {
  const { keyring } = gathering.hand;
  const { title = "" } = keyring.index.current().pieces[piece] ?? {};
  const me = meIn(keyring, scene.view.room);
  const read = async (
    put: PutInView | null,
    by: Signer | null,
  ): Promise<Result<Question["mine"]>> => {
    if (!put || !by) return ok(null);
    const answer = await readAnswer(gathering.hand, piece, put, by);
    if (!answer.ok && ENDS.has(answer.refusal.code)) return answer;
    if (!answer.ok) return ok({ on: put.on, content: null, missing: missingFor(answer.refusal) });
    const { title: over, body } = answer.value;
    return ok({ on: put.on, content: { title: over, body }, missing: null });
  };
  const mine = await read(state.mine, me);
  if (!mine.ok) return mine;
  const theirs = await read(state.is === "opened" ? state.theirs : null, paired && otherIn(paired));
  if (!theirs.ok) return theirs;
  return ok({ piece, title, on, mine: mine.value, theirs: theirs.value });
}
