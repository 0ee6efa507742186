import type { Rule } from "../rule.ts";

/** Thanks, comfort, promises and leave to do something: here the words are kind or merely true. */
const KIND_AFTER =
  /^(once |ever |even |been |get |got |have |be |so |the |very |my |a )*(kind|kindness|honest|made (me laugh|room|me feel (safe|loved|welcome))|patient|brave|good|generous|gentle|fair|loving|loved me|loved us|lied to me|let me down|shouted|to blame|deserved|deserve|done anything to|had to (ask|do|see|earn)|have to|need to|needed to|remembered|remember|believed in|believe in|forgave|waited for|listened|stood up|gave up|complained|forgot my|to the new|been to|met|to see|asked for any|asked for this|wanted children|welcome|my (sister|brother|friend|mother|father|son|daughter|child)|a place|a home|know where|find me|make me laugh|there for (me|us)|knew how|helped|supported|cared for)\b/;
const OFTEN = "(always|never|constantly|continually|invariably|forever)";

/** Something about the other that is said to hold without exception. */
export const ABSOLUTES: readonly Rule[] = [
  {
    match: [
      `you (two|guys|people|lot|all)? ${OFTEN}`,
      `you #Adverb ${OFTEN}`,
      `you (are|were|have|had|can|could|will|would) #Adverb? ${OFTEN}`,
      "you (have|had)? not once",
      "(why|do|can|are|could) you (always|never)",
    ],
    unlessAfter: KIND_AFTER,
    unlessBefore: /\b(not|true that|told|wrote|if|did|have|made|because|doctor)\b[^,]*$/,
    unlessIn:
      /\b(can always|could always make|may always|will always be (my|welcome)|need never|should never|walk home)\b/,
  },
  {
    match: ["why do you (always|never)", "do you (always|never)"],
    onlyAfter: /^(think|listen|have to|ruin|interrupt|start|make|blame|care|say|do)\b/,
    unlessIn: /\bwalk home\b/,
  },
  {
    match: ["your #Noun always", "your #Noun never"],
    onlyAfter: /^(treat|treated|hated|hates|looked|look|laughed|judge|judged|took|takes)\b/,
  },
  {
    match: [
      "never have you",
      "never once have you",
      "not once did you",
      "not once have you",
      "at no time did you",
      "never did you",
    ],
  },
  {
    match: ["we (always|never)"],
    onlyAfter: /^(talk|fight|argue|do|go|see|have|speak|discuss|agree)\b/,
  },
  { match: ["our #Noun always", "our #Noun never"], unlessBefore: /\b(not)\b/ },
  {
    match: ["every (single)? time"],
    onlyAfter: /^(i|we) .*\byou\b|^you\b/,
    unlessAfter: /think of you|thank you|slow down|miss you|remember you/,
  },
  {
    match: [
      "every (single)? time",
      "all the time",
      "every (single)? day",
      "the whole time",
      "constantly",
    ],
    onlyBefore:
      /\byou (are|do|did|forget|lied|lie|shout|talk|yell|cancel|put|call|complain|criticise|leave)\b/,
  },
  {
    match: [
      "(nobody|no one|none) #Preposition? #Determiner? #Noun? ever",
      "no one can ever",
      "none of you ever",
    ],
    unlessIn: /\b(as patient|as kind|so kind|like you)\b/,
  },
  {
    match: ["all you (ever)? (do|did|care|want|think|talk)"],
    unlessAfter: /^(was|is|about is)? ?(tell the truth|help|love|listen|to help)\b/,
  },
  {
    match: [
      "nothing i (do|did|say|ever)",
      "nothing is ever",
      "whatever i (do|say)",
      "no matter what",
    ],
    unlessAfter: /\b(i will|i would)\b/,
  },
  { match: ["it is always"], onlyAfter: /^(about you|me|my|you|the same|your)\b/ },
  { match: ["there is always"], onlyIn: /\bwith you\b/ },
  {
    match: ["everything (you|has)", "everything has to be your"],
    onlyAfter: /\b(your way|lie|wrong|say|touch|break|selfish|about you)\b/,
    unlessIn: /\btrue|saw it\b/,
  },
  {
    match: ["(everyone|everybody) (knows|thinks|says|agrees|hates)"],
    onlyAfter: /\b(you|so|too)\b/,
  },
  {
    match: ["i can never"],
    onlyAfter: /^(tell you|trust|rely|count|talk|do|say|please|be myself)\b/,
  },
  { match: ["i (am)? always"], onlyAfter: /^(have to|the one|end up|pay|clean)\b/ },
  { match: ["i always (have|end)"] },
  { match: ["only ever"], onlyBefore: /\byou\b/ },
  {
    match: ["nothing you (say|said|do|did)", "nothing"],
    onlyAfter: /\byou (said|say|did) .*(true|right|works|matters)\b/,
    unlessAfter: /\bwrong|angry\b/,
  },
  { match: ["always$"], onlyBefore: /\byou (do|did|are)\b/, unlessBefore: /\bi (will|promise)\b/ },
  { match: ["as always"], onlyAfter: /^you\b/ },
  {
    match: ["you (have|are|were|had)? never"],
    onlyAfter:
      /^(been |be |once |really )*(honest|kind|fair|patient|good|generous|there|supported|helped|listened|remembered|believed in|stood up)\b/,
    unlessBefore: /\b(not|told|wrote|if)\b[^,]*$/,
  },
];
