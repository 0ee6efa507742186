import type { Encoded } from "#domain/encoded.ts";
import type {
  AnswerView,
  OfferedView,
  OpenedView,
  ReceivedView,
  ToldView,
  WrittenView,
} from "#domain/piece-view.ts";
import type { Day, Side, StatementView } from "#domain/statement-view.ts";
import type { VersionId } from "#domain/ids.ts";
import type { PieceCheck } from "./piece-check.ts";
import { digestOf } from "./signed.ts";

/** Letters, as far as what is said of them was signed: by me, and by the other. */

export function checkedWritten(view: WrittenView, check: PieceCheck): WrittenView {
  const versions = check
    .keptOf(view.versions, (version) => isOffered(check, version, "me"))
    .map((version) => checkedOffer(version, check));
  const waiting = check.kept(view.waiting, (waits) => isOffered(check, waits, "me"));
  return { ...view, versions, waiting, place: placeOf(versions.at(-1)) };
}

/** Null if nothing of it was signed by who is said to have offered it. */
export function checkedReceived(view: ReceivedView, check: PieceCheck): ReceivedView | null {
  const door = check.kept(
    view.door,
    (waiting) => isOffered(check, waiting, "other") && check.isOfNow(waiting, "other"),
  );
  const opened = check
    .keptOf(view.opened, (version) => isOffered(check, version, "other"))
    .map((version) => checkedOpened(version, check));
  return door || opened.length > 0 ? { ...view, door, opened } : null;
}

type Offered = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
};

/** The bytes of the version itself are compared when it is opened. */
const isOffered = (check: PieceCheck, offered: Offered, by: Side): boolean =>
  check.says(
    offered,
    by,
    "offer",
    ({ version, envelope }) =>
      version === offered.version && envelope === digestOf(offered.envelope),
  );

function checkedOffer(offered: OfferedView, check: PieceCheck): OfferedView {
  const { version, state } = offered;
  const told = checkedTold(offered.told, "other", version, check);
  const answer = checkedAnswer(offered.answer, "other", version, check);
  const takenBack = check.kept(offered.takenBack, (statement) =>
    check.says({ on: null, statement }, "me", "take-back", (said) => said.version === version),
  );
  const wasHeard = answer !== null || told?.what === "opened";
  const isSaid =
    (state !== "answered" || wasHeard) && (state !== "taken-back" || takenBack !== null);
  return { ...offered, told, answer, takenBack, state: isSaid ? state : check.doubt("offered") };
}

/** As the gate has it, of what is left. */
function placeOf(newest: OfferedView | undefined): WrittenView["place"] {
  if (!newest || newest.state === "taken-back") return "mine";
  return newest.state === "answered" ? "shared" : "door";
}

function checkedOpened(opened: OpenedView, check: PieceCheck): OpenedView {
  const { version } = opened;
  return {
    ...opened,
    takenBack: check.kept(opened.takenBack, (takenBack) =>
      check.says(takenBack, "other", "take-back", (said) => said.version === version),
    ),
    told: checkedTold(opened.told, "me", version, check),
    answer: checkedAnswer(opened.answer, "me", version, check),
  };
}

/** What a version's reader is said to have answered, if they signed it. */
export const checkedAnswer = (
  answer: AnswerView | null,
  by: Side,
  version: VersionId,
  check: PieceCheck,
): AnswerView | null =>
  check.kept(answer, (shown) =>
    check.says(
      shown,
      by,
      "answer",
      (said) => said.version === version && said.answer === digestOf(shown.sealed),
    ),
  );

/** `version` is null for a proposal, of which nobody can tell that it was opened. */
export const checkedTold = (
  told: ToldView | null,
  by: Side,
  version: VersionId | null,
  check: PieceCheck,
): ToldView | null =>
  check.kept(told, (shown) =>
    check.says(
      shown,
      by,
      shown.what === "no" ? "tell-no" : "tell-opened",
      (said) => said.version === version,
    ),
  );
