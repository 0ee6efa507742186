import type { Rule } from "../rule.ts";

const HARM =
  "(said|made|broken|hurt|lied|told|let|treated|ignored|left|shouted|yelled|opened|read|hidden|kept|crossed|done|handled|taken|invited|respected|heard|listened|thrown|abused|betrayed|cheated|hit|slammed|blamed|put|called|dragged|spread|searched|violated|raised|answered|paid|destroyed|ruined|forgotten|frightened|given|sold|forced|pushed|wronged|promised|belittled|dismissed|mocked|laughed|humiliated|damaged|neglected|spent|spoken|excluded|used|insulted|threatened|misled|deceived|abandoned|rejected|drunk|overlooked|undermined|controlled|wasted|smashed|accused|scared|involved|disrespected|mistreated|harmed|wounded|failed|bullied|teased|punished|stolen)";
const BE = "(was|were|been|got|where)";
const THINGS =
  "(things|stuff|words|mistakes|lies|lines|doors|feelings|errors|trust|damage|harm|names|voices|something|promises|threats|accusations|insults|secrets|rumours|rumors|stories|decisions|plates|fists|money|christmas)";
/** Who acted is said after all. */
const SAYS_WHO =
  /\bby (me|my|mine|what i|your father|the (storm|wind|police|movers|court)|a man|his|us|him|her|them|you|how i)\b|\b(because|when) i\b|, (and )?i (lied|did|was|saw|went|kept)|\bi was the one\b|\bit was me\b|\bwhat i (said|wrote|did)\b/;
/** Nothing was done amiss: an invitation, a message. Only that it was *not* done is a hurt. */
const HARMLESS =
  /^(?!.*\b(not|never)\b).*\b(invited|respected|answered|paid|listened|heard)$|^(you|we|he|she|they) (was|were) (told|given|sent|called|read|raised|spent|said|taken)$|\b(not|never) (\w+ )?(hurt|forgotten|stolen|lied|broken|hit|betrayed|abandoned|blamed)$/;
const NOBODY =
  /^(i|me|we|nothing|nobody|noone|who|what|which|that|all|my|rome|train|dinner|table|parcel|shop|bill|letter|bread|song|photo|photos|dishes|books|keys|boxes|ring|law|leg|phone|heart|meeting|court) |^the (letter|letters|bill|parcel|table|dishes|bread|song|law|photo|photos|books|keys|boxes|ring|meeting|court|train|shop|flat|car|trees) (was|were|has|have) (?!opened|thrown|sold|hidden)/;

/** A passive that tells of a hurt and leaves out who did it. */
export const HIDDEN: readonly Rule[] = [
  {
    match: [
      `#Noun (have|has|had)? ${BE} (not|never)? #Adverb? ${HARM}`,
      `(the|your|our|her|his) . (have|has|had)? ${BE} (not|never)? #Adverb? ${HARM}`,
      `${THINGS} (have|has|had)? ${BE} (not|never)? #Adverb? ${HARM}`,
      "it was #Adverb? (badly)? (handled|mishandled)",
      `you (have|had)? ${BE} (not)? being? #Adverb? ${HARM}`,
      "you (were|was) made to",
      `not enough . ${BE} ${HARM}`,
      `too much ${BE} ${HARM}`,
      `(a|an) #Adjective? (affair|line|door) ${BE} ${HARM}`,
    ],
    unlessMatch: new RegExp(`${HARMLESS.source}|${NOBODY.source}`),
    unlessIn: SAYS_WHO,
    unlessBefore:
      /^(was|were|have|has|had)\b|\b(i|we|no|nobody|nothing|not a|what|while|until|once|if|let|my|lessons|when|who|a promise)$|\b(no|nobody|nothing)\b[^,]*$/,
    unlessAfter: /^(in the accident|with me|to be|up to|by the storm)\b/,
  },
];
