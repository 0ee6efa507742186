import { table } from "#app/language/table.ts";

/** The fixed words of boundaries, as they are shown. */

export const AREA = table("piece-boundaries", {
  contact: "contact",
  hours: "hours",
  place: "places",
  topic: "topics",
  touch: "touch",
  digital: "phonesAndMessages",
  money: "money",
  children: "children",
  "family-and-friends": "familyAndFriends",
  open: "somethingElse",
});

/** What a line can say, for whoever has none in mind. */
export const SUCH_AS = table("piece-boundaries", {
  contact: "weWriteWeDoNotRing",
  hours: "noMessagesAfterNineInThe",
  place: "weMeetOutsideNotAtMy",
  topic: "iDoNotTalkAboutWhom",
  touch: "weGreetWithoutTouching",
  digital: "noPicturesOfMeArePosted",
  money: "iDoNotLendMoney",
  children: "weHandOverAtTheDoor",
  "family-and-friends": "myFamilyIsNotAskedAbout",
  open: "whatHoldsForMeInOne",
});

export const STANDING = table("piece-boundaries", {
  "not-offered": "notOffered",
  waits: "waitsToBeOffered",
  offered: "offered",
  changed: "changedSinceItWasOffered",
  "taken-back": "takenBack",
});

export const FIRMNESS = table("piece-boundaries", { firm: "firm", open: "openToTalk" });

/** What a reader can answer to a line. */
export const LINE_ANSWER = table("piece-boundaries", {
  keep: "iWillKeepThis",
  talk: "iWouldLikeToTalkAbout",
  nothing: "nothing",
});

export const CAREFUL_OF = table("piece-boundaries", {
  passwords: "passwords",
  phones: "lookingIntoAPhoneOrAn",
  whereabouts: "whereSomebodyIs",
  proof: "proof",
});
