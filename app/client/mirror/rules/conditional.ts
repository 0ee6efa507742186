import type { Rule } from "../rule.ts";

const SORRY = "(sorry|apologise|apologize|apology|apologies|regret)";
/** An apology with a condition or a "but" in it, or for what the other felt instead of what was done. */
export const CONDITIONAL: readonly Rule[] = [
  {
    match: [
      `${SORRY} if`,
      `${SORRY} in case`,
      `${SORRY} (to|about|for|it|you|alex|mum)? if`,
      "sorry to the extent",
      "sorry whether or not",
      "sorry should (my|i|any)",
    ],
    unlessBefore:
      /\b(would be|be|if|not|do not know|wonder|said|say|saying|once wrote|was|sure|seems|only) ?(saying )?$/,
    unlessAfter: /^(you left|we lost|is enough|it means|means)\b/,
    unlessIn: /\bwonder\b|not sorry|no ifs/,
    alsoReported: true,
  },
  {
    match: [`sorry . if`, `sorry . . if`],
    onlyIn: /\bsorry ,? ?(mum|dad|alex|love|[a-z]+)? ?,? ?if (i|you|that is what|it|my)\b/,
    unlessIn: /\band if\b|if you (want|would|like|need|ever)|asked if|guess if|even if|ifs/,
  },
  {
    match: ["if that is what", "if that helps", "if it makes you feel better", "if that makes you"],
    onlyIn: /\bsorry\b/,
  },
  {
    match: ["^if (i|that|anything|you|my|it) . ", "^if (i|that|anything|you|my|it)"],
    onlyAfter: /\b(i am|i|sorry|then)\b.*(sorry|apologise|apologize)|, sorry|^sorry/,
    unlessIn: /\bif (you want|you need|you would|you ever|i could)\b/,
  },
  {
    match: [
      "sorry that? you (feel|felt|think|thought|see|saw|misunderstood|took|take|are|got|could not|can not|had|believe|found)",
      "sorry that? you (are|were) (so)? (offended|upset|hurt|angry|sensitive|disappointed|bothered)",
    ],
    unlessAfter:
      /^(to )?(wait|clean|alone|left|pay|carry|do|go|see|live|hear it|be alone|ill|so alone|sick)\b/,
    unlessBefore: /\bnot\b/,
  },
  {
    match: [
      "but (honestly|really|seriously)? (you|i|it|that|we|work|so|the|let|what|everybody|everyone|who|they)",
      "but (you|that) (are|have|is)",
    ],
    onlyBefore: /\b(sorry|apologise|apologize|ok|okay)\b/,
    unlessBefore:
      /\b(said|say|tried|should have said|never said|was|wanted to say|not) (to say )?sorry\b|\bhad (said|wanted)\b/,
    unlessAfter:
      /^((can|will|would|could|do) not (come|see|want|meet|expect|answer|lend|talk|think|have)|not ready|know that|have to ask|so i will|do not|can not|am not ready|am grateful|was still wrong|will)\b/,
    alsoReported: true,
  },
  { match: ["but my"], onlyBefore: /\bsorry\b/, unlessAfter: /^answer/ },
  {
    match: ["(although|though|however) (you|i|it)"],
    onlyBefore: /\b(sorry|apologise|apologize)\b/,
    unlessAfter: /^(know|never)/,
  },
  {
    match: ["^but (you|i|it|that)"],
    onlyFollowing: /\b(sorry|apologise|apologize|ok|okay)\b/,
    unlessAfter: /^(understand|know|will)/,
  },
  {
    match: [
      "sorry for (whatever|anything|any)",
      `(apologise|apologize|apologies) for (whatever|anything|any)`,
    ],
  },
  {
    match: ["may have", "might have", "maybe i", "perhaps i"],
    onlyIn: /\b(sorry|apologise|apologize)\b/,
    // Found by the rule above already.
    unlessIn: /\b(sorry|apologies|apologise|apologize) for (whatever|anything|any|what)\b/,
  },
  { match: ["sorry for what i (may|might) have"] },
];
