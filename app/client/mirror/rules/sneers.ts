import { BELITTLING, NAMES } from "../lexicon.ts";
import { anyOf, says, type Rule } from "../rule.ts";

/** Not said of the other today. */
const NOT_SAID =
  /\b(not|never|no longer|nobody|i|if|whether|feel|felt|as if|called|call|calls|calling|used to)( \w+)?$|\b(if|whether|as if|did i|must have|(i|he|she|they|mum|dad|people) (\w+ )?(said|told|thought|called|used|acted|shouted|wrote))\b[^,]*$/;
const WARM =
  /\b(thank|thanks|grateful|glad|lovely|love you|loved|admire|proud|sorry for what|forgive me|i was|i am (?!ashamed to be|ashamed of you|sick|disgusted|embarrassed|tired|bored)|my fault)\b/;

/** Where a clause begins, or somebody is addressed. */
const START =
  "(?:(?<=^)|(?<=, )|(?<=\\b(?:and|but|so|oh|aw|ah|just|please|well|honestly|now|then|seriously|really|yeah|yes|ha|or|go on) ))";
/** Said of somebody with "you are", they make them less; by themselves they may be plain. */
const BURDENS = anyOf(`
  disappointment burden mistake liability nuisance pest nobody nothing zero reject misfit user taker poser wannabe
  devil demon viper vulture jackass ass drunkard wino drunk druggie puppet lapdog mug tool dinosaur alien robot
  stranger_to_kindness stain curse plague cancer waste
`);
const PERSON = anyOf(`
  mother father mum dad mom friend brother sister man woman son daughter parent husband wife partner boss
  person human human_being colleague teacher grandfather grandmother uncle aunt family christian doctor adult
`);
/** Of somebody sneered at. */
const HIGH_NAMES = anyOf(`
  genius einstein sherlock your_highness your_majesty your_lordship your_ladyship princess sunshine big_man tough_guy
  smart_arse smartarse clever_clogs buttercup snowflake
`);
const SOMEBODY = anyOf(`
  everyone everybody people they the_whole_town the_whole_village the_whole_street the_whole_office
  the_whole_family the_whole_school half_the_town half_the_office the_neighbours all_your_friends your_friends
  your_own_kids your_own_children the_kids the_children we_all
`);

