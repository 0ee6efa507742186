import { ADVERBS, HARMED, OWED } from "../lexicon.ts";
import { anyOf, says, type Rule } from "../rule.ts";

const BE =
  "(?:have |has |had |should have |could have )?(?:was|were|been|got|get|is being|are being|was being|were being)";
const NOT = "(?:not|never|not even|not always|rarely|seldom|hardly|barely)";
/** Whoever was harmed, or what: everything but the writer. */
const SOMEBODY = "(?:you|he|she|they|the kids|the children|your \\w+|our \\w+|both of you)";
const THING =
  "(?:(?:the|your|our|some|a|an|his|her|their|all the|all your|too much|a lot of|so much|much|too many|a few|any|these|those|certain) (?:[\\w'-]+ ){0,4}|)";
const NOUNS = anyOf(`
  things stuff words? mistakes? lies? lines? doors? feelings errors? trust damage harm hurt pain blame care names voices something promises? care_for_you
  threats accusations insults secrets rumours rumors stories decisions plates fists money hands boundaries vows
  agreements? rules? hearts tempers glasses dishes letters messages photos pictures emails passwords blows punches
  limits punishments affairs? boundary choices? wrongs? decisions? accusations? evening christmas birthday weekend
`);
/** Who acted is said after all. */
const SAYS_WHO =
  /\bby (?!(accident|mistake|chance|then|now|the (time|end|way|side)|\w+day|night|morning|email|letter|phone|post|text|tomorrow|what happened|it all))|\b(because|when|after|since|what|as) (i|we|he|she|they|you|your|my)( \w+)? (?!said that|told)|, (and )?(so )?(i|we) (lied|did|was|saw|went|kept|had|made|took|broke|read|was the)\b|\bi was the one|\bit was (me|i)\b|\bi (hid|broke|lied|took|read|made|told|threw|opened|left|hit|stole|shouted|burned|deleted|sold|sent|spread|kept) |\b(i|we) (did|caused) (it|this|that)\b|\b(my|the) (own )?hands?\b(?! were)/;
const BEFORE =
  /^(was|were|have|has|had|did|do|is|are|when|if|who|what)\b(?! (was|were) (done|said))|\b(i|we|no|nobody|nothing|not a|what|while|until|once|if|let|my|lessons|when|who|how|unless|so that|before|want|until you|sure|afraid|whether|hope|wish)$|\b(no|nobody|nothing|if|whether|unless|so that|afraid that|nor|hope|wish|not)\b[^,]*$/;
const AFTER =
  /^(in the (accident|fire|war|storm|flood|move|post|crash)|and the wine|with (me|love|care|joy)|to (be|have|see|hear|meet|a|the|do)|up to|off the|by|between us when|out loud|at (the )?birth|on the radio|in (the )?(book|film|paper|news))\b/;

