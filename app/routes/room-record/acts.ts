import type { en } from "#app/language/en.ts";
import { interfaceWords } from "#app/language/languages.ts";
import { commitmentFrom } from "#domain/pieces/plan.ts";
import type { ActKind } from "#domain/record-view.ts";
import { theOther } from "../room/words.ts";

const ACT = {
  offered: "actOffered",
  "taken-back": "actTakenBack",
  "told-opened": "actToldOpened",
  "told-no": "actToldNo",
  answered: "actAnswered",
  proposed: "actProposed",
  withdrawn: "actWithdrawn",
  accepted: "actAccepted",
  "line-signed": "actLineSigned",
  "signature-taken-back": "actSignatureTakenBack",
  closed: "actClosed",
  "reopening-asked": "actReopeningAsked",
  reopened: "actReopened",
  "pair-begun": "actPairBegun",
  "pair-opened": "actPairOpened",
  "round-asked": "actRoundAsked",
  "round-dropped": "actRoundDropped",
  "round-begun": "actRoundBegun",
  "round-over": "actRoundOver",
  "keys-changed": "actKeysChanged",
  "set-to-wait": "actSetToWait",
  "not-sent": "actNotSent",
  opened: "actOpened",
  "not-now": "actNotNow",
  no: "actNo",
  "put-in": "actPutIn",
  "taken-out": "actTakenOut",
  submitted: "actSubmitted",
  "piece-deleted": "actPieceDeleted",
  paused: "actPaused",
  resumed: "actResumed",
  left: "actLeft",
  blocked: "actBlocked",
} as const satisfies Record<ActKind, keyof (typeof en)["room-record"]>;

/** Whether this version has words for what was done. */
export const isAct = (what: string): what is ActKind => Object.hasOwn(ACT, what);

/** The same of a check-in in a plan, where it is called otherwise. */
const CHECK_IN_ACT: Partial<Record<ActKind, keyof (typeof en)["room-record"]>> = {
  "pair-begun": "checkInAsked",
  "pair-opened": "checkInOpened",
  withdrawn: "checkInTakenBack",
  "put-in": "checkInPutIn",
  "taken-out": "checkInTakenOut",
};

/** What was done, and by whom. */
export function sayAct(
  what: ActKind,
  by: "me" | "other",
  petname: string,
  { isCheckIn = false }: { readonly isCheckIn?: boolean } = {},
): string {
  const t = interfaceWords("room-record");
  const words = (isCheckIn && CHECK_IN_ACT[what]) || ACT[what];
  return t(words, { who: by === "me" ? t("you") : theOther(petname) });
}

/** Words that were signed, as people read them: a commitment's are in a form of their own. */
export function sayWords(signed: string): string {
  const its = commitmentFrom(signed);
  return its ? interfaceWords("room-record")("commitment", its) : signed;
}
