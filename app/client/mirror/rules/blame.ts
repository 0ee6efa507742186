import type { Rule } from "../rule.ts";

/** What one may thank another for in the same form of words: "because of you I learned to read". */
const GOOD =
  /\b(thank you|thanks for|grateful|owe you|learned|learnt|sober|finished school|believed|believe in|love|loved|happy|glad|proud|safe|praise|best in|poetry|laughing|kindly)\b/;
const NOT =
  /\b(not|never|nothing|none|no one|nobody|if|whether|feel|as if|was it|is it|wanted it to be|believe|think)\b[^,]*$/;
const OWN_ACT =
  /\b(i|i am|i had to|me) (only |just |even )*(lied|lie|left|leave|hid|hide|broke|snapped|slammed|shouted|yelled|hit|slept|drank|drink|cheated|kept|stole|rude|had to|raised|stopped|said|threw|did|snuck|went|like this|cold|was|am|moved|read|quit|drank|ran)\b/;

/** The other is made the cause of what the writer did or felt, or is handed a share of it. */
export const BLAME: readonly Rule[] = [
  {
    match: ["you (have|had)? made me", "you made us"],
    unlessAfter:
      /^(feel )?(so |very |really )?(laugh|smile|proud|welcome|happy|stronger|braver|better|kinder|safe|loved|seen|special|at home|what|who|believe|dinner|breakfast|lunch|tea|coffee|soup|a (cup|tea|coffee|cake|card|sandwich|meal|promise|better|present)|your|some|want to live)\b/,
    unlessBefore: NOT,
  },
  {
    match: ["(look|see) what you (have|had)? (made|did|done)"],
    unlessBefore: NOT,
    unlessAfter: /\bwent the song\b/,
  },
  {
    match: [
      "because of you",
      "because of (what|how) you",
      "because of what you",
      "because of the way you",
      "because of your",
    ],
    unlessBefore: NOT,
    unlessIn: GOOD,
  },
  {
    match: ["because you"],
    onlyBefore: OWN_ACT,
    unlessBefore: NOT,
    unlessAfter: /^(asked|are ill|were ill|were there|like|love|needed|wanted|are my)\b/,
  },
  { match: ["because you"], onlyBefore: /\b(because of|we are where we are|that is)$/ },
  { match: ["that is because you"] },
  {
    match: ["your (own|damn|bloody)? fault", "your fault too"],
    unlessBefore: NOT,
  },
  {
    match: [
      "if you (had|have) not? #Adverb? .",
      "if you (did|were|was|would) not",
      "if you had (just|only|ever|been|paid|told|listened|answered)",
      "had you (not|only|just|ever|listened|told|been|asked|let|paid)",
      "if you (just|only)? (paid|listened|told|stopped|cared)",
    ],
    onlyIn:
      /\bi\b.*\b(would|could|have had to|need)\b|\b(would|could|need)\b.*\bi\b|none of this|would/,
    unlessIn: /\bstill have\b|that is on me/,
    unlessAfter: /^(rather|like|prefer|here)\b/,
  },
  {
    match: ["you (have|had)? (drove|driven|pushed|forced|provoked|triggered) (me|my|us)"],
    unlessAfter:
      /^(to|from) (the )?(hospital|work|school|station|airport|doctor|town|clinic)|^home|^on the swing/,
    unlessBefore: NOT,
  },
  {
    match: [
      "you (have|had)? provoked",
      "you wound me up",
      "you set me off",
      "you (were|are) asking for it",
    ],
    unlessBefore: NOT,
  },
  {
    match: [
      "you (left|gave) me (no|without|every|zero) #Adjective? (choice|option|alternative|reason)",
      "you left me with no",
    ],
    unlessAfter: /^to (trust|love|hope|stay|lie|be proud|believe|doubt|complain)/,
  },
  {
    match: [
      "you (have)? started (it|this|that|all|the|keeping|shouting|everything)",
      "you are the one (who|that)",
      "you were the one (who|that)",
      "it (was|is) you (who|that)",
    ],
    unlessAfter: /\b(school|painting|helped|saved|car|fire in the stove)\b/,
    unlessBefore: NOT,
    unlessIn: GOOD,
  },
  {
    match: [
      "we (have|are|were)? both (have|are|were)? (made|did|done|hurt|responsible|guilty|at|to|wrong|messed|lied|failed)",
      "we have both (made|hurt|said|done|lied)",
      "we both said (things|stuff|words|hurtful|terrible)",
      "we are both",
      "we were both (at|to|wrong|guilty|responsible)",
      "both of us (are|were) (to|at|responsible|guilty|wrong)",
      "(both|each) of us (made|has|have) #Adverb? (mistakes|a|our|their)",
      "it takes two",
      "neither of us (is|was|were|are) (innocent|perfect|blameless|without)",
      "we each have our",
    ],
    unlessAfter: /^(invited|tired|here|alive|the sea|school|work|dinner)\b/,
  },
  {
    match: ["there (were|are) two of us"],
    onlyAfter:
      /^(in (the|that|this|our) (marriage|relationship|friendship|fight|argument)|to blame)/,
  },
  {
    match: ["yourself to blame", "(brought|bring) (it|this|that) on yourself", "you had it coming"],
  },
  {
    match: [
      "you (have|had)? turned (me|her|him|them) (into|against)",
      "you got (me|us) (so|into|in|to the)",
    ],
    unlessIn: GOOD,
  },
  {
    match: [
      "you let (me|it|us) get",
      "you made it (so|impossible|hard|difficult|unbearable)",
      "you cost me",
      "you led me to",
      "you messed (me|us) up",
    ],
    unlessIn: GOOD,
    unlessBefore: NOT,
  },
  {
    match: ["you (have|had)? (ruined|wrecked|destroyed|caused|spoiled)"],
    unlessAfter: /^(the cake|none|no)\b/,
    unlessBefore: NOT,
  },
  { match: ["thanks to you"], unlessIn: GOOD },
  { match: ["you are the (reason|cause|problem)"], unlessIn: GOOD },
  { match: ["is you"], onlyBefore: /\bthe (reason|cause|problem)\b/ },
  {
    match: [
      "it is (all)? on you",
      "(is|was) (all)? down to you",
      "(half|part|some|most|all) of (it|this|that) is on you",
      "i blame you",
    ],
    unlessBefore: /\b(not|do not|feel|that)$/,
    unlessAfter: /^to (decide|say|choose|answer)/,
  },
  {
    match: ["(was|is) (all)? your (doing|making)", "the blame is (yours|on you)"],
    unlessBefore: NOT,
  },
  {
    match: ["your (behaviour|behavior|drinking|temper|silence|attitude) is (why|the reason|what)"],
  },
  {
    match: [
      "you are (just)? as (guilty|bad|wrong|much)",
      "you did your part",
      "you had a (hand|part|share) in",
    ],
  },
  { match: ["you brought out the worst"] },
  { match: ["you put me in"], onlyAfter: /\b(position|situation|corner)\b/ },
  { match: ["if it (was|were|had) not (been)? for you"], unlessIn: GOOD },
  { match: ["so i had to"], onlyBefore: /\byou (would|did|do|could) not\b/ },
];
