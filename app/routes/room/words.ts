import type { en } from "#app/language/en.ts";
import { interfaceWords } from "#app/language/languages.ts";
import { table } from "#app/language/table.ts";
import { sentenceFor } from "#client/sentences.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import type { GateCode } from "#domain/rooms.ts";

/** The product's fixed words, as they are shown. */

export const KIND = table("room", {
  letter: "letter",
  boundaries: "boundaries",
  forgiveness: "forgivenessNote",
  agreement: "agreement",
  plan: "commitmentPlan",
  question: "aQuestionForYouBoth",
});

/** As it is announced at the door. */
export const A_KIND = table("room", {
  letter: "aLetter",
  boundaries: "boundaries",
  forgiveness: "aForgivenessNote",
  agreement: "anAgreement",
  plan: "aCommitmentPlan",
  question: "aQuestionForYouBoth",
});

export const LENGTH = table("room", {
  short: "lengthShort",
  medium: "lengthMedium",
  long: "lengthLong",
});

export const WEIGHT = table("room", {
  light: "weightLight",
  tender: "weightTender",
  heavy: "weightHeavy",
  practical: "weightPractical",
});

export const ANSWER = table("room", {
  "thank-you": "thankYou",
  "tell-me-more": "tellMeMore",
  "need-time": "iNeedTime",
  "in-part": "inPart",
  "not-yet": "notYet",
  "not-now": "notNow",
});

export const THEME = table("room", {
  open: "aboutAnything",
  contact: "aboutContact",
  hours: "aboutHours",
  place: "aboutPlaces",
  topic: "aboutTopics",
  touch: "aboutTouch",
  digital: "aboutPhonesAndMessages",
  money: "aboutMoney",
  children: "aboutTheChildren",
  "family-and-friends": "aboutFamilyAndFriends",
  "pause-plan": "aboutPausing",
  "shared-map": "aboutWhatHappensBetweenUs",
});

/** What I call the other, or what stands there as long as I have not said. */
export const otherName = (petname: string): string =>
  petname || interfaceWords("room")("theOtherPersonWithin");

/** The same at the beginning of a sentence. */
export const theOther = (petname: string): string => {
  const t = interfaceWords("room");
  return petname || t("theOtherPerson2");
};

/** A room's name: mine and theirs, or mine alone. */
export const roomName = (petname: string, paired: boolean): string => {
  const t = interfaceWords("room");
  if (petname) return t("youAndName", { name: petname });
  return paired ? t("theTwoOfYou") : t("yourRoom");
};

export const titleOr = (title: string, kind: PieceKind): string => {
  return title.trim() || interfaceWords("room")("withoutATitle", { kind: KIND[kind] });
};

/** What stands beside an offer that nobody answered. A no that was not told is one with silence. */
export const unanswered = (
  { ended, saidNo }: { readonly ended: boolean; readonly saidNo: boolean },
  petname: string,
): string => {
  const t = interfaceWords("room");
  if (saidNo) return t("otherToldYouThatTheyDo", { other: theOther(petname) });
  return ended ? t("itIsNoLongerAtThe") : t("silenceHereMeansNothing");
};

/** Why nothing can be offered or proposed by who left. */
export const leftForGood = (): string => interfaceWords("room")("leftForGood");

/** In minutes: the pause that takes one tap. */
export const TWENTY_MINUTES = 20;

/** Whoever paused or left: the same words for both. */
export const sixtyDays = (): string => interfaceWords("room")("sixtyDays");

/** A refusal as a sentence that says what to do. Nothing that was typed is gone. */
export const sorry = (code: string): string => sentenceFor(code, IN_A_ROOM);

/** What only a fault of this page would be refused as: its person can do nothing but try again. */
type OurFault = "taken" | "bad-statement";
type AtTheGate = Record<Exclude<GateCode, OurFault>, keyof (typeof en)["room"]>;

const IN_A_ROOM: Readonly<Record<string, string>> = table("room", {
  "not-here": "changedMeanwhile",
  "moved-on": "changedMeanwhile",
  "already-done": "changedMeanwhile",
  "taken-back": "changedMeanwhile",
  "chain-moved": "changedMeanwhile",
  closed: "changedMeanwhile",
  alone: "sorryAlone",
  paused: "sorryPaused",
  left: "leftForGood",
  "one-at-a-time": "sorryOneAtATime",
  "too-often": "sorryTooOften",
  "bad-time": "sorryBadTime",
  "too-early": "sorryTooEarly",
  "never-offered": "sorryNeverOffered",
  "too-many-questions": "sorryTooManyQuestions",
  "too-large": "tooLong",
  "too-long": "tooLong",
  "invitation-open": "sorryInvitationOpen",
  "too-many": "sorryTooMany",
  forged: "sorryForged",
  "other-kind": "sorryOtherKind",
  "record-differs": "sorryRecordDiffers",
  "keys-changed": "sorryKeysChanged",
  "still-offered": "sorryStillOffered",
} satisfies AtTheGate & Record<string, keyof (typeof en)["room"]>);
