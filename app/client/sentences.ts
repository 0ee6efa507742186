/** What a refusal means to the person in front of it. A sentence, and what to do next. */
const SENTENCES: Readonly<Record<string, string>> = {
  offline: "There is no connection. Nothing you typed is lost: try again when the network is back.",
  fault: "Something went wrong on our side. Nothing you typed is lost: please try again.",
  "too-many": "That was tried too often. Wait a quarter of an hour, then try again.",
  expired:
    "That took too long, so it has to begin again. Nothing you typed is lost: try once more.",
  "not-signed-in": "You are signed out on this device. Sign in again, then come back.",
  "bad-word": "A word has 2 to 20 letters from a to z, without spaces, dots or accents.",
  "word-full": "That word is taken up. Choose another one.",
  "bad-password": "That password is too easy to guess. Choose another one.",
  "wrong-words": "Those are not the words. Look at their numbers once more.",
  "not-remembered": "This device does not remember you. Sign in with your name and password.",
};

/** `special` comes first: the same code can ask for other words on another page. */
export const sentenceFor = (code: string, special: Readonly<Record<string, string>> = {}): string =>
  special[code] ?? SENTENCES[code] ?? SENTENCES["fault"] ?? code;
