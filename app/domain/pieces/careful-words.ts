/**
 * Words by which one of two can come to watch over the other. A line that speaks of them is never
 * refused: both see the same short warning beside it. The rule is a list of words, in English, which
 * anybody can read: it looks for them in whole words and knows nothing of what is meant.
 */
export const CAREFUL = ["passwords", "phones", "whereabouts", "proof"] as const;
export type Careful = (typeof CAREFUL)[number];

/** To look into, take or hold. */
const ACCESS =
  "access(?: to)?|check(?:s|ed|ing)?|look(?:s|ed|ing)? (?:at|in|into|through)|go(?:es|ing)? through|read(?:s|ing)?|see(?:s|ing)?|show(?:s|n|ed|ing)?|unlock(?:s|ed|ing)?|search(?:es|ed|ing)?|open(?:s|ed|ing)?|hand(?:s|ed|ing)? over|give(?:s|n)? (?:me|you|us)|monitor(?:s|ed|ing)?";
/** What people have on them, and what is in it. */
const DEVICE =
  "phone|mobile|cell|smartphone|laptop|computer|tablet|device|messages?|texts?|chats?|e-?mails?|inbox|dms|call (?:log|list|history)|browser|search history|accounts?";

const RULES: Readonly<Record<Careful, RegExp>> = {
  passwords:
    /\b(?:pass ?words?|pass ?codes?|pin ?(?:codes?|numbers?)|log-?ins?|log in as|face ?id|fingerprints?|two-?factor|2fa)\b/i,
  phones: new RegExp(
    `\\b(?:${ACCESS})\\b[^.;!?]{0,30}\\b(?:${DEVICE})\\b|\\b(?:spy ?ware|tracking app|share (?:a |one |our |an )?(?:phone|account|inbox|apple id|cloud))\\b`,
    "i",
  ),
  whereabouts:
    /\b(?:whereabouts|locations?|location sharing|gps|air ?tags?|find my|track(?:s|ed|ing|er|ers)?|where (?:i am|you are|i'm|you're|i was|you were|i go|you go)|share (?:my|your) (?:position|place))\b/i,
  proof:
    /\b(?:proofs?|prove[sn]?|proving|evidence|(?<!read )receipts?|screen ?shots?|bank statements?|photo of where|lie detector|polygraph)\b/i,
};

/** What this text speaks of, in the order of the list. */
export function carefulWordsIn(text: string): readonly Careful[] {
  const plain = text.normalize("NFKC").replaceAll("’", "'");
  return CAREFUL.filter((what) => RULES[what].test(plain));
}
