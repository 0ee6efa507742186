import { ADVERBS, BELITTLING, NAMES } from "../lexicon.ts";
import { anyOf, begins, says, type Rule } from "../rule.ts";
import { SNEERS } from "./sneers.ts";

/** Not said of the other today: denied, supposed, or how they may have felt. */
const NOT_SAID =
  /\b(not|never|no longer|nobody|feel|felt|as if|whether|if|that|treated you like|think you|thought you|mean you|called|call|calling|makes?|made|making|than)( that)?$|\b(if|whether|as if|did i|do i|do not think|never thought|not mean|not think|not believe|not saying|must have|feel like|feel as|feel that|thought that|think that)\b[^,]*$/;
const IS = `(?:your(?= an? )|you (?:(?:really|truly|honestly|actually|genuinely|sure|just|still|always) )?(?:are|were|have been|have become|have always been|will always be|had been|sound|act|behave|look|sound like|look like|act like|behave like|turned into|have turned into|turned out to be|can be)) ${ADVERBS}`;
const A =
  "(?:(?:like )?(?:a|an|the|such a|such an|nothing but a|nothing but an|no more than a|just a|one|some kind of) )?";
/** Up to two words that describe: none that turns the sentence around. */
const DESCRIBED =
  "(?:(?!not|never|no|to|with|by|for|than|of|in|at|on|when|and|or|a|the|what|who|that|if|right|afraid|scared|called|anything|about|from|like|my|so|brave|kind|good|better|there|as )[\\w'-]+ (?:, )?){0,2}";
/** The same words in praise, in play, or of an illness. */
const OTHERWISE =
  /^(for (that|this|our|my|the) (dog|cat|child|baby|kids|game|team|band)|good|smart|clever|funny|talented|fast|brilliant|magnet|in (the best|a good|a nice) way|in the mornings?|at (darts|chess|cards|golf|maths|football|first|home)|about (her|him|me|it|us|the|that|what)|in love|in the (play|film|game|school)|from (the|lack)|after|with (fever|tired|worry|grief|fear|hunger|me|him|her)|of (a|the) (team|class)|for (me|him|her|us|you)|enough to (love|believe|trust|forgive|stay)|today|so much)\b/;
const START =
  "(?:(?<=^)|(?<=, )|(?<=\\b(?:and|but|so|oh|just|please|well|honestly|now|then|seriously|really|do|for once|you should|you need to|why do not you|yeah|yes|no|ha|or) ))";
const KIND_OF_PERSON = anyOf(`
  mother father mum dad friend brother sister person man woman son daughter parent husband wife partner human
  grown_man grown_woman adult
`);

