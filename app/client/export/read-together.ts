import type * as Y from "yjs";
import type { PersonId } from "#domain/ids.ts";
import type { TogetherPiece } from "#domain/own-data.ts";
import { PARTS } from "#domain/pieces/plan.ts";
import { ok, type Result } from "#domain/result.ts";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import { createFrameCipher } from "../crypto/frame-cipher.ts";
import { lineDocument, type Line } from "../pieces/line-document.ts";
import { draftOf, planDocument } from "../pieces/plan-document.ts";
import { lineWordsFrom, openKeys, openLines, type OpenedWording } from "../rooms/together.ts";
import { meIn, otherIn } from "../rooms/versions.ts";
import type { Gathering, OpenedRoom } from "./gathering.ts";
import { notesOf } from "./notes.ts";
import { readDocument, readEarlier, type ReadDocument } from "./read-document.ts";

type Begun = Extract<TogetherState, { readonly lines: unknown }>;

export async function readTogether(
  gathering: Gathering,
  { paired, scene }: OpenedRoom,
  view: TogetherView,
  state: Begun,
): Promise<Result<TogetherPiece>> {
  const { hand } = gathering;
  const { piece, by } = view;
  const notes = notesOf(hand.keyring, paired);
  const note = await notes.envelope("proposal", by, piece, null, view.envelope);
  const envelope = note?.form === "proposal" ? note : null;
  const about = {
    piece,
    kind: envelope?.kind ?? null,
    theme: envelope?.theme ?? null,
    closed: state.is === "closed",
  };
  const keys = paired && (await openKeys(paired, piece, state.keys));
  const words = keys?.ok ? lineWordsFrom(piece, keys.value) : null;
  if (!paired || !keys?.ok || !words) return ok(unreadable(about));

  const { api, keyring } = hand;
  const { device, locks, transport, signal, offlineToo } = gathering;
  const cipher = createFrameCipher(piece, keys.value);
  const how = { mode: "together", readOnly: true, epoch: state.epoch } as const;
  const { person } = keyring;
  const theTwo = { me: person, other: paired.other.person };
  const where = { api, piece, person, cipher, device, locks, ...(transport && { transport }) };
  const read = await readDocument(
    { ...where, ...how },
    signal,
    (document) => writtenIn(document, envelope?.kind === "plan" ? theTwo : null),
    offlineToo,
  );
  if (!read.ok) {
    const { code } = read.refusal;
    return code === "not-here" || code === "closed" ? ok(unreadable(about)) : read;
  }
  const signers = { me: meIn(keyring, scene.view.room), other: otherIn(paired) };
  const opened = await openLines(piece, words, signers, state.lines);
  const signed = opened.map(({ line, standing, proposed }) => ({
    line,
    agreed: standing && wordingOf(standing),
    proposed: proposed.map(wordingOf),
  }));
  const earlier = await readEarlier({ ...where, ...how });
  return ok({ ...about, ...read.value, signed, earlier });
}

const unreadable = (
  about: Pick<TogetherPiece, "piece" | "kind" | "theme" | "closed">,
): TogetherPiece => ({
  ...{ ...about, title: "", missing: "unreadable" },
  ...{ lines: [], signed: [], keptAside: [], earlier: [] },
});

type Written = Pick<TogetherPiece, "title" | "missing" | "lines" | "keptAside">;
type TheTwo = { readonly me: PersonId; readonly other: PersonId };

/** `planOfTheTwo`: it is a plan, of these two. */
function writtenIn(
  { doc, keptAside, isIncomplete }: ReadDocument,
  planOfTheTwo: TheTwo | null,
): Written {
  const { title, lines } = planOfTheTwo ? planOf(doc, planOfTheTwo) : agreementOf(doc);
  const missing = isIncomplete ? "incomplete" : null;
  const called = title.toString().slice(0, 200);
  return { title: called, missing, lines: [...lines], keptAside: [...keptAside] };
}

function agreementOf(doc: Y.Doc) {
  const { title, shown, retired, margin } = lineDocument(doc);
  const lineOf = ({ id, text, heading, review }: Line, isRetired: boolean) => {
    const remarks = margin(id).toString();
    const words = { line: id, text: text.toString(), heading, remarks, review };
    return { ...words, retired: isRetired, commitment: null };
  };
  const lines = [
    ...shown().map((line) => lineOf(line, false)),
    ...retired().map((line) => lineOf(line, true)),
  ];
  return { title, lines };
}

/** What is written of each commitment, a line for each of its parts. */
function planOf(doc: Y.Doc, { me, other }: TheTwo) {
  const { title, shown, gone } = planDocument(doc);
  const lines = [...shown(), ...gone()].map((written) => {
    const draft = draftOf(written);
    const { owner } = draft;
    const side = owner === me ? "me" : owner === other ? "other" : null;
    const text = PARTS.map((part) => draft[part])
      .filter(Boolean)
      .join("\n");
    const line = { line: written.id, text, heading: false, retired: written.gone, remarks: "" };
    return { ...line, review: null, commitment: { ...draft, owner: side } as const };
  });
  return { title, lines };
}

const wordingOf = ({ words, view }: OpenedWording) => ({
  words,
  signatures: view.signatures.map(({ by, on, statement: { body, signature } }) => ({
    by,
    on,
    statement: { body, signature },
  })),
});
