import { table } from "#app/language/table.ts";
/** What a refusal means to the person in front of it. A sentence, and what to do next. */
const SENTENCES: Readonly<Record<string, string>> = table("sentences", {
  offline: "thereIsNoConnectionNothingYou",
  fault: "somethingWentWrongOnOurSide",
  "too-many": "thatWasTriedTooOftenWait",
  expired: "thatTookTooLongSoIt",
  "not-signed-in": "youAreSignedOutOnThis",
  "bad-word": "aWordHas2To20",
  "word-full": "thatWordIsTakenUpChoose",
  "bad-password": "thatPasswordIsTooEasyTo",
  "wrong-words": "thoseAreNotTheWordsLook",
  "not-remembered": "thisDeviceDoesNotRememberYou",
  "newer-version": "aNewerVersionWroteThis",
});

/** `special` comes first: the same code can ask for other words on another page. */
export const sentenceFor = (code: string, special: Readonly<Record<string, string>> = {}): string =>
  special[code] ?? SENTENCES[code] ?? SENTENCES["fault"] ?? code;
