import type { Content, Question } from "#domain/own-data.ts";
import { decodeCheckIn } from "#domain/pieces/check-in.ts";
import { ok, type Result } from "#domain/result.ts";
import type { PairedView, PutInView } from "#domain/piece-view.ts";
import type { Bytes } from "#domain/bytes.ts";
import { openCopy } from "../pieces/clean-copy.ts";
import type { Signer } from "../rooms/signed.ts";
import { meIn, openSignedBytes, otherIn } from "../rooms/versions.ts";
import { ENDS, missingFor, type Gathering, type OpenedRoom } from "./gathering.ts";
import { crossed, marksOf } from "./read-content.ts";
import { known } from "#domain/newer.ts";

/** A question for two, or a check-in: what I put in, and the other's once both are open. */
export async function readQuestion(
  { hand }: Gathering,
  { scene, paired }: OpenedRoom,
  { piece, on, state }: PairedView,
): Promise<Result<Question>> {
  const { title = "" } = known(hand.keyring.index.current().pieces[piece]) ?? {};
  const read = async (
    put: PutInView | null,
    by: Signer | null,
  ): Promise<Result<Question["mine"]>> => {
    if (!put || !by) return ok(null);
    const { version, statement } = put;
    const place = { piece, version };
    const opened = await openSignedBytes(hand, place, { by, statement }, (sealed) => ({
      ...{ kind: "put-in", version },
      ...sealed,
    }));
    if (!opened.ok && ENDS.has(opened.refusal.code)) return opened;
    if (!opened.ok) return ok({ on: put.on, content: null, missing: missingFor(opened.refusal) });
    const content = putInOf(opened.value);
    return ok({ on: put.on, content, missing: content ? null : "unreadable" });
  };
  const mine = await read(state.mine, meIn(hand.keyring, scene.view.room));
  if (!mine.ok) return mine;
  const theirs = await read(state.is === "opened" ? state.theirs : null, paired && otherIn(paired));
  if (!theirs.ok) return theirs;
  return ok({ piece, title, on, mine: mine.value, theirs: theirs.value });
}

/** Words to a question, or marks at a check-in. */
function putInOf(bytes: Bytes): Content | null {
  const copy = openCopy(bytes);
  if (copy.ok) return crossed(copy.value);
  const marks = decodeCheckIn(bytes);
  return marks && marksOf(marks);
}
