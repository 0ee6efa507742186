import { GOOD_IN_SOMEBODY, RUINS } from "../lexicon.ts";
import { says, type Rule } from "../rule.ts";

/** Not said of the other today: denied, supposed, asked, or once said. */
const NOT_SAID =
  /\b(not|never|nothing|none|no one|nobody|if|whether|as if|as though|nor|hardly)( \w+)?$|\b(if|whether|as if|as though|wonder|not (think|believe|mean|true|say|saying|want|because)|(i|they|people|mum|dad|he|she|everyone|everybody) (\w+ )?(said|told|think|thought|claimed|believed|pretended|acted|wrote|used)|made it sound|do you (feel|think|believe))\b[^,]*$/;
/** Thanked or praised for it. */
const PRAISE =
  /\b(thank|thanks|grateful|proud|lovely|beautiful|wonderful|glad|brave|kind|kindly|patient|laugh|laughed|laughing|smile|smiled|love (you|that|it|how)|loved (you|that|it|how)|admire|in a good way|well done|prize|degree|promotion|award|medal|applause|holiday|praise)\b/;
/** The writer tells what they themselves did to the other, or did not do. */
const I_DID =
  /\b(and|but|while|when|,) (then |still |just |instead |only )*i (then |still |just |only |even |also |never |did not |had |have |could not |was )*(ignored?|laughed|lied|forgot|left|let|kept|took|went|closed|shut|said nothing|turned|walked|acted|carried|stood|hid|missed|spent|sold|told|blamed|made fun|shouted|thank(ed)?|ask(ed)?|come|came|notice[d]?|look(ed)?|listen(ed)?|help(ed)?|answer(ed)?|ring|rang|jealous|cruel|rude|out|too)\b|\b(from me|because of me|by me|my fault|my doing|i should have|i was wrong|i am sorry|deserved better)\b/;

const OFTEN = "(?:(?:just|really|also|always|then|even|still|simply|have|had|did|all|\\w+ly) )*";
/** What of another may be said to have done it; nothing good. */
const YOUR_WAYS = `your (?!${GOOD_IN_SOMEBODY}\\b)\\w+(?:(?! was| were| is| are| and) (?:at|on|in|about|with|that|this|the|of|last|first|own|\\w+)){0,3}?`;
const ENDS = "(?= ?$| ?,| and\\b| but\\b| when\\b| so\\b| because\\b)";

