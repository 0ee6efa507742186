import { anyOf, says, type Rule } from "../rule.ts";

const SORRY = anyOf(`sorry apologise apologize apologised apologized apology apologies regret`);
/** No apology of today: somebody else's, an old one, a wish, courtesy. */
const NOT_NOW =
  /\b(would be|be|not|do not know|wonder|said|say(?<!can only say)|saying|once wrote|write|wrote|sure|seems|without|never|asked|sorry for (my|your|him|her)self|felt|he|she|they|used to say|what kind of|an) ?(a|an|that|that i am|i am|i was|saying)?$|\b(he|she|they|mum|dad) (said|was|were|is|are)\b[^,]*$|\bit is not that\b[^,]*$/;
const OLD =
  /\b(you (said|say|apologised|were sorry)|(he|she|they|mum|dad) (\w+ )?(said|says|apologised|was|were|is|are)|i (once|used to|never|should have|wanted to|tried to|always|often) (\w+ )?(say|said|wrote|write|apologise|apologised|have said)|to say sorry|(felt|feel|feeling) sorry for|sorry to (bother|hear|trouble|disturb|interrupt|ask|say that i|keep you)|not sorry|no ifs|not an apology|if you want me to|would it help|whether)\b/;
/** What the writer takes back or will not do: no excuse. */
const NO_EXCUSE =
  /^((i|that|it|this|you|we|the|what|words?|nothing|there|saying|no|not|mostly|also|only|more|first|above|even|an|a|please|most|my|once|when) )?((i|that|it|this|you|we|so) )?(am |is |was |are |were |will |would |can |could |do |did |does |have |has |had |know |must )?(not |no |never )?(still |also |only |really )?(excuse|excuses|wrong of me|enough|ready|able|come|make it|see you|meet|want|expect|answer|lend|give you|talk|think|have to (answer|say|forgive|reply|go|work|leave)|need to (answer|say|forgive|reply)|because i|because|that (saying|words|it|i|sorry|this|you)|said|grateful|glad|sad|deserve|deserved|ask for|owe|repair|undo|mend|wish|hope|will|would like|understand|too late|take|took|once|asleep|the one who was hurt|the one who paid|who paid|when you|answer is|change what|make up|words|all i have|free to|may|need not)\b/;