/** Contempt in a tone: mockery, dismissal, disgust, without a name for the other. */
export const SNEERS: readonly Rule[] = [
  {
    says: says(
      `(?<=^)(?:${NAMES})(?= ?$| ?,)`,
      `you (?:are|were|have always been|will always be) (?:\\w+ly |just |only |nothing but |such |always |and )*(?:a|an|my|the|our|this family's) (?:\\w+ )?(?:${BURDENS})(?= ?$| ?,| to | and| on| for)`,
      `you (?:\\w+ing|${BELITTLING}|little|old) (?:\\w+ )?(?:${NAMES})`,
      `(?:trash|scum|filth|vermin|dirt|rubbish|garbage|lowlifes?|trash|idiots|cowards|liars) like you`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: /\b(i was|i am) (a|an|the)\b/,
  },
  // A fine father: mocked as what one is.
  {
    says: says(
      `some (?:\\w+ )?${PERSON} you(?: \\w+)?`,
      `(?:not|hardly|never|barely) much of a ${PERSON}`,
      `you (?:are|were|have been) (?:just |really |simply )*(?:not|never|no) (?:been )?(?:a |an |my |any kind of )?(?:very )?(?:good|nice|real|proper|decent|fit|true|kind) ${PERSON}`,
      `you (?:are|were|have been) (?:barely|hardly|scarcely) (?:even )?(?:a |my )?${PERSON}`,
      `you (?:do not|barely|hardly|can not) (?:even )?(?:count|qualify|pass) as`,
      `you (?:do not|never) deserve(?:d)? (?:to be (?:called|a|my)|the name|to call yourself|her|him|them|happiness|love|me|us|friends|children|kids|a (?:family|wife|husband|daughter|son|second chance)|anything(?= ?$| good| nice)|to (?:be (?:happy|loved)|know|have|see|meet) ?(?:me|us|her|him|them)?|your (?:kids|children|wife|husband))`,
      `you (?:are|would be) the last person (?:who|that|to|i|on earth)(?! i (?:wanted|want|would (?:ever )?(?:want to )?(?:hurt|lie)))`,
      `(?:and )?you call yourself`,
      `call yourself (?:a|an|my)`,
      `what a (?:\\w+ )?(?:excuse|apology) for a`,
      `(?:(?:bad|worst|terrible|lousy|awful|rotten|horrible|useless) )(?:${PERSON}) (?:ever|anyone|i (?:have )?(?:ever|could)|in the world|a (?:child|kid|person|man|woman) could)`,
    ),
    unlessBefore: /\b(i (am|was|have been|must be|felt like)|not|never)( \w+)?( \w+)?$/,
    unlessIn: /\bi (am|was|have been) (a|an|the|not|no|never|your|also|too|just)\b/,
  },
  // Even a child could: the mind is mocked.
  {
    says: says(
      `even (?:you(?! (?:could|would|should|can) not)|somebody like you|someone like you|a \\w+|my \\w+|an \\w+) (?:should|could|can|must|would|might|knows?|understands?|managed?|has more|have more)`,
      `(?:my|a|the) (?:\\w+ ){0,2}(?:year old|toddler|baby|kid|child|dog|cat|goldfish|hamster|parrot|monkey|brick|plank|potato) (?:could|would|can) (?:have )?(?:do|done|understood|understand|manage|managed|work|worked|get|got|think|thought|write|written|figure|figured|make|made|run|drive|driven)`,
      `(?:more|better) (?:sense|brains?|manners|empathy|heart|backbone|maturity|class) than you`,
      `${START}(?:try (?:to )?)?(?:use your (?:brain|head|loaf|two brain cells)|try thinking|learn to (?:read|spell|listen|think)|read a book|open a book)`,
      `you (?:have not|do not have|have) (?:got )?(?:a|the|no|any) (?:clue|foggiest|faintest|first idea)(?! how (?:sorry|much|often|ashamed|glad|hard|happy|scared|afraid|i ))`,
      `you have (?:got )?no (?:idea|clue) about (?:anything|life|people|children|kids|money|the real|real|love|work|how the)`,
      `you (?:can not|could not|can never|could never) (?:even )?(?:do|get|manage|make|finish) (?:a single|one|anything|the simplest|even the|a simple)(?: thing| job)?(?: right)?`,
      `you (?:would not|will not|will never|could not|can not) (?:even )?(?:get it(?= ?$| ?,)|understand (?:it|anything|that)|grasp)`,
      `(?:not|hardly|never) (?:exactly )?(?:rocket science|brain surgery)`,
      `(?:do|must) (?:i|we) (?:really |always )?(?:have to |need to )?(?:spell it out|draw you a|explain (?:it|everything) (?:slowly|twice|again) to you)`,
      `(?:i will|let me) (?:say it|explain it|type it|write it|go) slowly`,
      `(?:two|one|a few) brain cells?`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(
      `${WARM.source}|\\bi (have|had) no idea\\b|\\bthat i\\b|\\b(see|seen|tell|hear) (that|how) (you|he|she|they|we|un)|\\bmisses you\\b`,
    ),
    unlessAfter: /^(to (me|us) (that|how)|because (i|we)|, i (know|do not|did not))\b/,
  },
  // Thinks themselves above.
  {
    says: says(
      `you (?:really |always |actually )*think you are (?:so |such (?:a|an) |all that|all so |better than|above|god|royalty|something special|special|cleverer|the (?:best|only|boss|king|queen)|too good|perfect|very |it(?=$))`,
      `you (?:really |always )?think you know (?:everything|it all|best|better)`,
      `(?:world|everything|universe|sun) (?:does not )?(?:revolves?|turns?|spins?) around you`,
      `(?:get (?:down )?off|on|off|up on) your high horse`,
      `holier than thou`,
      `you (?:live|are living|still live) in (?:a|your own|some|la la|cloud)(?: little)? ?(?:fantasy|dream|bubble|world|fairy|land|cuckoo)`,
      `look who is talking`,
      `who are you to`,
    ),
    unlessBefore: /\b(if|not|never|hope|glad|used to)( that)?$/,
    unlessIn: WARM,
  },
  // Feelings mocked.
  {
    says: says(
      `your (?:precious|delicate|tender|fragile|poor|little|wounded|hurt)(?: little)? (?:feelings|heart|ego|soul|pride|tears|head)`,
      `(?:it )?must be (?:so |really )?(?:nice|lovely|great|easy|wonderful|hard) (?:to have no|having no|to be (?:so|you|perfect|always|that)|being (?:so|you|perfect|always)|to (?:never|not)|never|not)`,
      `(?:bla|blah)(?: bla| blah)+`,
      `yada yada`,
      `(?:that is |this is |just |how |so |bloody |fucking )*typical (?:of you|you|man|men|woman|women|male|female|bloody \\w+|behaviour|behavior)`,
      `thanks for nothing`,
      `how dare you`,
      `(?:poor me|victim|sympathy|martyr) (?:card|act|routine|story)`,
      `(?:nice|good|kind|big|how (?:nice|good|kind|big)) of you to (?:finally|bother|show up|turn up|grace|join us|even)`,
      `i find (?:you|your (?!letter|letters|words|honesty|silence)\\w+) (?:\\w+ly |so |quite )*(?:${BELITTLING})`,
      `why (?:can|could) (?:not you|you not) (?:just |ever )?(?:(?:be )?(?:a bit |a little )?(?:more )?like (?:your|her|him|other|normal|everyone|everybody|my|the)|(?:be|act) (?:a |an )?(?:normal|decent|real|adult|grown))`,
      `i can not believe (?:that )?i (?:ever )?(?:married|loved|wasted|trusted|had (?:kids|children)|fell for|put up) (?:\\w+ )?(?:such|you|a|an|on|with|for)`,
      `how (?:\\w+ly |so |very )+(?:${BELITTLING}) (?:you|a person|somebody|one person)`,
      `(?:disgusted|ashamed) (?:of|with) yourself`,
      `(?:${START}|(?<=\\b(?:one|done|job|work|going|try|listen|look|sorry|thanks|up|way|news|up) ,? ?))(?:${HIGH_NAMES})(?= ?$| ?,)`,
      `${START}listen(?: up| here)? ,? ?(?:sweetheart|sunshine|pal|buddy|princess|little|lady|sonny|missy|kiddo|boy|girl)`,
      `${START}(?:whatever|yawn|so what|big deal|who cares|boo hoo)(?=$| ,)`,
      `${START}who cares what you`,
      `(?:nobody|no one|noone) (?:really |actually |even |here )?(?:cares|gives a \\w+|asked|is interested)(?: about)? (?:what|how|if|whether|about|in|for)? ?(?:you(?! are (?:not )?(?:well|safe|late))|your)`,
      `i (?:really |honestly )?(?:could|can) not care less (?:what|how|about|if|whether|where) (?:you|your)`,
      `i (?:really |honestly )?do not (?:give a (?:damn|shit|toss|fuck|monkey|monkeys)(?: \\w+)? |care )(?:what|about|how) (?:you (?:think|feel|want|say)|your (?:feelings|opinion|tears|excuses|drama|apolog\\w+|problems|life))`,
    ),
    unlessBefore:
      /\b(i (was|am|felt)|you said|not|never|if|hurt|hold|held|wipe|protect|rest|carry|lay)( \w+)?$/,
    unlessIn:
      /\b(misses you|ask(s)? (about|after) you|i (hurt|hear|wanted|want) your|sorry (i|that i|for)|than you)\b/,
  },
  // Laughed at, wished away.
  {
    says: says(
      `${SOMEBODY} (?:\\w+ly |just |always |really )*(?:is|are|was|were|will be|must be)? ?(?:still |always |all )?(?:laugh(?:s|ing|ed)?|snigger(?:s|ing)?|joke(?:s|ing)?|roll(?:s|ing)? their eyes|making fun|make fun|feel(?:s)? sorry) (?:at|about|behind|of|for) (?:you|your)`,
      `laugh(?:s|ing|ed)? behind your back`,
      `the (?:mere |very )?(?:sight|sound|smell|thought|mention) of (?:you|your (?:face|voice|name)) (?:\\w+ly )?(?:makes?|turns?|disgusts?|sickens?|revolts?|gives|is)`,
      `i wish (?:that )?(?:i|we|she|he|mum|dad) (?:had |have )?never (?:met|married|had|known|laid eyes on|given birth to|let) you`,
      `i wish (?:that )?you (?:were dead|had never been|would (?:just )?(?:die|disappear|drop dead|vanish)|were not my|had died)`,
      `(?:fuck|screw|damn|sod|bugger) you(?! (?:i|over|up))`,
      `${START}(?:bugger off|get out of my (?:sight|life|face)|crawl back|go back (?:to|under|into) (?:your|the) (?:hole|rock|cave|gutter|sewer)|(?:go )?(?:kill|hang|fuck|screw) yourself|talk to the hand|suck it up|deal with it|build a bridge|stop (?:your )?(?:snivelling|whining|whingeing|bleating|blubbing|blubbering)|dry your eyes|wind your neck in|zip it|jog on)`,
      `${START}(?:do not|stop) (?:be|being|act|acting) (?:so |such a |such an |like a |like an |a |an |the )?(?:${BELITTLING}|${NAMES}|child|baby|fool)`,
      `${START}(?:you (?:must be|are) )?(?:stark |raving |barking |clinically |certifiably )+(?:mad|insane|sick|bonkers)`,
      `you are (?:mad|sick|weird|insane|odd|evil) ,? ?you are`,
      `you must be (?:mad|stupid|thick|blind|deaf|crazy)(?=$| ,| to| if)`,
      `you have (?:lost it|lost your (?:mind|marbles)|gone (?:mad|crazy|mental))`,
      `i (?:have )?(?:wasted|threw away|thrown away|gave up) (?:\\w+ )?(?:\\w+ )?(?:years?|time|life|youth|breath|money|love)(?: of my life)? on you`,
      `(?:nothing|no good|never any good) (?:ever |will ever )?(?:came|comes|come) (?:of|from) you`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn:
      /\b(too hard on yourself|i (say|said|used to)|with (worry|fever|grief)|i love|joke i)\b/,
    unlessAfter:
      /^((with|to|on|about) yourself|about (it|this|that)|with (me|worry|grief|fever|rage)|to (lose|wait|tell|ask)|you (poor|dear))\b/,
  },
];