/** The other is looked down on: names, mockery, disgust. */
export const CONTEMPT: readonly Rule[] = [
  ...SNEERS,
  {
    says: says(
      `${IS}${A}${DESCRIBED}(?:${BELITTLING}|${NAMES})`,
      `${IS}(?:a |an )${DESCRIBED}(?:terrible|lousy|rubbish|awful|shit|crap|poor|sad|miserable|horrible|dreadful|useless|pathetic|failed|rotten|bad) (?:and \\w+ )?[\\w'-]+`,
      `${IS}such a (?:child|baby|kid|girl|boy|teenager|woman|man)`,
      `${IS}(?:acting|behaving|carrying on) like (?:a|an) (?:\\w+ )?\\w+`,
      `you act like (?:a|an) (?:\\w+ )?(?:child|baby|brat|toddler|teenager|\\w+ year old)`,
      `you (?:are|were) (?:just |exactly |so |turning into |becoming |no better than )+(?:like )?your (?:mother|father|mum|dad|mom|brother|sister|family)`,
      `you are nothing`,
      `${IS}(?:a )?(?:nobody|damaged goods|past it|over the hill)`,
      `${IS}(?:as (?:dramatic|stupid|selfish|lazy|useless|cold|boring|bitter|vain|childish|dumb|thick|slow|charming|mean) as|far |way |so )*beneath`,
      `you always were (?:a bit |a little |rather |such |just |so )*(?:a |an )?(?:${BELITTLING}|${NAMES})`,
      `you (?:are|were) (?:still |just |only )*as (?:dramatic|${BELITTLING}) as (?:ever|always|the)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter: OTHERWISE,
    unlessIn:
      /\b(not a bad|not bad|nothing like|i love (it|that)|we both (do|did|were|are)|in that (picture|photo))\b/,
  },
  { says: says(`your (?:mother|father|mum|dad) all over`), unlessBefore: NOT_SAID },
  {
    says: says(
      `you (?:(?:${BELITTLING}|little|old|sad|poor|stuck up|jumped up|cold|bloody|fucking|absolute|total|complete|utter|dirty|rotten) )+(?:and )?[\\w'-]+`,
      `${START}(?:oh )?you (?:[\\w'-]+ )?${NAMES}`,
      `you ${NAMES}`,
    ),
    unlessBefore:
      /\b(not|never|made|make|makes|making|call|called|calling|calls|find|found|think|thought|saw|see|consider|considered|to|of|for|at|on|with|if|told|about|loved|left|gave|give|like|owe|brought|bought|got|wear)$/,
    unlessAfter: /^(about|in the|in love|with)\b/,
    unlessIn: /\byou poor (thing|love)\b/,
  },
  {
    says: says(
      `only (?:an|a) (?:\\w+ )?${NAMES} (?:would|could|like)`,
      `(?:such|what) (?:a|an) (?:\\w+ )?${NAMES}`,
      `(?:an?|of an?) (?:\\w+ )?${NAMES} like you`,
      `(?:ever|always|forever|as always) the (?:victim|martyr|drama queen|saint|princess|child)`,
      `(?:play|plays|playing|played) the (?:victim|martyr|saint|innocent|fool)`,
      `poor (?:little |old |wee )*(?:you|baby|princess|prince|lamb|diddums|darling|victim|me)`,
      `boo hoo`,
      `cry me a river`,
    ),
    unlessBefore:
      /\b(i|the|our|my|who|he|she|they|it)( \w+)?( \w+)?$|\b(i|he|she|it|they|that|this) (was|am|is|were|have been|had been|felt like)\b[^,]*$/,
    unlessAfter: /^(i|we) (was|am|were|have been|had been|felt|made|looked)\b/,
    unlessIn: /\b(flu|fever|hospital|ill|exams?|that hotel|i accused|i said you were)\b/,
  },
  {
    says: says(
      `(?:someone|somebody|anyone|anybody|people|persons?|a man|a woman|your sort|your kind|your type|types|losers) like you(?:rs(?:elf))?`,
      `you people`,
      `your (?:lot|sort|kind|type) (?:always|never|are|is|of)`,
    ),
    unlessAfter:
      /^(is|are) (rare|hard|precious|few|lucky|special|kind)|^(in my life|deserve|deserves|who)\b|^(make|makes|give|gives|keep|keeps|bring|brings) .*\b(warmer|better|brighter|kinder|hope|happy|smile|good|worth|going|light|joy)\b/,
    unlessIn: /\b(lucky|grateful|glad|rare|wish i had|need more|deserve|thank|to have)\b/,
  },
  {
    says: says(
      `${START}(?:grow (?:the (?:hell|fuck) )?up|get over yourself|get a (?:life|grip)|get lost|get stuffed|get your head examined|piss off|fuck off|sod off|shut (?:the (?:hell|fuck) )?up|drop dead|go to hell|dream on|act your age|be a man|man up|toughen up|spare (?:me|us)|save (?:it|your)|give me a break(?: with your \\w+)?|do not make me laugh|do (?:me|us all|everyone|the world) a favour|bravo|slow clap|big deal|oh please|rot in hell|look at (?:yourself|you) |listen to (?:yourself|you) |go (?:cry|whine|moan|run) to|(?:stop|quit) (?:whining|moaning|snivelling|crying|whingeing|sulking|being such a|being so ${BELITTLING}|acting like a|being a ${DESCRIBED}\\w+))`,
      `${START}(?:look at|listen to) (?:yourself|you)`,
      `(?:get|go and get) a life`,
    ),
    unlessBefore:
      /\b(i|not|to|you|they|we|who|say|says|said|said to me|hate it|hated it|never)$|\b(i (would|could|should|will)|let me|used to)\b[^,]*$/,
    unlessAfter:
      /^(, so (grown|beautiful|proud|tall|handsome|happy|brave)|, and then (decide|choose)|early|with|in|fast|so fast|, it is|time|keep|first|before|when you (say|speak|need))\b/,
  },
  {
    says: begins(
      `congratulations`,
      `well done`,
      `nice one`,
      `good for you`,
      `how (?:big|kind|noble|generous) of you`,
    ),
    onlyAfter:
      /\byou (finally |actually |even )*(broke|did|have|managed|ruined|lied|win|won|washed|made|remembered)\b/,
    unlessAfter: /^(on|to)\b/,
  },
  {
    says: says(
      `you (?:\\w+ly |really |just )?(?:disgust|sicken|repulse|revolt|bore|embarrass) (?:me|us|everyone)`,
      `you make (?:me|my skin|my stomach|us) (?:sick|puke|vomit|laugh|cringe|crawl|turn|want to (?:vomit|puke|throw up|scream))`,
      `(?:your|the|all your|all this) [\\w' ]{1,20}(?:bores|disgusts|sickens|revolts|embarrasses) me`,
      `i (?:\\w+ly |really )?(?:despise|loathe|detest|pity|look down on) (?:you|your|whoever|anyone|anybody|the next|the (?:poor )?(?:man|woman|person|people)(?= who (?:ends|marries|gets|has to)))`,
      `i (?:am|was) (?:\\w+ly |so )?(?:disgusted|repulsed|revolted|sickened) (?:by|with|at) (?:you|your)`,
      `i (?:am )?(?:ashamed|embarrassed) (?:to|of|by) (?:have|be|being|ever|having|say|you)[\\w ]*`,
      `i am embarrassed to`,
      `(?:had|have had) (?:it|enough) (?:with|of) your (?:drama|moods|nonsense|whining|tears|self pity|rubbish|crap|bullshit|antics|games)`,
      `i (?:have )?(?:no|lost all|lost any|zero|not an ounce of) respect (?:left )?for you`,
      `i can (?:not|hardly|barely) (?:\\w+ )?(?:stand|bear|stomach|look at) (?:the (?:sight|sound|smell|thought) of )?you(?:r (?:face|voice|whining|moaning))?`,
      `(?:feel|felt) sorry for (?:you$|you ,|whoever|anyone|anybody|the next|your next|your (?:kids|children|wife|husband)|any (?:man|woman|person))`,
      `i (?:am|was) (?:so |much |far )*(?:better|smarter|cleverer) (?:than you|off without you)`,
      `(?:is|are|am|was|were) (?:so |much |far |all )*better off without you`,
      `i (?:could|can|deserve|deserved|should|could have) (?:\\w+ ){0,2}(?:so |much |far )*better than you`,
      `(?:i )?should have known better than to \\w+ (?:a|an|someone|somebody|anyone|you)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(suffer|cry|hurt|in pain|go|leave|like that|anymore because|because i|for what i)\b/,
    unlessIn: /\b(how i|what i did|my own)\b/,
  },
  {
    says: says(
      `you (?:could|can|would) not (?:even |so much as )?(?:organise|run|boil|tie|hold down|hold a|keep a|manage|spell|count|wipe|raise|find your own|fight your|change a|look after a|lie your|cook an|cook a|write a)`,
      `(?:surprised|amazed|astonished|a (?:miracle|wonder)|shocked) (?:that )?you (?:can|could|even|manage|managed|know|knew)(?: \\w+)?`,
      `you (?:do not|did not|have not|never) (?:even )?(?:have |had |got )(?:the |a |any |one |an ounce of |a shred of )?(?:\\w+ )?(?:brains?|guts|balls|spine|backbone|decency|class|shame|self respect|heart|conscience|manners|sense|intelligence|wit|maturity|morals|courage)`,
      `you have (?:absolutely |got )?(?:no|zero) (?:class|shame|spine|backbone|decency|self respect|heart|conscience|manners|taste|morals|guts|balls|brain|brains|pride|dignity|integrity|empathy)`,
      `you have (?:got )?the (?:\\w+ )?(?:manners|depth|maturity|brain|brains|morals|backbone|personality|charm|memory|attention span|iq|intelligence|empathy|warmth|sensitivity|spine) of (?:a|an)`,
      `you (?:would not|do not|never|will never|could never) (?:even )?(?:know|recognise|understand) (?:\\w+ ){1,4}(?:if (?:it|they)|unless it)`,
      `you would not (?:understand|get it|know)`,
      `i would not expect you to (?:understand|know|get|care)`,
      `you (?:are|were) (?:\\w+ly )?not (?:exactly |very |too |all that |that |the )+(?:bright|brightest|sharp|sharpest|clever|smart|smartest|intelligent|much)`,
      `you (?:are|were) (?:never|not) (?:\\w+ly |even |really )?(?:good enough|worth (?:it|my|the|a|one|all)|worthy|fit to|man enough|woman enough|half the)`,
      `you have (?:got )?(?:serious )?issues`,
      `you (?:\\w+ )?need (?:serious |professional |some )?(?:help|therapy|a shrink)`,
      `you (?:failed|fail) as (?:a|an)`,
      `you are not (?:normal|right in the head|well in the head)`,
      `as (?:thick|dumb|stupid|dense|useless|selfish|cold|daft) as`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(with the|with your|to (carry|move|lift|fix)|from|how (much|sorry)|because i|, (tell|say|ask) me|bed|breath|for (me|us) to)\b|^(that|it) was not your/,
  },
  {
    says: says(
      `(?:a|an|my|any|even a|your) (?:\\w+ )?(?:child|monkey|dog|toddler|\\w+ year old|kid|baby|parrot|chimp|goldfish|ape) (?:could|would|can|has|have|knows|understands|had|is|does)(?: \\w+)?`,
      `i have (?:seen|met|scraped|known|flushed|stepped in|had) (?:better|smarter|nicer|cleverer|more)`,
      `the most (?:\\w+ly )?${BELITTLING} (?:person|man|woman|human|creature|thing)`,
    ),
    onlyIn: /\byou(r|rs)?\b|\bthat\b|\boff my\b/,
    unlessBefore: /\b(like|as|than|i am|i was|we had)$/,
    unlessIn:
      /\b(could|can|would) (have )?(see|seen|tell|told|hear|heard) (that )?(i|how (sorry|ashamed|drunk|much) i|how \w+ you (were|are))\b/,
  },
  {
    says: says(
      `who (?:the (?:hell|fuck) )?do you think you are`,
      `what (?:kind|sort) of (?:an? )?${KIND_OF_PERSON}`,
      `(?:and )?you call (?:(?:that|this|yourself|yourselves)(?: an?)?|it an?)`,
      `call(?:ing)? yourself (?:a|an|my)`,
      `is that (?:really )?(?:the best|all) you (?:can|could|have)`,
      `how (?:\\w+ly |fucking |bloody )?(?:stupid|dumb|dense|selfish|pathetic|heartless|cruel|thick|blind|low) (?:can|could|are|do) (?:you|one|a person|anyone|anybody|someone)(?: (?:be|get))?`,
      `how (?:\\w+ly )?${BELITTLING} you (?:are|were)`,
      `what (?:the hell )?(?:would|do|could) you (?:possibly |even |ever )?know`,
      `what (?:the (?:hell|fuck) )?is (?:actually )?(?:wrong|the matter) with you`,
      `have you (?:got )?no (?:shame|heart|conscience|decency|pride|manners|self respect)`,
      `are you (?:really |actually |that |so |completely |just )*(?:${BELITTLING}|deaf|blind|retarded|simple|thick)`,
      `(?:crying|sulking|moaning|whining|complaining|weeping) again`,
      `(?:are|is) (?:not )?you (?:not )?(?:clever|special|precious|brave|the hero|the clever one|a genius)`,
      `who (?:would|could) (?:ever |even )?(?:want|love|have|marry|put up with|miss|believe) (?:someone like )?you`,
      `who asked you`,
      `what planet (?:are|do) you`,
      `you have (?:got )?(?:some|a|such a|the) (?:nerve|cheek|gall|audacity)`,
      `(?:nobody|no one|no man|no woman) in (?:their|his|her) right mind`,
      `(?:twice|ten times|half) the (?:man|woman|mother|father|friend|husband|wife|person|sister|brother) (?:that )?you`,
      `you would not last (?:a|an|one|five)`,
      `(?:give|get|have) (?:the|that|this) (?:man|woman|girl|boy|lady) a (?:medal|prize|cookie|biscuit)`,
      `(?:give|get) yourself a (?:medal|pat)`,
      `you sound like a`,
      `even your (?:own )?(?:mother|father|mum|dad|kids|children|family|sister|brother|friends|dog) (?:can not|could not|does not|do not|hates?|thinks?|knows?|laughs?|says?|avoids?|left)`,
      `your (?:brain|heart|sense of humour|vocabulary|conscience|personality|ego) is (?:the size|as|like|made|so|that)`,
      `you belong in (?:a|an|the) (?:home|asylum|zoo|circus|bin|loony|institution|madhouse|cage|kindergarten|nursery|gutter)`,
      `you make (?:everyone|everybody|people|all of us|the whole \\w+)(?: [\\w']+){0,3} (?:miserable|sick|unhappy|cringe|uncomfortable|ill)`,
      `not that you would (?:understand|know|care|notice|get it|remember)`,
      `must be (?:so )?nice to be (?:so |you|always)[\\w ]*`,
      `you are (?:always )?the victim(?: again)?`,
      `(?:nobody|no one) (?:even |really |actually )?(?:likes|wants|respects|loves|misses|needs|would miss|would want|could love|could stand|can stand|will ever love) you`,
      `(?:laugh|laughs|laughing) at you`,
      `(?:you )?should be ashamed(?: of yourself)?`,
      `ashamed of yourself`,
      `you should hear yourself`,
      `shame on you`,
      `whatever helps you sleep`,
      `you can rot`,
      `you deserve (?:to (?:be (?:alone|miserable)|rot|suffer|die|lose)|everything that is coming)`,
      `i hope you (?:choke|rot|suffer|die|lose|end up alone)`,
      `you could not be bothered`,
      `lecture me`,
      `(?:typical|classic) you`,
      `you never learn`,
      `bless you(?= ,? ?you (?:really|actually|do|think|tried|thought))`,
    ),
    unlessBefore:
      /\b(not|never|in which|if|whether|i know|knew|remember|tell me|wonder|feel|i|ask|asked|should)( \w+)?$|\b(if|never|whether|did i|not think|not say|am not|feel like)\b[^,]*$/,
    unlessAfter:
      /^((do|did|am|was|should|can|could|would) (i|we|help|it)|would (help|be|suit|you (like|need|want|prefer))|of (tea|cake|day|music)|about (the|what happened)|if i|more than i|left|best|to (lecture|teach)|in peace|heard)\b|^(are you|were you|do you) (?!to)\w+ (when|if|in|now|for)\b/,
    unlessIn: /\bi (laughed|laugh)\b|\bi asked myself\b/,
  },
  {
    says: says(
      `you and your (?:\\w+ )*(?:precious|stupid|endless|little|pathetic|silly|ridiculous|bloody|damn|fancy|excuses|moods|drama|dramas|tantrums|lies|feelings|games)(?: \\w+)?`,
      `your (?:own )?(?:precious|pathetic|ridiculous|so called|so-called|silly|stupid|usual|whiny|endless|sad|sorry|pitiful|feeble|idiotic|childish)(?: little)? [\\w'-]+`,
      `your (?:little|whining|moaning|whingeing|snivelling|crocodile tears|pity party|sob stor\\w+|theatrics|tantrums?|amateur dramatics|drama queen|hysterics)`,
      `with your excuses`,
      `so called`,
    ),
    onlyIn: /\byour?\b/,
    unlessBefore:
      /\b(laughed at|mocked|called|miss|loved|love|remember|kept|found|washed|held|hurt|to|i said)( \w+)?$/,
    unlessAfter:
      /^(cup|dog|boy|girl|brother|sister|one|ones|hat|finger|hand|hands|room|flat|garden|son|daughter|time|way|chair|place|self|blue|red)\b/,
    unlessIn:
      /\byour precious (cup|ring|book|books|photo|photos|records?|letters?|vase|things|dog|cat|plants?)\b|\byour (usual|little) (chair|place|time|seat|cup|way|self|boy|girl|brother|sister|one|ones|room|garden|hat|car|house|joke|song|table|spot|order|dog|cat)\b/,
  },
  { says: begins(`typical`, `classic`), unlessAfter: /^(example|of the|of me|me|my|weather)\b/ },
  {
    says: says(`as if you`),
    onlyAfter: /\b(understand|cared|care|know|knew|anything|ever|would)\b/,
    unlessBefore: /\b(treated|behaved|acted|talked|feel|felt|look|looked|seem|seemed|was|is)\b/,
  },
  {
    says: says(
      `how could you be so (?:stupid|dumb|selfish|cruel|heartless)`,
      `the (?:stupid|dumb|ugly|lazy|useless|mad) one`,
    ),
    onlyIn: /\byou\b/,
    unlessBefore: /\bi (was|am)\b/,
  },
];
