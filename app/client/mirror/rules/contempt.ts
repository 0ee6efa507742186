import type { Rule } from "../rule.ts";

const INSULT =
  "(pathetic|worthless|useless|hopeless|stupid|dumb|dense|thick|selfish|lazy|ridiculous|disgusting|crazy|insane|mad|mental|toxic|evil|heartless|spineless|ignorant|childish|immature|vile|beneath|unhinged)";
const NAME =
  "(idiot|fool|moron|liar|coward|loser|hypocrite|narcissist|brat|cow|prick|bitch|bastard|pig|snake|monster|failure|disgrace|embarrassment|joke|parasite|psycho|clown|jerk|drama|cunt|asshole|arsehole|waste)";
/** Praise, a game, or the writer's own regret in the same words. */
const KIND =
  /^(good|patient|talented|brave|kind|lucky|generous|about|at (darts|chess|cards)|in love)\b/;
const NOT =
  /\b(not|never|no longer|must have thought|made you feel|feel like|think that|as if|whether|if)\b[^,]*$/;

/** The other is looked down on: names, mockery, disgust. */
export const CONTEMPT: readonly Rule[] = [
  {
    match: [
      `you (are|were) #Adverb? (so|such|too|just|really|being|a|the)? #Adverb? ${INSULT}`,
      `you (are|were) #Adverb? (so|such|just|being)? (a|an|the) ${NAME}`,
      `you (are|were) #Adverb? (so|such|just|being)? (a|an|the) . ${NAME}`,
      `you (are|were) #Adverb? (a|an|the) . . ${NAME}`,
      `you (are|were) #Adverb? a . ${INSULT} (man|woman|person|child|human|creature|boy|girl)`,
      `you (are|were) #Adverb? (such)? (a|an) #Adverb? #Adjective? (terrible|lousy|rubbish|bad|awful|useless|lousy|shit|crap) .`,
    ],
    unlessAfter: KIND,
    unlessBefore: NOT,
  },
  {
    match: ["you (are|were) such a (child|baby|bore|joke|mess)", "you (are|were) nothing but a"],
    unlessAfter: /^(of)\b/,
  },
  {
    match: [
      `you ${NAME}`,
      `you #Adjective? ${NAME}`,
      `you ${INSULT} #Adjective? #Noun`,
      "you spoiled .",
      "you selfish .",
    ],
    unlessBefore: NOT,
    unlessAfter: /^(in the)\b/,
  },
  {
    match: [
      `(an|a) ${NAME} like you`,
      `such (a|an) ${NAME}`,
      `what (a|an) ${NAME}`,
      "someone like you",
    ],
    onlyIn: /\byou\b/,
    unlessIn: /\b(that hotel|rare|lucky|better)\b/,
    unlessBefore: /\bi (was|am|have been)( such)?$/,
  },
  {
    match: [
      "^grow up",
      "^get over yourself",
      "^spare me",
      "^cry me a river",
      "^boo hoo",
      "oh? boo hoo",
      "^shut up",
      "^go to hell",
      "^oh please",
      "as if you ever",
      "^give me a break",
      "^bravo",
      "^do not make me laugh",
    ],
    unlessAfter: /^(keep|stay|take|, it is)\b/,
  },
  { match: ["^congratulations"], onlyAfter: /\byou (broke|did|have|managed|ruined|lied|win)\b/ },
  {
    match: [
      "you make me (sick|puke|laugh)",
      "you disgust me",
      "i (despise|loathe) you",
      "i can not stand (you|the)",
    ],
    unlessBefore: NOT,
    unlessAfter: /^(silence|noise|heat|smell)\b/,
  },
  {
    match: [
      "people like you",
      "your kind of",
      "you people",
      "your little",
      "your (precious|pathetic|stupid|ridiculous|silly|usual|so-called|whining)",
      "you and your precious",
    ],
    unlessAfter: /^(are rare|are hard to find|cup|dog|boy|girl|brother|sister|one)\b/,
  },
  { match: ["your so called", "so-called", "so called"], onlyIn: /\byour\b/ },
  {
    match: ["ashamed of yourself", "you should be ashamed", "you have no shame"],
    unlessBefore: NOT,
  },
  {
    match: [
      "how (stupid|dumb|dense|selfish|pathetic|heartless|cruel) (can|could|are) you",
      "how heartless you are",
      "how (stupid|selfish|pathetic|blind|heartless) (you|are)",
      "that stupid",
      "really that (stupid|dumb|selfish|dense)",
    ],
    onlyIn: /\byou\b/,
  },
  {
    match: ["even a", "(five|six|three|two|four) year old", "five-year-old"],
    onlyIn:
      /\beven (a|my) .*(year old|child|kid|baby|year-old)\b.* (would|could|knows|understands)/,
  },
  { match: ["what (the hell)? is wrong with you", "what the hell is wrong with you"] },
  { match: ["you could not be bothered"] },
  { match: ["lecture me", "call yourself", "call yourselves"], onlyBefore: /\byou\b/ },
  {
    match: [
      "poor (little)? (you|baby|thing|princess)",
      "poor little .",
      "whatever helps you sleep",
      "typical you",
      "^typical",
    ],
    unlessBefore: /\bthe$/,
  },
  {
    match: [
      "(nobody|no one) likes you",
      "(laugh|laughing) at you",
      "i am embarrassed to",
      "embarrassed to (be|have)",
    ],
    unlessIn: /\bi (laughed|laugh)\b/,
  },
  {
    match: [
      "you are full of (yourself|shit|crap|it)",
      "you are not normal",
      "you have got issues",
      "you have issues",
      "you need help",
    ],
    unlessAfter: /^(with|to|from|and)\b/,
  },
  { match: ["you are the victim", "playing the victim"], unlessIn: /\b(accused|i (said|was))\b/ },
  {
    match: [
      "the most (selfish|stupid|pathetic|arrogant|horrible|cruel|boring|useless) (person|man|woman|human)",
    ],
    onlyIn: /\byou\b/,
  },
  {
    match: ["as if you (would|ever|could|cared|knew)", "as if you"],
    onlyAfter: /\b(understand|cared|care|know|knew|anything|ever)\b/,
    unlessBefore: /\b(treated|behaved|acted|talked)\b/,
  },
  {
    match: [
      "i would not expect you to (understand|know|get|care)",
      "you would not (understand|get|know)",
    ],
    unlessBefore: NOT,
  },
  {
    match: [
      "you can rot",
      "you deserve to (be|rot|suffer|die|rot|lose)",
      "i hope you (choke|rot|suffer|die|lose)",
    ],
    unlessAfter: /^(left|heard|happy|loved|told|asked|in peace)\b/,
  },
  { match: ["you (failed|fail) as a"], unlessBefore: NOT },
  { match: ["the (stupid|dumb|ugly|lazy|useless|mad) one"], onlyBefore: /\byou (were|are)\b/ },
  { match: ["your whining", "(stop|quit) whining", "quit #Adverb? (whining|crying|moaning)"] },
  {
    match: ["i am (so|much)+ better than you", "better than you"],
    onlyBefore: /\bi am\b|^$/,
    unlessBefore: /\bnot\b/,
  },
  { match: ["feel sorry for you", "i pity you"] },
  {
    match: [
      "what kind of (mother|father|friend|brother|sister|person|man|woman|son|daughter|parent|husband|wife)",
    ],
    unlessBefore: /\bknow\b/,
  },
];
