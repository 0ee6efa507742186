import { describe, expect, it } from "vitest";
import { carefulWordsIn } from "./careful-words.ts";

describe("words by which one can come to watch over the other", () => {
  it.each([
    ["I want your password", ["passwords"]],
    ["You give me the PIN code of your bank card", ["passwords"]],
    ["Your passcode stays known to us both", ["passwords"]],
    ["No logins are shared", ["passwords"]],
    ["You let me look at your phone in the evening", ["phones"]],
    ["I may check your messages when I ask", ["phones"]],
    ["You hand over the phone when you come home", ["phones"]],
    ["I will not read your e-mails", ["phones"]],
    ["We share one inbox", ["phones"]],
    ["You share your location with me", ["whereabouts"]],
    ["I always know where you are", ["whereabouts"]],
    ["No GPS and no AirTag in the car", ["whereabouts"]],
    ["You tell me where you’re going", ["whereabouts"]],
    ["You send a screenshot as proof", ["proof"]],
    ["I have to prove that I was at work", ["proof"]],
    ["You show me your phone and your location", ["phones", "whereabouts"]],
  ])("P59 tells of “%s”", (line, what) => {
    expect(carefulWordsIn(line)).toEqual(what);
  });

  it.each([
    "No calls by phone after nine in the evening",
    "Wednesdays, message first",
    "We meet in public places only",
    "Please ring before you come over",
    "Pin the note for school to the fridge",
    "Money for the children comes on the first",
    "I will leave the conversation if you shout",
    "My mother is not spoken of",
    "No read receipts, and no answer is owed",
    "You can text me on Sundays",
  ])("P59 leaves “%s” alone", (line) => {
    expect(carefulWordsIn(line)).toEqual([]);
  });

  it("P59 follows from the words alone: the same on both sides, however they are written", () => {
    expect(carefulWordsIn("MY ＰＡＳＳＷＯＲＤ")).toEqual(["passwords"]);
    expect(carefulWordsIn("")).toEqual([]);
  });
});