/** The cause is handed to the other by the way a thing is told, without "because of you". */
export const TURNED_ROUND: readonly Rule[] = [
  // Your ways did it: your jealousy killed what we had.
  {
    says: says(
      `${YOUR_WAYS} (?:has |have |had )?(?:\\w+ly )?(?:${RUINS}|caused|started|finished|ended|cost|drove|pushed|led|turned|killed) (?:me|us|it|this|everything|my|our|all|what we|mum|dad|him|her|them|the (?:family|children|kids|girls|boys|marriage|friendship|fight|row|evening|day))`,
      `it (?:is|was) (?:all )?your (?!${GOOD_IN_SOMEBODY}\\b)\\w+(?: \\w+)? (?:that|which|who) (?:has |have )?(?:\\w+ly )?(?:${RUINS}|caused|started|finished|ended|cost|drove|pushed|killed|turned|got us|brought us|made (?:me|us|it|everything))`,
      `${YOUR_WAYS} (?:is|are|was|were) (?:the (?:\\w+ )?(?:reason|cause)|to blame|at fault|behind (?:all|this|it)|what (?:made|makes|drove|pushed|got|broke|ended))`,
      `the way you (?:treat|treated|talk|talked|spoke|speak|look|looked|behave|behaved|act|acted|are|were)(?: (?:me|us|to me|to us|at me|towards me))? (?:is|was) (?:the reason|why|what)`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  // What you did, how you raised me, has made me so.
  {
    says: says(
      `(?:what|how|everything|all|the (?:things?|way|lies|words)) (?:that )?you (?:\\w+ ){1,10}?(?:has |have |had )?(?:\\w+ly |just )*(?:${RUINS}|screwed|messed|fucked|damaged|scarred|crushed|traumatised|traumatized|left (?:me|scars|a scar|marks)|made me|cost|turned me|drove|pushed|killed)`,
      `(?:result|consequence|product|fruit) of (?:what you|how you|your (?:actions|behaviour|behavior|choices|lies|decisions|drinking|temper|doing|neglect|mistakes|affair|jealousy|\\w+ness))`,
      `you (?:have |had )?caused (?:\\w+ ){0,3}(?:hurt|pain|harm|damage|trouble|suffering|heartache|grief|misery|problems)`,
      `(?:due to|on account of|as a result of|down to|thanks to|is because of|all because of) (?:the (?:things|way|lies|words|mess) )?(?:what |how )?your? (?!${GOOD_IN_SOMEBODY}\\b)(?:\\w+)`,
      `if it (?:was|were|is|had) not (?:been )?for your (?!${GOOD_IN_SOMEBODY}\\b)\\w+`,
      `you (?:have |had )?(?:left|gave|given|leave|give) me (?:with )?(?:nothing but |only |\\w+ )?(?:scars|trauma|nightmares|trust issues|anxiety|depression|panic attacks|an eating disorder|a complex|debts?|insecurities|issues|a breakdown|ulcers?)`,
      `why (?:did|do|must|would) you (?:always )?(?:have to |need to )?(?:${RUINS})`,
    ),
    alsoReported: true,
    unlessBefore: new RegExp(`${NOT_SAID.source}|\\b(not|never)( all| just| only)?$`),
    unlessIn: PRAISE,
    unlessAfter:
      /^(laugh|smile|proud|happy|believe|feel (safe|loved|seen|better|welcome)|want to (be|live|try)|strong|stronger|who i am|a better|see|realise|realize|understand|think|ashamed of myself|listen)\b/,
    unlessMatch: /\b(looked after|helped|loved|cared|stood|forgave|held|protected|taught)\b/,
  },
  {
    says: new RegExp(
      `^(?:and |but |all |only |just )*because of (?:you|your (?!${GOOD_IN_SOMEBODY}\\b)\\w+)(?!\\w)`,
      "g",
    ),
    onlyAfter:
      /\b(i|we|my|mum|dad|the (kids|children))\b.*\b(alone|nobody|no one|no (friends|money|job|home|childhood|confidence|trust)|can not|could not|lost|never|afraid|scared|hate|therapy|broken|broke|broken down|homeless|debts?|ashamed|anxious|drink|nightmares|divorced?|ill|missed|had to|do not trust|struggle|suffer|suffered|cry|cried)\b/,
    unlessIn: PRAISE,
  },
  {
    says: says(`thanks to you`),
    onlyIn:
      /\b(lost|lose|had to|have to|has to|have no|has no|can not|could not|never|no longer|nobody|no one|broke|broken|debts?|alone|divorced|homeless|ruined|missed|late|ill|sick|fired|sacked|hates?|afraid|ashamed|mess|worse|nothing|gone|left|spent|sold|sell|cry|crying|trouble|tears|failed|stuck)\b/,
    unlessBefore: NOT_SAID,
    unlessIn: /\b(glad|proud|happy|laugh|learned|learnt|passed|finished|found|safe|better)\b/,
  },
  { says: says(`no thanks to you`) },
  // You did it: broke, turned against, allowed, talked into.
  {
    says: says(
      `you ${OFTEN}(?:turned|set|turn|setting|turning) (?!up|off|down)(?:\\w+ ){1,4}against (?:me|us|each other|one another|\\w+)`,
      `you ${OFTEN}(?:${RUINS}|broke up|split up|split|broke apart|threw away|throw away|thrown away|walked out on|turned your back on|tore apart|ripped apart|killed|stole|took away) (?:(?:all|half|most) (?:of )?)?(?:me|us|everything|this (?:family|marriage|friendship|team|home|house)|(?:our|the) (?:family|marriage|friendship|relationship|home|evening|team|trust|future|wedding|christmas)|what we|my (?:life|world|confidence|career|childhood|trust|friends|friendship|marriage|family|self esteem|self-esteem|name|reputation|birthday|wedding|christmas|twenties|thirties|youth|chances|credit|future))`,
      `you ${OFTEN}made (?:my|our) (?:\\w+ )?(?:life|lives|childhood|days|home|marriage|time) (?:\\w+ )?(?:hell|misery|impossible|unbearable|miserable|a nightmare|nightmare)`,
      `you ${OFTEN}(?:let|allowed) (?:it|this|that|all this|all that)(?: to)? (?:happen|go on|carry on|get (?:this|that|so))`,
      `you ${OFTEN}let (?:him|her|them|your \\w+|my \\w+|dad|mum|\\w+) (?:treat|hurt|hit|speak to|talk to|walk|do (?:this|that|it)|get away|bully|ruin|destroy|come between)(?: \\w+)?`,
      `you allowed (?:it|this|that|him|her|them)`,
      `you ${OFTEN}(?:talked|roped|dragged|tricked|pressed|nagged|guilted|conned|lured|tempted|sucked) (?:me|us) into`,
      `you ${OFTEN}(?:got|get) (?:me|us) (?:fired|sacked|arrested|thrown out|kicked out|evicted|suspended|banned|into trouble|in trouble|so (?:angry|mad|drunk))`,
      `you ${OFTEN}(?:took|take|taken|stole|stolen|crushed|killed) (?:away )?(?:from me )?(?:all |all of |every (?:\\w+ )?(?:ounce|bit|shred|last bit) of |what was left of |the last of )?(?:my |our |any |the )?(?:own |last |whole )?(?:happiness|confidence|dignity|joy|peace|freedom|voice|hope|hopes|dreams?|self respect|sleep|childhood|youth|innocence|(?<!\\ba )chances?|spirit|faith in|self worth|best years)`,
      `you ${OFTEN}took (?:everything|my (?:children|kids|son|daughter|home|house|life|friends|childhood|best years|dignity|confidence)|the best years)(?: away)? from (?:me|us)`,
      `you (?:know|knew|always know|always knew) (?:exactly |just |very well )*how to (?:set me off|push|wind|provoke|hurt me|get (?:to|at|under)|make me (?:angry|mad|snap|lose))`,
      `you ${OFTEN}(?:drove|came|put yourself|put a wedge|got) (?:a wedge )?between (?:me|us|my|him|her|mum|dad)`,
      `you (?:have |have now |really )?(?:done|did) (?:this|it all|all (?:of )?this)(?: \\w+)?(?: ,| to (?:me|us|yourself|her|him|them|this)|$)`,
      `you ${OFTEN}(?:did|done) (?:it|this|that) to yourself`,
      `you ${OFTEN}(?:held|hold|dragged|drag|brought|bring|pulled|kept) (?:me|us) (?:back|down|small)`,
      `you ${OFTEN}(?:share|carry|bear|have) (?:\\w+ )?(?:the|some|some of the|part of the|half the|half of the|a share of the|as much) (?:responsibility|blame|fault|guilt)`,
      `you (?:are misremembering|misremember|misremembered|remember it wrong|remembered it wrong)`,
      `do not (?:pretend|act like|act as if) you (?:had|have) nothing to do with`,
      `you had (?:already |long |long since |mentally )*(?:checked out|given up on|moved on|left me|stopped (?:caring|loving|trying|talking))`,
      `you are (?:exactly |precisely |the one )?why (?:i|we|mum|dad|the|my|they|nobody|everything)`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(`${PRAISE.source}|${I_DID.source}`),
    unlessAfter:
      /^(i (believe|trust|am (here|still|alive|able|better|well|sober|proud)|can|got through|kept|went|stopped drinking|made it|have (hope|faith|a))|from (the (roof|edge|ledge|road|water|fire|brink|window)|there)|(upstairs|downstairs)|the (stairs|road|hill))\b/,
  },
  {
    says: says(`you ${OFTEN}(?:kept|keep|would not stop|never stopped|went)`),
    onlyAfter:
      /^(on )?(at me|on at me|nagging|pushing and|pushing me|poking|prodding|needling|picking|digging|goading|provoking|winding|pressing|having a go|going on at|on and on|(\w+ing|on) (at )?(me )?(until|till) (i|we))\b/,
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(`${PRAISE.source}|${I_DID.source}`),
  },
  // It served you right.
  {
    says: says(
      `you (?:have )?(?:got|get|are getting|will get) (?:exactly |only |just |all )?what you (?:deserve|deserved|wanted|asked for|had coming)`,
      `(?:serves|served|serve) you right`,
      `you (?:fully |totally |completely |absolutely |really |so |kind of )?deserved (?:it|this|that|everything you got|what you got|all of it|every (?:bit|word|second))${ENDS}(?! , (?:the|that|your|every|all) )`,
      `what goes around comes around`,
      `you (?:reap|reaped) what you (?:sow|sowed)`,
      `you (?:have )?made your (?:own )?bed`,
      `(?:nobody|no one|noone) (?:else )?(?:to blame|to thank) (?:but|except|other than) yourself`,
      `you have (?:only |just )?yourself to`,
      `(?:nobody|no one|noone) (?:ever )?(?:forced you|made you (?:do|stay|marry|go|say|come|sign|move|$)|held a gun)`,
    ),
    unlessBefore: /\b(if|not|whether|never|nor)( \w+)?$/,
    unlessIn: new RegExp(
      `${PRAISE.source}|\\b(i (said|told|thought|used to)|jealous|i have (nobody|no one)|happiness|success)\\b`,
    ),
  },
  // It was only how you took it.
  {
    says: says(
      `you (?:have |had |are |were |always |just |totally |completely |simply )*(?:overreacted|over-reacted|overreacting|over-reacting|overreact|misunderstood (?:me|it|everything|what)|misread|imagined it|imagining (?:it|things)|twisted (?:my|it|what|everything|things)|exaggerated|exaggerating)`,
      `you (?:have |had |always |just |\\w+ly )*(?:took|take|taken) (?:it|that|this|things|everything|what i \\w+|my \\w+) (?:all |completely |totally |far |much |way )*(?:the wrong way|too (?:seriously|personally|hard|literally|far)|personally|out of context|wrong)`,
      `you (?:have |had |always |just |\\w+ly )*(?:blew|blow|blown|blowing) (?:it|that|this|things|everything|the whole thing)(?: all)? (?:up|out of)`,
      `you (?:have |had |are |were |always |just |have to |\\w+ly )*(?:made|make|making) (?:it |this |that |everything )?(?:into )?(?:such )?(?:a |the )?(?:big |huge |massive |whole |real |mountain |circus |bigger )*(?:deal|drama|mountain|scandal|tragedy|mess|storm)(?: out)? (?:out of|of|over|about)`,
      `you (?:just )?(?:chose|choose|decided|wanted) to (?:be|feel|get|take) (?:hurt|offended|upset|angry|it|the victim|insulted|that)`,
      `you (?:are|were|have always been|are being|were being) (?:just |simply |far |way |being |always |much )*(?:too|so|over|overly) (?:sensitive|emotional|touchy|delicate|jealous|suspicious|demanding|difficult)`,
      `you (?:can not|could not|can never) take (?:a joke|criticism|the truth)`,
      `you read (?:far |way )?too much into`,
      `(?:the )?(?:problem|trouble|issue) is (?:how|the way|that) you(?! (?:are|were) (?:hurt|afraid|sad|ill|gone|alone))`,
      `(?:the )?(?:problem|trouble|issue) (?:is|was|has always been) (?:you|your (?!mother|father|landlord|boss|car|roof|back|knee)\\w+)${ENDS}`,
    ),
    unlessBefore: new RegExp(`${NOT_SAID.source}|\\byou (were|are) not\\b|\\bsorry( if| that)?$`),
    unlessIn:
      /\b(you (were|are) (not|right)|rightly|i (was|am) wrong|and you were not|because i|(not|never) (fair|true)|had every right|no wonder|my (fault|doing)|because of me|thank)\b/,
    unlessAfter:
      /^(my|his|her|our|their|the (?:kids|children)|every) (\w+ )?(birthday|graduation|visit|wedding|exam|christmas)|^christmas\b/,
  },
  // You too.
  {
    says: says(
      `(?:we|you and i|both of us|the two of us|each of us) (?:are|were|have|had|bear|carry|share) (?:\\w+ )?(?:both |each |all |equally |some |a |the |our )*(?:at fault|to blame|in the wrong|guilty|responsible|fault|blame|share|guilt|responsibility)`,
      `we (?:\\w+ly |just |both |all )*(?:hurt|failed|ruined|destroyed|held|let|betrayed|wounded|disappointed) (?:each other|one another)`,
      `(?:why )?(?:could|can|should) (?:not )?we (?:not )?(?:both|each) (?:just )?(?:admit|apologise|apologize|say sorry|own|take)`,
      `we should both`,
      `(?:faults?|mistakes?|wrongs?|blame|guilt|errors|hurt|lies) on both sides`,
      `both (?:sides|parties) (?:have|had|made|were|are|did|got|need)`,
      `(?:works|cuts|goes) both ways`,
      `(?:two way|two-way) street`,
      `six of one`,
      `tit for tat`,
      `(?:we are|that makes us|makes us|call it|now we are|so we are) (?:now |about |all )?(?:even|quits|square)`,
      `pot (?:and|calling)(?: the)? kettle`,
      `(?:half|part|most|some|a lot|the rest|a share) (?:of (?:it|this|that|the blame|the fault) )?(?:is|was|belongs to) (?:yours|you)${ENDS}`,
      `you (?:are|were) in (?:on )?(?:it|this|that) (?:just |every bit )?(?:as much|too|as well|with me)`,
      `you (?:wanted|chose|agreed to|went along with|knew about|enjoyed|liked|signed up for|said yes to) (?:it|this|that) (?:too|as well|yourself|just as much|as much as (?:me|i))`,
      `you (?:did|have done|do|said|are doing) (?:exactly |just )?(?:the same|it|that|as bad|as much|worse|much worse|far worse)(?: things?)? (?:too|as well|yourself|to me|and worse)`,
      `you have (?:done|said) (?:much |far |a lot )?worse`,
      `you (?:are|were) (?:no|not any) better`,
    ),
    unlessBefore: new RegExp(
      `${NOT_SAID.source}|\\b(used to say|hide behind|easy to say|not)\\b[^,]*$`,
    ),
    unlessIn: PRAISE,
    unlessAfter:
      /^(rest|go|eat|sleep|come|try|see|know how|for (me|us|the)|at the (wedding|school|match|party))\b/,
  },
  {
    says: says(`so (?:did|have|are|were|do) you`),
    onlyBefore:
      /\b(lied|wrong|hurt|awful|terrible|horrible|mistakes?|shouted|cheated|guilty|fault|drank|unfair|cruel|rude|liar|selfish|things|jealous|lost my temper) ?(,|and|but|, but|, and)*$/,
  },
  {
    says: says(
      `you (?:(?!right|could|can|may|should|not|never|did)\\w+ ){0,4}(?:put|dump|dumped|pin|pinned|blame|blamed|push|pushed|shove|shoved|lay|load) (?:it|this|that|everything|all of (?:it|this)|the blame|it all|all the blame)(?: all)? (?:on|onto) me`,
      `(?:it |that |this |the (?:whole )?\\w+ )?(?:was|is) (?:all |only |just )?your (?:\\w+ )?idea(?: in the first place| to begin with| from the start| , (?:not|remember)| not mine)`,
      `(?:all|it all|everything|the trouble|the (?:fights?|rows?|problems?)) (?:of )?(?:this )?(?:started|began|starts|begins) (?:with|because of|from) (?:you|your)`,
      `all (?:of )?this (?:only )?(?:started|began|happened) (?:when|after|because|since|the day) you`,
      `(?:anger|temper|lying|moods?|drinking|rage|fears?|anxiety|debts?|habits?|silence|distrust|problems?) (?:all )?(?:comes?|came|stems?|is|are) (?:straight |directly |all )*from (?:you|how you|what you|your)`,
      `(?:i am|i was|am i) (?:\\w+ )?(?:only )?(?:reacting|responding) to (?:your|you)`,
      `i (?:only|just|simply|merely) reacted to (?:your|you|what you)`,
      `i reacted to (?:you(?!r)|what you|your (?:behaviour|behavior|provocation|lies|anger|temper|coldness|attitude|actions|tone|insults?|shouting|nagging|games))`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  // What else was I to do?
  {
    says: says(
      `what (?:else )?(?:was|were|am) (?:i|we) (?:supposed|meant|expected) to (?:do|think|feel|say|believe|react)`,
      `what else (?:could|should|was|did) (?:i|we)(?! do (?:for|to (?:help|put|make)))`,
      `(?:anyone|anybody|everyone|everybody|any (?:man|woman|mother|father|person|parent|boss|friend)|a saint|even a saint|a normal person|most people) (?:else )?(?:would|will) (?:have )?(?:\\w+ )?(?:lost|lose|snapped?|done|do|reacted?|run|left|leave|got|get|given up|cracked?|exploded?|been (?:angry|mad))`,
      `why (?:should|must|do|am) (?:it be |it have to be |it always be )?(?:i|me) (?:always )?(?:be |have to be |who has to )?(?:the only one|the one|always|apologise|apologize|say sorry|take (?:all )?the blame|alone)`,
      `i (?:will|would|might|am going to|am happy to) (?:only )?(?:apologise|apologize|say sorry|admit it|be nicer|change|stop) (?:when|once|as soon as|after|the day) you (?:apologise|apologize|admit|stop|start|change|own|do|say sorry|show|treat|learn|grow)`,
      `(?:do not|will not|can not|never|refuse to) (?:ever |even )?(?:want to |dare to |like to )?look (?:in the mirror|at (?:your own|yourself))`,
      `(?:take|have) a (?:good |long |hard |proper |close |, )*look (?:in the mirror|at yourself|at your)`,
      `look in the mirror`,
      `look at (?:your own|yourself|your part)(?: \\w+)? (?:behaviour|behavior|part|actions|life|first|before|faults|mistakes)`,
      `(?<=^|, |; |\\b(?:and|but|so|just|maybe|perhaps) )ask yourself(?= ?$| ?,| who| why (?:i|they|nobody|he|she|we|the)| what you did| first)`,
      `i hope you are (?:really |very )?(?:happy|proud|pleased|satisfied)(?: with yourself| of yourself| with what you| now(?=$))`,
      `are you (?:satisfied|pleased with yourself|proud of yourself|happy with yourself)`,
      `are you happy now(?=$)`,
      `(?:happy|satisfied) now(?=$)`,
    ),
    unlessBefore: /\b(i|not|never|to|if|we|he|she|used to|asked|whether)( \w+)?$/,
    unlessIn:
      /\b(i (often |have |had )*(ask|asked|wonder|wondered) myself|i (look|looked)|you need|be (a|more) (help|useful)|differently|new (house|job|flat|home))\b/,
    unlessAfter: /^(be done|help|i do (to|for)|do you need|would you)\b/,
  },
  // If you would listen; because you could not keep quiet, I lost my friend.
  {
    says: says(
      `if you (?:would|could|will) (?:just |only |ever |once |for once |at least )*(?:listen|stop|help|talk|let|leave|answer|do|try|trust|be|act|behave|look|pay|give|show|treat|tell|learn|say|keep|calm)`,
      `if you (?:paid|gave|showed|spent|listened|cared|helped|touched|talked|treated)(?: me)?(?: a bit| a little)? (?:more|some|any|better|properly)`,
    ),
    onlyIn:
      /\b(i|we) (would|might) (not|never|still|be|maybe) ?(have to|have|need|of|be (shouting|so|like|in|drinking|nicer|happier)|drink|shout|lie|look|go|still)\b|\bmaybe if\b.*\b(i|we) (would|might)\b/,
    unlessIn: /\b(would (not )?(blame|mind|understand|be (glad|grateful|happy)))\b/,
  },
  {
    says: new RegExp(
      "^(?:and |but |just |only )*(?:because|since|as|seeing as) (?:of )?you(?:r)? (?:could|can|would|did|do|had|were|are|never|refused|kept|had to|chose|always|have)(?: not)?(?!\\w)",
      "g",
    ),
    onlyAfter:
      /, ?(so )?(i|we|my|our|the kids|the children|mum|dad|nobody) (\w+ )?(lost|had to|have to|have no|can not|could not|missed|hate|am (like|alone|in|ill)|got (fired|sacked)|never|ended|are (in|alone)|made my own|did not|lied|left)\b/,
    unlessIn: PRAISE,
    unlessAfter:
      /^(ill|sick|asleep|there|in (pain|hospital)|kind|brave|right|good|afraid|scared|young)\b/,
  },
  // You could have stopped me.
  {
    says: says(
      `you (?:could|might) (?:at least |just |easily |simply )*(?:have|of) (?:at least |just |easily |simply )*(?:stopped (?:me|it|him|her|them|this)|prevented|said (?:no|something|so)|spoken up|told me(?! anything| everything)|asked me(?! anything)|warned me|helped me|walked away)`,
      `you should (?:\\w+ )?(?:have|of) (?:just |simply |at least |never )*(?:told me|asked me|warned me|stopped|said (?:no|something|so|sorry)|spoken up|listened|come to me|talked to me|paid|thought (?:about|of) that|stayed (?:at home|away|out)|kept your|known (?:better|that i|i|what)|left me|trusted me|been (?:more|clearer|there|less|honest|nicer|kinder))`,
      `you should not (?:have|of) (?:\\w+ly |even |just )?(?:laughed|pushed|provoked|come|said|told|gone|asked|started|touched|looked|read|waited|left me|let|made me|trusted|been (?:so|there|drunk|late))`,
    ),
    unlessBefore: new RegExp(`${NOT_SAID.source}|\\b(so|say|think|feel)( that)?$`),
    unlessIn: new RegExp(
      `${PRAISE.source}|${I_DID.source}|\\byou (did not|stayed|still|chose not|never)\\b|\\bto (ask|say|tell|wait|come)( \\w+)? (twice|alone)\\b|\\bbeen (told|asked)\\b`,
    ),
  },
];
