import type { Rule } from "../rule.ts";

const FREES =
  /\b(not|never|nobody|no one|need not|whether|even if|before|did i|did you|so that|if|hope|might|learning|thank|once told|feel|understand|could ever|would you|to)\b[^,]*$/;
const SMALL =
  /^(for asking|for (writing|bothering|being late)|my (spelling|handwriting|english)|the mess|if i|our (trespasses|sins|debts)|myself|and forget)\b/;
const OBLIGES =
  "(have to|must|need to|should|ought to|got to|supposed to|have got to|are supposed to|better)";

/** Forgiveness, or an end of the matter, asked for as something due. */
export const DEMANDS: readonly Rule[] = [
  {
    match: [
      `you ${OBLIGES} (just)? (forgive|accept|forget) me?`,
      `you (must|should) (really|just)? (forgive|accept)`,
      "you have got to forgive",
      "you are supposed to forgive",
    ],
    unlessBefore: FREES,
    unlessAfter: /^(only|something only|just)\b/,
  },
  {
    match: [
      "^(so|now|oh|just|please|do|mum|dad)? (please|just)? forgive (me|us)",
      "forgive me",
      "^(please|just)? forgive me",
    ],
    unlessBefore:
      /\b(you|can|could|will|would|may|might|not|to|of|for|never|ever|should|they|whether|must|shall|if|father|gran|who|sister|for)\b[^,]*$/,
    unlessAfter: SMALL,
  },
  {
    match: ["forgive me"],
    onlyBefore:
      /\b(beg (you)?|begging you to|want you to|need you to|expect you to|demand that you|tell me you|say that you|promise me you will|promise me you)$/,
    unlessBefore: /\b(not|never|begged)\b/,
  },
  {
    match: [
      "(why|when) (can|will|do|are) (not)? you (not|just|ever|going|finally)? (just|to)? forgive",
      "why can you not",
      "why will you not",
      "(why|when) (can|will) not? you #Adverb? forgive",
      "when will you",
    ],
    onlyIn: /\bforgive|let it go|get over\b/,
  },
  {
    match: [
      "how long (are|will|do|must) (you|i)",
      "how many times (do|must|should|will) i",
      "how many more times",
    ],
    onlyAfter:
      /\b(forgive|punish|punishing|hold|against|angry|sorry|silent|ignore|apologise|apologize|pay|beg)\b/,
  },
  {
    match: [
      "what (more|else) do you want",
      "now it is your turn",
      "what more (can|do|should) i do",
    ],
    unlessAfter: /^to make it right/,
  },
  {
    match: [
      "^#Adverb? (just)? (get over it|move on|drop it|let it go|forget it)",
      "(drop it|get over it)$",
      "you (need|have) to (get over|let it|let this|drop it|forget it)",
      "you (need|have) to move on",
      "you (should|must) (be over|get over|move on)",
      "you (should|must) let (it|this|that) go",
      "it is time (that|to|for)? you? (to)? (got|get|let|move|moved|forgave|stop|stopped)",
      "it is time to (move on|let|forget)",
      "can you not just",
      "can not you just",
      "(can|could) you (not)? just let",
    ],
    unlessBefore: /\b(not|to|i|no need|never|had)\b[^,]*$/,
    unlessAfter: /^(me know|to the next|to bristol|of the house)/,
  },
  {
    match: [
      "^#Adverb? (please|just)? stop (bringing|punishing|holding|going)",
      "^do not hold",
      "^stop holding",
    ],
    unlessAfter: /^me to\b/,
  },
  {
    match: ["you can not (stay|be|hold|keep)"],
    onlyAfter: /\b(angry|mad|cross|against me|punishing|upset|forever|ever)\b/,
  },
  {
    match: [
      "if you (really|ever|truly|still)? (loved|cared)",
      "if you were a (real|good|true)",
      "a (good|real|true) (sister|brother|friend|mother|father|son|daughter|wife|husband|partner) would",
      "family forgives",
    ],
    onlyIn: /\b(forgive|forgives|let it go|let this|forget|over it|trust me)\b/,
  },
  {
    match: ["you owe (me|it|us)", "you owe it to"],
    unlessAfter: /^(nothing|twenty|money|ten|five|no)\b/,
    unlessBefore: /\b(as if|not|think)\b/,
  },
  { match: ["the least you (can|could) do"] },
  {
    match: [
      "(you|just|please)? (have to|must|should)? give me (another|one more|a second|a last|a)",
      "give me (another|one more|a second|a last)",
    ],
    onlyAfter: /^(chance|try|more)\b/,
    unlessBefore: /\b(not|asked|if|hope)\b/,
  },
  {
    match: ["i (have)? (deserve|earned|deserved)", "i deserve"],
    onlyAfter: /\b(forgiveness|forgiven|chance|trust)\b/,
    unlessBefore: /\bnot\b/,
  },
  { match: ["i have done enough"], onlyAfter: /\b(forgive|forgiven)\b/ },
  {
    match: [
      "so (we are fine|it is over|that should be|you can forgive|you should)",
      "you can forgive me",
    ],
    onlyIn: /\b(sorry|apologised|apologized|changed|said)\b/,
    unlessBefore: /\b(hope|if|not|whether|know|that)$/,
  },
  {
    match: [
      "^let us just? (forget|put|move|draw|start)",
      "^can we (just|not|please)? (just)? (forget|move)",
      "^(just|now)? accept my apology",
      "you (have to|must|should|need to) accept (that|my|it|this)",
    ],
    unlessBefore: /\bnot\b/,
  },
  {
    match: [
      "i (expect|want|need|demand) (that)? you (to)? forgive",
      "i (expect|want|need|demand) you to",
      "i (need|want|demand|expect) your forgiveness",
      "i demand that you",
    ],
    onlyIn: /\bforgive|forgiveness\b/,
    unlessIn: /\bearn|not\b/,
  },
  { match: ["you will regret (it|this)"], onlyIn: /\bforgive\b/, unlessBefore: /\b(not|if)\b/ },
  {
    match: [
      "until you forgive",
      "unless you forgive",
      "if you (do|can) not forgive",
      "if you will not forgive",
    ],
    unlessBefore: /\bunderstand\b/,
    unlessAfter: /\bi (will|would) (understand|accept)\b/,
  },
  { match: ["i forgave you"], onlyAfter: /\b(so|now) you\b/ },
  {
    match: [
      "now you (have|must|should)",
      "so should you",
      "you must forgive",
      "you have to forgive",
    ],
    onlyIn: /\bforgiv/,
    unlessBefore: FREES,
  },
  {
    match: [
      "you (have|still)? (have)? not (yet)? forgiven me",
      "you still have not",
      "you have not forgiven",
    ],
    onlyIn: /\bforgiven\b/,
    unlessBefore: /\b(that|if|whether)\b/,
  },
  {
    match: ["is it not time", "is not it time", "do not you think it is time", "do you not think"],
    onlyIn: /\b(forgive|forgave|move on|let)\b/,
  },
  {
    match: ["(say|tell me|promise me) (that)? you (will)? forgive", "do not be so unforgiving"],
    unlessBefore: /\b(not|never)\b/,
  },
];