/** Passives and happenings that tell of a hurt and leave out who did it. */
export const HIDDEN: readonly Rule[] = [
  {
    says: says(`${SOMEBODY} ${BE} (?:${NOT} )?${ADVERBS}(?:being )?${HARMED}`),
    unlessIn: SAYS_WHO,
    unlessBefore: BEFORE,
    unlessAfter: AFTER,
    unlessMatch:
      /\b(?:not|never) \w+$|\b(killed|exposed|lost|done|said|spent|checked|read|raised|opened|used|missed|mistaken|moved|drunk|stabbed|borrowed|made up)$/,
  },
  {
    says: says(
      `(?:you|your \\w+(?: \\w+)?|the \\w+|the agreement we made|our \\w+|that \\w+|help|nobody|a promise|promises) (?:have |has |had )?(?:was|were|been|got) (?:not|never|not even|not always|rarely|seldom|hardly) ${ADVERBS}${OWED}(?: for)?`,
      `you ${BE} (?:not|never) ${ADVERBS}given [\\w ]+`,
      `nothing was (?:done|said)`,
      `nobody was (?:told|asked|warned|informed)`,
    ),
    unlessIn: SAYS_WHO,
    unlessBefore:
      /\b(i|we|if|whether|so|who|and so|until|when|unless)$|\b(if|whether|unless)\b[^,]*$/,
    unlessAfter: /^(by|to)\b(?! (you|the (meeting|wedding|party)))/,
  },
  {
    says: says(
      `${SOMEBODY} should (?:never |not )?have been (?:\\w+ly )?(?:${OWED}|${HARMED})`,
      `you had been (?:promised|led to believe|told|assured)`,
      `(?:you|she|he|they) (?:were|was|had been|have been) (?:made|led|left|forced|given reason) to (?:feel|believe|think|wait|look|pay|apologise|beg|do|carry|wonder)`,
    ),
    unlessIn: SAYS_WHO,
    unlessBefore: /\b(if|whether|how|when)$/,
  },
  {
    says: says(
      `${THING}${NOUNS} ${BE} (?:${NOT} )?${ADVERBS}(?:${HARMED}|made|where made|put|called|spoken|told|given|used|had|taken|drawn|dealt|traded)`,
      `mistakes where made`,
      `what (?:was|has been|had been) done(?= (?:can|to|is))`,
      `all that (?:was|has been) done`,
      `(?:${THING}${NOUNS}) (?:have |has |had )?(?:was|were|been|got) (?:not|never) ${ADVERBS}${OWED}`,
    ),
    unlessIn: SAYS_WHO,
    unlessBefore: BEFORE,
    unlessAfter: AFTER,
    unlessMatch:
      /\b(?:not|never) (?:\w+ly )?(?:hurt|forgotten|stolen|broken|hit|betrayed|abandoned|blamed|harmed|lost|damaged|touched|said|made)$/,
  },
  {
    says: says(
      `(?:the|your|our|some|a|an|his|her|their|all the|all your|any|these|those|certain|too much|so much|not enough)(?: [\\w'-]+){1,4} ${BE} (?:${NOT} )?${ADVERBS}(?:${HARMED}|taken|drunk)`,
      `(?:it|all that) ${BE} (?:${NOT} )?${ADVERBS}${HARMED}`,
    ),
    unlessIn: SAYS_WHO,
    unlessBefore: BEFORE,
    unlessAfter: AFTER,
    unlessMatch:
      /^(?:it|that) (?:was|were|is|got|has been|had been) (?:\w+ly )?(?:hurt|said|raised|used|lost|missed|made up|checked|read|opened|done|posted|shared|recorded|killed|moved|exposed|watched|drunk|rotten|mistaken)$|^(?:the|your|our|a|an|his|her) [\w' -]*\b(?:that|which|who|when|where|i|we|he|she|they|you)\b|\b(?:not|never) (?:\w+ly )?(?:hurt|forgotten|stolen|broken|hit|betrayed|abandoned|blamed|harmed|lost|damaged|touched|said)$|^(?:the|a|an|your|our) (?:\w+ )?(?:shop|shops|bus|train|office|road|street|bridge|village|town|school|church|film|song|book|meeting|court|flight|bread|table|dinner|weather|war|law|dog|trees?|garden|roof|heart|tickets?|film|game|match|concert|storm|fence|lights?|power|team|boat|ship|library|museum) (?!.*(smashed|thrown|stolen|slammed|emptied|given away|broken$))|(?:posted|shared|borrowed|checked|read|opened|lost|raised|used|dropped|recorded|watched|copied|cancelled|canceled|missed|done|exposed|cut off|locked|printed|burned|burnt)$/,
  },
  {
    says: says(
      `(?:your|all your|the) (?:private |old |last |own )*(?:diary|diaries|letters?|messages?|phone|emails?|mail|post|texts?|laptop|account|accounts|notebook|journal|things|drawers?|bag|passwords?|photos?|pictures?|number|address|name|secret|secrets|story|consent|words|trust|privacy|savings|birthday|wishes|plans|calls?|feelings|side|room|door|space|money|computer|files?|clothes|keys) (?:have |has |had )?(?:was|were|been|got) (?:\\w+ly |all |then |also |even )*(?:read|opened|checked|used|posted|shared|copied|published|printed|moved|looked (?:at|through|into)|recorded|cut|lost|taken|spent|locked|missed|cancelled|changed|done|watched|burned|burnt|passed on|given|borrowed|raised|dragged|dropped|touched|turned over|brushed over|brushed aside|hung up on)`,
    ),
    unlessIn: SAYS_WHO,
    unlessBefore: BEFORE,
    unlessAfter: AFTER,
  },
  {
    says: says(
      `there (?:was|were|has been|have been|had been) (?:some |a lot of |a bit of |so much |much |too much |a few |a |the |even |\\w+ly )*(?:shouting|yelling|lying|lies|lie|hitting|violence|flirting|cheating|drinking|swearing|screaming|pushing|shoving|name calling|name-calling|betrayal|dishonesty|deception|infidelity|unkindness|cruelty|neglect|threats|insults|slap|slaps|untruths?|deceit|spying|sneaking|door slamming)`,
      `(?:it|things?|that|this|stuff|shit|affairs?|mistakes?)(?: sort of| kind of| all)? just (?:happens?|happened)`,
      `(?<=^|, )(?:affairs?|mistakes?|these things|such things|accidents|shit|it) (?:happens?|happened)(?= ?$| ?,| and)`,
      `one thing led to another`,
      `(?:things|it|tempers|the (?:argument|evening|row|fight|situation)|everything)(?: all| just)? (?:got|went|became|spiralled|escalated|turned|ran|flared|spilled|slipped)(?: a (?:bit|little))?(?: way)? ?(?:out of (?:hand|control)|heated|too far|ugly|physical|nasty|sideways|violent|over|out|broken|high|said)?`,
      `(?:it|things) came to blows`,
      `(?:it|the (?:words?|truth|wrong words?|wrong things?)|the wrong \\w+)(?: just| all)? (?:came out|slipped out|came out wrong)`,
      `(?:the|your|our|some|a) [\\w' ]{1,24} (?:ended up|wound up) (?:being )?(?:\\w+ly )?(?:broken|smashed|torn|on the (?:street|floor|tip|pavement|lawn)|in (?:pieces|the bin|tears|the river|the skip)|lost|told|read|spent|sold|hurt|thrown|with)`,
      `(?:it|that|this) (?:has been|was|got) (?:kept|hidden|covered up|swept|brushed|hushed|handled|dealt with|told|passed|mishandled) ?(?:quiet|secret|badly|poorly|wrongly|under|away|up|from you|around|on)?`,
      `(?:it|things) (?:was|were|got) (?:\\w+ly )?(?:badly|poorly|terribly|wrongly|not) (?:well )?(?:handled|managed|dealt with|done)`,
      `(?:the|your|our|some|those|all|all your)? ?(?:\\w+ )?(?:calls?|letters?|messages?|texts?|bills?|money|rent|questions?|savings|cash|jewellery|ring|things|birthday|promises) (?:then |all |somehow |just )*went (?:unanswered|unpaid|missing|unread|unnoticed|unkept|ignored|forgotten)`,
      `(?:it|things) (?:was|were|got) said (?:that|in|at|about|which)`,
      `it was said`,
      `it (?:was|had been|got) (?:simply |just |then )?(?:decided|agreed|arranged|assumed|settled)(?= (?:that|you|without|over|behind))`,
      `it (?:got|came|leaked) out(?= that)`,
      `(?:the|your|a) (?:\\w+ )?(?:will|plan|plans|agreement|deal|lock|locks|password|rules) (?:was|were|got) changed`,
      `(?:the|some|your) (?:\\w+ )?(?:people|friends|parents|neighbours|family) (?:got|were) told`,
      `(?:the|your) (?:\\w+ )?(?:story|secret|news|truth|photos?|pictures?|messages?|letters?) (?:was|were|got|has been|have been) (?:\\w+ly )?(?:told|passed on|passed around|shared|leaked|spread|repeated|sent on|forwarded|shown)`,
      `(?:too much|a lot|so much) (?:was|got) (?:\\w+ly )?(?:drunk|said|spent|lost|broken|taken)`,
    ),
    onlyIn:
      /\b(?!things (went|got|turned|became)(?! (a (bit|little) )?(out of|heated|too far|ugly|physical|nasty|sideways|violent|said|broken)))\w/,
    unlessIn: SAYS_WHO,
    unlessBefore:
      /\b(how|when|what|if|whether|until|before|after|so|let|not|never|as|tell me|wish|why|no|where)$|\b(if|whether|before|never|not)\b[^,]*$/,
    unlessMatch:
      /^(?:it|things|everything|tempers|the \w+)(?: all| just)? (?:got|went|became|turned|ran|slipped|spilled|escalated|flared)(?: a bit| a little)?(?: out| over| high)?$(?<!escalated|flared|flared up)|^it (?:was|got) told$|^(?:it|that|this) (?:has been|was|got) (?:kept|hidden|handled|told|passed|brushed|swept)$|^it happened$/,
  },
];