/** An apology with a condition or a "but" in it, or for what the other felt instead of what was done. */
export const CONDITIONAL: readonly Rule[] = [
  {
    says: says(
      `${SORRY} ,? ?(?:to \\w+ |for it |about it |about that |truly |truly , |mum , |dad , |love , )?(?:if|in case|assuming|to the extent|whether or not|should (?:i|my|any|it)|insofar as)`,
      `${SORRY} (?:for|about) (?:my|the|what|all|any|how)[\\w' ]{1,30} (?:if|in case)(?= (?:i|my|that|it|anything|something|what|any|anyone|they|there))`,
      `${SORRY} ,? ?[\\w' ]{0,24} , if(?= (?:i|that|it|anything|my|you (?:feel|felt|think|thought)))`,
      `forgive me (?:if|in case)`,
      `regret (?:it |everything |anything )?(?:if|that you (?:felt|feel|took|thought|saw))`,
      `feel (?:bad|awful|terrible) if`,
      `(?:apologise|apologize|sorry)(?: to you)? if`,
    ),
    unlessBefore: NOT_NOW,
    unlessIn:
      /\b(wonder|not sorry|no ifs|even if|as if|whether or not you|would it help|tell me if|do not want to apologise|not [^,]* only if)\b/,
    unlessAfter:
      /^(you left|we lost|is enough|it means|means|you (want|wish|would like|need|ever want|ever need|let me)|this (letter|note|is long|reaches)|it is late|i spell|were(?= ?$))\b/,
    alsoReported: true,
  },
  {
    says: says(
      `if there is (?:anything|something)`,
      `if it (?:makes|helps)[\\w ]*`,
      `if that (?:is|helps|makes)[\\w' ]*`,
      `when i (?:have )?(?:perhaps|maybe|possibly|may have|might have)`,
    ),
    onlyIn: new RegExp(`\\b${SORRY}\\b`),
    unlessIn: /\b(if that is (too|not))\b/,
  },
  {
    says: says(
      `(?<=^|^well , |^fine , |^ok , |^and |^well |^look , |^so |^, )if (?:i|we|my|anything|something|that|it|what|any|there|you (?:feel|felt|think|thought|were|are|got|took|believe|see|saw)|the|in any|at any)[\\w' ]*`,
      `(?<=^)whatever (?:it is |it was |it is that )?i(?: have| may have)? (?:done|did|said)`,
    ),
    onlyIn:
      /,? ?(then )?(i am |i do |i |my |we |so |for (that|which) |please )?(\w+ly |so |very |do )*(sorry|apologise|apologize|apologies|forgive me)\b/,
    unlessIn:
      /^(and |so |well )?if (you (want|need|like|would|ever|prefer|wish|ask|are (ready|willing|free))|i (could|had|ask|am to|say|were|write|call|ever (call|speak|do)))\b|\bif i (had|could)\b/,
  },
  {
    says: says(
      `sorry (?:that )?(?:you|people|some people|anyone|anybody|everyone|certain people|she|he|they|your (?:feelings|pride|ego|\\w+)) (?:\\w+ly |all |just |still |ever |so |have |had |are |were )*(?:feel|felt|think|thought|see it|saw it|see me|saw me|see things|see that|misunderstood|misunderstand|misread|misheard|take|took|taken|are so|got (?:hurt|upset|offended|angry|so|the wrong|your|it wrong|mad)|can not see|could not see|can not take|could not take|do not see|did not see|do not get|did not get|do not understand|did not understand|found it|find it|believe|perceived|perceive|interpreted|chose to|decided to|react|reacted|read it|offended|upset|so upset|hurt$|hurt ,|hurt over|hurt about|sensitive|bothered|disappointed|unhappy|that sensitive|easily|had to take|heard it)`,
    ),
    unlessBefore: /\bnot( that i am)?$/,
    unlessAfter:
      /^(,? ?(because of|by) (me|my|what i)|so alone|alone|unsafe because|small because|by (me|my|what i)|you had to|like (that|a) because)\b/,
    unlessIn: /\b(because of me|because i|when i|by what i|by my|through me)\b/,
  },
  {
    says: says(
      `sorry for (?:caring|loving|trying|wanting|worrying|existing|breathing|being (?:human|honest|normal|so honest|too \\w+|a (?:mother|father|man|woman))|having (?:feelings|standards|an opinion|needs))`,
      `sorry not sorry`,
      `sorry ,? ?(?:happy now|satisfied)`,
      `sorry you had to (?:feel|take)[\\w ]*way`,
    ),
    unlessAfter: /^(of|to|with|things|it all|you) (?!for)|^(so|, but)\b(?! you)/,
    unlessIn: /\bwanting (to|things|you to)\b|\btrying to (hide|control|make|change)\b/,
  },
  {
    says: says(
      `(?<=^|^well , |^oh , )(?:ok|okay|fine|all right|alright)(?: ,)?(?: fine| okay| ok)?(?: ,)? (?:i am )?sorry`,
      `(?:sorry|apology) ,? ?i (?:suppose|guess)`,
      `i (?:suppose|guess) (?:that )?(?:i am(?: sorry)?|i should be|i owe|i should say|i have to say|an)`,
    ),
    onlyIn: new RegExp(`\\b${SORRY}\\b`),
  },
  {
    says: says(
      `(?:but|however|although|though|yet|only|that said|then again|even though|still|it is just|it is only|except|mind you|and yet|having said that|in my defence)(?: that)?(?: ,)?(?: (?:honestly|really|seriously|frankly|also|even|at least|come on|so|then|to be fair|let us be (?:honest|clear)))?(?: ,)? (?:you|i|it|that|we|your|my|so did|so were|so should|let|let us|the|what|everybody|everyone|who|they|he|she|this|there|work|things|would|did|do|could|have|are|were|at|honestly|come|in|not|nobody|no one|anyone|as|if|with|after|after all|someone|somebody|under|people|how|is|was|maybe|neither|then)`,
    ),
    onlyBefore: new RegExp(
      `\\b(${SORRY}|okay|my bad|feel bad|pardon me)\\b[^?]{0,90}$|^(ok|okay|fine) ,`,
    ),
    unlessBefore: new RegExp(
      `${OLD.source}|\\b(would|could|should|not|if) (you )?(be|have been|say|accept)\\b|\\bif you want\\b|\\bnot because\\b`,
    ),
    unlessAfter: NO_EXCUSE,
    unlessIn:
      /\b(only if you do|no but|without a but|no excuse|not an excuse|but (i|we) (can|will|could|do|am|have) ?(not|to)\b(?! be the only| see (why|what)| think (it|that|you))|but (that|it) (is|was) (not enough|no|another|wrong)|but only (when|once|if)|but that is on me|but i (did not|didn) mean it then|but you (do not (have|need|owe)|need not|must not|are free|did not (deserve|do|cause|start)|should not have had)\b|but (i|we) (know|understand|wish|hope|want|would)|but nothing|but (mostly|words|above|also) |but you (deserve|deserved|were the one|never deserved|may|forgave|stayed)|but i will|but what i did|but this is|but the (truth|fault|words)|but you had (no|to))\b/,
    alsoReported: true,
  },
  {
    says: says(
      `but (?:you|it takes|so did you|so were you|what about|at least|come on|you know|let us not)`,
    ),
    onlyBefore:
      /\b(i (was|know i was|admit i was) (wrong|harsh|out of line|unfair|rude|cruel|late)|i should not have|i (did|do) (wrong|regret)|i know (i|that i|sorry)|mea culpa|my bad|my fault|i feel (bad|awful|terrible)|i felt (bad|awful|terrible)|i admit)\b[^?]{0,60}$/,
    unlessAfter:
      /^(deserve|deserved|were (kind|right|the one|patient|not to blame|never)|did not|had (no|every)|have (a right|every right|no)|stayed|never (deserved|asked|did|said a)|still|forgave|do not (have|need|owe)|need not|owe|may|can|said nothing|waited|asked|were hurt|are (kind|free)|i (loved|love))\b/,
  },
  {
    says: says(
      `(?<=^)(?:but|however|though|although|then again|still|that said)(?: ,)? (?:you|i (?:was|had|did|only|have)|it|that|we|your|let|so|what|honestly|come on|who|in my|to be)`,
    ),
    onlyFollowing: /\b(sorry|apologise|apologize|apologies|ok|okay|my bad)\b[^,]*(,[^,]*)?$/,
    unlessAfter:
      /^(understand|know|will|wrong|not|deserve|deserved|need not|owe|were (kind|right|the one)|may|can|do not|did not deserve|is (not enough|no|why|only)|was (wrong|no|my|not)|never|should|could|would|want|wanted|had no (right|excuse))\b/,
  },
  {
    says: says(
      `${SORRY} for (?:whatever|anything|any|whichever|everything i may)`,
      `sorry for what i (?:may|might)`,
      `(?:may have|might have|maybe i|perhaps i|possibly i)(?: was| am| have| did)?`,
      `sorry that (?:maybe|perhaps)`,
      `(?:would|could) (?:say sorry|apologise) if i`,
    ),
    onlyIn: new RegExp(`\\b${SORRY}\\b`),
    unlessIn:
      /\b(sorry may have|you (may|might) have|have come too late|maybe i (should|could|can|will)|may have (been|come) too late)\b/,
    unlessBefore: /\b(you|they|he|she|it|that|could|not)$/,
  },
];
