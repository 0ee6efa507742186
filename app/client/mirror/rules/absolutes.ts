import { HURTFUL, KINDLY, WISHED } from "../lexicon.ts";
import { ACCEPTED, anyOf, begins, says, unlessSaid, type Rule } from "../rule.ts";
import { EXCEPTIONLESS } from "./exceptionless.ts";

const ALWAYS =
  "(?:always|constantly|continually|perpetually|invariably|forever|endlessly|eternally|incessantly)";
const EXTRA =
  "(?:(?:just|still|also|really|even|simply|only|seem to|two|guys|people|lot|all|almost|\\w+ly) )*";
const HAVING = "(?:are|were|have|had|will|would|do|did|can|could|have been|had been)";
/** Not said of the other today. */
const NOT_SAID =
  /\b(page|one|something|anything|things?|words?|question|letter|two of you|everything) that$|\b(not|told you|wrote|if|did i|because|doctor|claim|claimed|used to (say|think)|made|true|i (know|understand|see)|unless|whether|whenever|wish|hope|so that|for|about|from|of|without|think|feel|thought|promised|say|said|where|what|who)( that)?( \w+)?$|\b(if|not (think|believe|mean|say|saying|true|because|expect)|is not|told you|told me|i (said|thought|claimed|felt)|used to (say|claim|think)|unless|hope)\b[^,]*$/;
/** What the other had to bear because of the writer, who tells it. */
const CARRIED =
  "^had to (?:[^,]*\\b(?:me|i|mine)$|[^,]*\\b(?:after|for|because of|about|from) (?:me|my)\\b|[^,]*\\bwhere i\\b)";
/** Leave, comfort and promises. */
const FREES =
  /^((say|ask for|admit) (it|so|help) yourself|have been and always will|had to [^,]*\b(me|my|i|mine)$|had to [^,]*\b(after|for|because of|about|from) (me|my)\b|had to [^,]*\bwhere i\b|(got|had) [^,]*\byou should have had|(want|wish) to (hear|see|speak|talk|meet)|(\w+ly )?(believe|trust|forgive|want|speak|talk|see|love|look at) (to )?(me|us) again|have (done|hurt|lied|treated|said|left|let) (that|it|this|such a thing|anything) to (me|us|anyone|anybody)|have to|has to|need|needed|needs|owe|owed|must|should|ought|deserve|deserved|ask to be|asked to be|asked for (any of )?(it|this|that)|had to (ask|do|see|earn|prove|explain|worry|wonder)|be (lost|alone|forgotten|a burden|welcome|my|loved|sorry)|been (to|back)|know how|a burden|my job|your job|to blame|lived|met|owned|went to|hear from|see me|lose me|get over|seen (me|the|a)|seen snow|be asked|stopped (loving|believing|trying|being)|let (me|us|her|him|them|anyone) (down|fall|go|hungry|feel|walk))\b/;
const PRAISES =
  /\b(beautiful|wonderful|grateful|thank|love that|loved that|admire|admired|miss|missed)\b/;
const NEUTRAL_PRESENT =
  /^(know|find|have a place|can|will|be|were|was|been|had|smelled|smell|sang|sing|smile|smiled|wore|wear)\b/;
const PAST = new RegExp(
  `^(?:\\w+ed|${anyOf(`
  forgave hid chose gave was were had went came took made said told got gave left let kept knew thought found saw sang ate drank wrote
  brought bought sat stood ran rang drove slept wore won held felt met sent paid put read cut lay fell grew rode swam
  `)})\\b`,
);
const WISHES = new RegExp(
  `^(?:once |ever |even |really |actually |truly |just |going to |gonna |about to |could |would |can |been |be |have |had |so much as |a |any |the |to )*${WISHED}(?!\\w)`,
);
const HURTS = new RegExp(
  `^(?:so |just |the one to |the one who |in a |the |a |busy |too |been |be |have |had |manage to |managed to |try to |tried to |tries to |trying to |want to |wanted to |seem to |go and |going to )*${HURTFUL}(?!\\w)`,
);
const HURTS_ONLY = new RegExp(
  `^(?:once |ever |even |really |actually |just )*(?:${HURTFUL}|made (?:me|us|him|her|them) (?:feel|cry|wait|ashamed|small|choose)|laughed|(?:raise|raised) your|asked (?:me )?(?:for|why|where)|held|hold|said (?:a (?:bad|cruel|mean|hard)|anything (?:bad|cruel|mean)|no)|lose|lost|take out|took it out|given (?:up|in)|touched my|opened my|read my|told on|gave (?:up|in|away)|stop|stopped)(?!\\w)`,
);
const NOTHING_AMISS =
  /^(once |ever |even |really |actually )*(gave (me|us|anyone) (a |any )?(cause|reason|trouble|grief)|give (me|us) (a |any )?(cause|reason|trouble)|took (advantage|anything|more|it out|from)|made (me|us) (\w+ )?(feel|cry|wait|ashamed|small|choose|beg|pay)|made (a|any) (fuss|scene|trouble)|thought (badly|ill|less|the worst)|think (badly|ill|less)|spoke ill|said (a|one|an) (bad|unkind|cross|harsh|angry|mean|wrong)|kept (me|us|him|her|score|a (secret|grudge)|anything from)|showed it|looked (back|down)|wanted (any of|this|to hurt|trouble|much|it|anything|to (be|come) a)|meant (to|any|me|it (badly|unkindly|to))|mean (to|any)|tried to (change|hurt|trick|hide|control|stop|make me feel)|try to (change|hurt|control)|stopped|learne?[dt]? to (swim|drive|ride|cook|read)|saw (the sea|snow|the letter|that letter|my letter|the (film|house|photo))|got (my|the|that) (letter|message|card|text|email|parcel|chance)|got to (say|see|know|meet)|heard (the end|about it|from me)|like[ds]? (?!me|my|us|him|her|any|how)|like[ds]? (olives|fish|beer|coffee|the (cold|sea|city))|asked? for|told? (anyone|anybody|a soul|on me)|took sides|take sides|asked (me )?(for|why|where)|needed|complain|want anything|wanted anything|said no|kept score|looked back|gave (up|in)|let (me|us))\b/;
const KIND = new RegExp(
  `^(?:amaze|surprise|inspire|impress|go (?:the|that|out of your way)|stand by|stood by|come through|take care|look (?:after|out)|put (?:me|us|others|myself|everyone|the kids|other people|people) (?:first|before)|support|encourage|cheer|check (?:on|in)|do your best|pick me up|back me|cook|laugh (?!at)|worry|tell me the truth|stick up)|^(?:so |such |a |an |the |very |been |be |there |my |more |much |have |had )*${KINDLY}(?!\\w)`,
);
const AGAIN = anyOf(`
  every_time every_single_time all_the_time every_day every_single_day every_night every_single_night every_evening
  every_week every_weekend every_morning every_year 24/7 day_in_,_day_out day_in_day_out day_in_and_day_out
  without_fail round_the_clock no_matter_what the_whole_time the_entire_time constantly continually endlessly
  every_bloody_time every_damn_time over_and_over time_after_time time_and_again day_after_day night_after_night
  from_day_one since_day_one non-stop nonstop non_stop
`);
const DOES = new RegExp(
  `\\byou (?:\\w+ly |just |always |even |have |had |are |were |have been |keep |kept |still )*(?:${HURTFUL}|do|did|forget|leave|left|walk|walked|talk|talked|call|called|cancelled|criticise|ignored|lied|treat|act|behave|fight|fought|argue|argued|disappear|come home|came home|check|checked|refuse|refused|say no|said no|punish|punished)\\b`,
);

/** Something about the other that is said to hold without exception. */
export const ABSOLUTES: readonly Rule[] = unlessSaid(ACCEPTED, [
  ...EXCEPTIONLESS,
  // You always …: what hurts, and what one complains of today.
  {
    says: says(
      `you ${EXTRA}(?:${HAVING} )?${EXTRA}(?:always ,? ?)?${ALWAYS}`,
      `(?:do|did|are|were|must) you ${EXTRA}${ALWAYS}`,
    ),
    onlyAfter: HURTS,
    unlessBefore: NOT_SAID,
    unlessAfter: new RegExp(
      `^(?:know better than i|have to (?:ask|wait|clean|carry))\\b|${CARRIED}`,
    ),
  },
  {
    says: says(`you ${EXTRA}(?:always ,? ?)?${ALWAYS}`),
    onlyAfter:
      /^(?!always\b)\w[^,]*\b(me|my|myself|us|our|i|excuses?|word|your own|your way|wrong|right|something|someone|somebody|everything|everyone|else|late|first|last|same|side|sides|too|so|instead|fight|yourself|phone|work|money|kids|her|him|them|about|never|do|does|this|that|it)\b|^(do|have|are|am|win|lie|forget|complain|argue|disappear|start|act|behave)\b/,
    unlessAfter: new RegExp(
      `${PAST.source}|${KIND.source}|${WISHES.source}|${FREES.source}|${NEUTRAL_PRESENT.source}`,
    ),
    unlessBefore: new RegExp(`${NOT_SAID.source}|\\bdo$`),
    unlessIn: PRAISES,
  },
  {
    says: says(`you (?:are|were|have been) ${EXTRA}${ALWAYS}`),
    onlyAfter:
      /^(?!helping|smiling|singing|laughing with|being (kind|so kind|patient)|caring|giving|hoping|trying|working|learning|thinking of|looking (out|after))(\w+ing|so|too|the one who|the first to) ?/,
    unlessAfter: KIND,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(
      `why (?:do|are|must|did|can|have) you ${EXTRA}(?:always|never)`,
      `why (?:can|do|will|could) not you ever`,
    ),
  },
  // You never …: what one wishes for.
  {
    says: says(
      `you ${EXTRA}(?:${HAVING} )?${EXTRA}(?:never ever|never once|not once|not ever|never)`,
      `${HAVING} you (?:never|not once|not ever)`,
      `you (?:have|had|do|did) not ${EXTRA}(?:ever|once)`,
    ),
    onlyAfter: WISHES,
    unlessAfter: new RegExp(`${HURTS_ONLY.source}|${FREES.source}|${NOTHING_AMISS.source}`),
    unlessBefore: NOT_SAID,
    unlessIn:
      /\b(because of me|thanks to me|through me|my fault|from me|i made sure|you never had to|never too (tired|busy) to)\b/,
  },
  {
    says: says(`you ${EXTRA}(?:will|would|can|could) (?:never ever|never|not ever)`),
    onlyAfter:
      /^(understand|change|learn|grow|get it|be (happy|satisfied|good|a|able|there|honest|kind)|know what|admit|amount|just|keep|let|accept|say|see (it|that|me|my|how|what)|trust|love|respect|stop|take|make|be bothered|find anyone)\b/,
    unlessAfter: FREES,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`you never`),
    onlyAfter:
      /^(?!once$)(treat(ed)? (me|us|my) |will$|call|ring|ask|listen|lift|finish|cared?|let me|want|$|,|do|did$|did anything|have time|had time|have any|had any|mean|even|loved me|tried|apologis|put)/,
    unlessAfter: new RegExp(
      `${FREES.source}|^did anything wrong|^want to see|${NOTHING_AMISS.source}`,
    ),
    unlessBefore: NOT_SAID,
  },
  {
    says: says(
      `(?:not once|never once|at no point|at no time|never|not for one (?:second|minute|moment|day)) (?:have|did|do|were|would|could|are) you`,
      `not (?:a|one) single [\\w ]{1,16}did you`,
    ),
    onlyAfter: WISHES,
    unlessAfter: HURTS_ONLY,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`do you ever`, `have you ever(?: once| even)?`, `did you ever(?: once| even)?`),
    onlyAfter:
      /^(once |even |actually |really |stop to |bother to |just )*(think|thought|listen|listened|stop|stopped|consider|considered|ask yourself|asked yourself|say sorry|said sorry|care|cared|apologise|apologised|admit|admitted|finish (?!the|that|your)|do anything|done anything|tell the truth|told the truth|tried to see)\b/,
    unlessAfter: /\b(going back|what might have been|of moving|about going|of (the|that|our))\b/,
  },
  {
    says: says(`you always`),
    onlyAfter:
      /^(said|told me|made me|left me|left us|took|thought|saw|blamed|chose|put|gave me the) (that )?(i (was|am) (too|so|not|never|over|crazy|lazy|stupid|the)|feel|with the (kids|dishes|bills)|alone|for granted|me as|her|his|your)\b/,
    unlessAfter: /\b(safe|loved|welcome|special|at home|better|(too|so) (kind|good))\b/,
    unlessBefore: NOT_SAID,
  },
  // It is always …, your work always …, my feelings never …
  {
    says: says(
      `(?:it|that) (?:is|was|has been) (?:always|never|forever|constantly)`,
      `(?:it|there) (?:is|was) always`,
    ),
    onlyAfter:
      /^(all )?(about you|me|me who|me that|my fault|my turn|your|the same|somebody else|someone else|something|some|a fight|an excuse|a reason|a problem|drama|good enough|enough|just you|you who|you or|one thing|everybody|i who|right|us who)\b/,
    unlessAfter:
      /^(you who (rang|called|came|helped|held|waited|kept|thought|listened|looked|stood|made (the|us|me (laugh|smile)))|your (job|fault|burden|task|duty|smile|voice|home|house|laugh|favourite|dream|soup|choice to)|something (kind|good)|something to (do|eat|see|laugh|look forward)|enough for me)\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`it (?:is|was) never your (?:turn|fault|problem|mistake|responsibility)`),
    onlyAfter: /^($|,|is it|was it|, (is|was) it)/,
    onlyIn: /turn|is it|was it/,
    unlessBefore: NOT_SAID,
  },
  { says: says(`always`), onlyBefore: /\bwith you (it (is|was) )?$|\bwith you ,? ?(it is )?$/ },
  {
    says: says(`your \\w+(?: \\w+)? (?:always|never)`),
    onlyAfter:
      /^((come|comes|came|go|goes|went) (first|before|between|above|ahead)|matter|mattered|treat|treated|hated|hates|look|looked|laughed|judge|judged|took|takes|win|wins|won|get|gets|got|have to|has to|had to|need|counted|count|mean|meant|stop|stops|stopped|include|included|change|end|wanted|want|liked|accepted|interrupts?)\b/,
    unlessAfter: /\b(made me|home to me|cheered|so much to me)\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(
      `(?:my|our) \\w+(?: \\w+)? (?:have |has |had )?(?:was |were |is |are |been )?never(?: been)?(?: (?:seem|seems|seemed|appeared) to(?: be)?)?`,
      `(?:nothing|i) (?:is|was|am|were|could|can) (?:ever|never)(?: be)?`,
      `i (?:have |had )?never`,
    ),
    onlyAfter:
      /^(been |be |ever )?(good enough|enough|mattered|matter|counted|count|important|important enough|first|a priority|welcome|get to|got to|get a (say|choice|word|chance|thank)|got a (say|choice|word|chance|thank|thankyou)|hear a|heard a|allowed|trust you|rely on you|count on you|talk to you|tell you anything|say anything right|do anything right|do right|please you|right|safe with you|hear the end|asked about)\b/,
    unlessIn: /\b(i was never (good )?enough of|to you when i)\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(
      `i (?:am|was) (?:always|forever|constantly)`,
      `it is (?:always )?me who always`,
      `me who (?:always|ever)`,
      `i always`,
    ),
    onlyAfter:
      /^(the one|the bad|the last|have to|(?:end|ended) up (?:paying|cleaning|alone|apolog\w+|with|doing|picking|in the|waiting|the|like|crying|feeling|being)|pay|paid|clean|cleaned|wrong|apologising|apologizing|in the wrong|to blame|second|picking up|left|has to|who|walking on|get)\b/,
    unlessAfter:
      /^(have to (go|work|leave)|left|paid (late|my)|the one who (lied|left|shouted|hurt|broke|started|forgot|was))\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`we (?:always|never)`),
    onlyAfter:
      /^(talk|fight|argue|do (what (i|you)|anything|things)|go (where i|to my|anywhere|out)|see (my|each)|have (time|to do|any|what)|speak|discuss|agree|end up)\b/,
  },
  {
    says: says(`our \\w+ (?:always|never)`),
    onlyAfter:
      /^(end|ends|turn|turns|become|becomes|got|get|includes?|allowed|work|works|worked)\b/,
  },
  // Every time, all the time.
  {
    says: says(`every (?:single |bloody |damn )?time`, `whenever`, `each time`),
    onlyAfter:
      /^(i|we|my|the kids|anyone|somebody) .*\byou (?!believed|trusted|forgave|hoped|took me back|ask|asked|want|wanted|were kind|helped|told me it|laughed|smiled|made|waited|listened|stood|said thank)|^you (?!ask|asked|smile|smiled|laugh|want|need|come|came|write|wrote|feel|are ready|like)/,
    unlessAfter:
      /\b(think of you|thank you|slow down|miss you|remember you|thought of you|of you|to you|for you|see you|with you|and you (were|held|came)|you (held|came|were (there|kind|patient)|forgave|cheered|let me))\b/,
    onlyIn: /every (single |bloody |damn )?time|\b(always|never|end up)\b/,
    unlessBefore: /\bi [^,]*$/,
    unlessIn:
      /^(every (\w+ )?time|whenever|each time) you [^,]*,? ?i (left|let|ignored|lied|turned|hid|walked|shouted|hung|pretended|ran|shut|said no|made|looked away|would (?:find|change|look|laugh|turn|pretend|say|leave|walk|go|make|hide|ignore|joke))\b|\bi made you\b/,
  },
  {
    says: says(AGAIN),
    onlyBefore: DOES,
    unlessBefore:
      /\b(i|we) (?!am|can|feel|know|think|hate)[^,]*$|\b(kind|helped|worked|cared|patient|thank|not)\b/,
  },
  {
    says: new RegExp(`^(?:${AGAIN}|with you every day)(?!\\w)`, "g"),
    onlyAfter: /^,? ?you (?!\w+ed\b)\w+/,
    unlessAfter: /\b(thank|kind|help|cook|work|worked|were|came|sat with|sat by)\b/,
  },
  {
    says: says(`whenever`),
    onlyBefore: DOES,
    unlessBefore: /\b(i|we) [^,]*$|\b(kind|helped|listened|cared)\b/,
  },
  {
    says: says(`you make me feel [\\w ]{1,20}${AGAIN}`, `you make me [\\w ]{1,20}every time`),
    unlessIn: /\b(loved|safe|better|special|welcome)\b/,
  },
  {
    says: begins(`every (?:single |bloody |damn )?time`),
    onlyAfter: /^($|, you|you )/,
    unlessIn:
      /\b(you [^,]*,? ?i (left|let|lied|ignored|hid|turned|walked|shouted|ran|hung|pretended|shut|looked|made you|would (?:find|change|look|laugh|turn|pretend|say|leave|walk|go|make|hide|ignore|joke))|think of|smile|laugh|heart)/,
  },
  {
    says: says(`everything i (?:do|say|am|own|like|cook|did|said)`),
    onlyAfter:
      /^(is|was|annoys|seems|gets|has to be) (\w+ )?(wrong|not good|never|a problem|stupid|annoying|on your nerves|worthless|criticised|bad)?/,
    onlyIn: /\b(wrong|good enough|annoys|problem|you|nerves|stupid)\b/,
    unlessIn: /\b(sorry|i (did|said) (to you )?was wrong|for you|because of you|love)\b/,
  },
  // Nobody, nothing, everything, everyone.
  {
    says: says(
      `(?:nobody|no one|none)(?: of you| in (?:this|your) (?:house|family))? (?:can |could |will |would )?ever`,
      `(?:nobody|no one|noone) (?:believes|trusts|likes|wants|respects|could please|can please|can stand|takes)`,
    ),
    onlyIn: /\byour?\b|\bhelps?\b|\bme\b/,
    onlyAfter:
      /^(helps?|helped|gets? (it|a word)|got|please|pleased|satisfies|satisfy|cared?|listens?|listened|asks?|asked|thanks?|a word|you\b|your|me\b|a single|enough|can|could|does|did)/,
    unlessIn:
      /\b(as patient|as kind|so kind|like you|tell you|ask you|blame you|better|force|owe|hurt you|take (it|that) from you|for me (like|the way) you)\b/,
  },
  {
    says: says(`(?:nobody|no one) (?:but you|else)(?: ever)?`),
    onlyAfter: /^(matters|counts|exists)/,
  },
  {
    says: says(
      `all you (?:ever )?(?:do|did|care|cared|want|wanted|think|thought|talk|have done|can do|know)`,
      `the only thing you (?:ever )?(?:do|did|care|cared|want|wanted|think)`,
      `you (?:have )?only ever`,
      `only ever`,
    ),
    onlyIn: /\byou\b/,
    unlessAfter:
      /^(is|was|about is|about was)? ?(to )?(tell the truth|care for|care about (me|us)|look after|protect|support|be (there|kind)|help|love|loved|listen|be kind|wanted peace|try|tried|for me)\b|^,|^for\b/,
    unlessBefore: /\b(for|not|thank you for|know|saw|see|i)$/,
    unlessIn: /\bi only ever\b/,
  },
  {
    says: says(
      `nothing i (?:ever )?(?:do|did|say|said|am|try|tried|wear|cook|make|have done|could do|can do) (?:is|was|will|would|could|can|ever|seems|has)`,
      `nothing i (?:do|did|say|said) (?:to you )?(?:ever )?`,
      `nothing (?:is|was|will be|would be) ever`,
      `nothing (?:is|was|will be|would be) (?:ever )?(?:good )?enough`,
      `whatever i (?:do|say|did|said|try)`,
      `no matter what i (?:do|say|did|said|try|tried)`,
      `no matter how (?:hard|much|often|long) i (?:try|tried|work|worked)`,
      `no matter what(?= i (?:do|did|say|said|try|tried))`,
      `never (?:good )?enough`,
    ),
    onlyIn: /\b(enough|right|wrong|pleases?|matters?|counts?|works?|good|you|your|it is)\b/,
    unlessAfter:
      /^(money|room|space|sleep|snow|time(?! for (me|us)))\b|\b(i will|i would|makes? up|undo|undoes|excuses?|you (?!will|complain|find|twist|turn|want more|are never|never)|happens|comes|anyone|people|they)\b/,
    unlessIn:
      /\b(i (can|could) do (will|would|can|could) (undo|make up|change)|whatever i (say|do) now|thank you enough|nothing i (do|say|said|did) (now |today )?(will|would|can|could|makes?|undoes|excuses?)|you decide|sorry)\b/,
  },
  {
    says: says(
      `you (?:have been |were |are |gave me |give me |brought )?nothing but`,
      `you (?:did|do|have done|gave|give|contributed|contribute|achieved|feel|care) (?:\\w+ly )?nothing`,
      `(?:absolutely |literally )?nothing you (?:say|said|do|did|have said)`,
      `(?:absolutely|literally|precisely) nothing`,
      `you (?:do|did) not (?:care|think|talk|give a damn) about (?:\\w+ )?(?:anything|anyone|anybody|a thing|a soul)`,
      `(?:anyone|anybody|anything|nobody|no one|nothing|everyone|everybody) (?:but|except|other than|apart from|besides) (?:you|your|yourself)`,
      `you (?:always )?(?:ruin|ruined|spoil|spoiled|criticise|control|twist|destroy|destroyed|take|took|forget|turn|turned|make|made) everything`,
      `everything (?:is|was|has to be|had to be|always)(?: always| just)? (?:about you|a (?:fight|drama|battle|problem|crisis|competition|war)|an argument|your way|on your terms|wrong with|too much (?:effort|trouble)|your|my fault(?= (?:with|in your)))`,
      `everything has to be`,
      `(?:everything|every (?:conversation|talk|evening|weekend|meal|holiday|discussion|birthday|thing|christmas)) (?:with you|we (?:do|did|have))`,
      `everything you (?:ever )?(?:say|said|do|touch|touched|told)`,
      `everything into`,
    ),
    onlyIn:
      /\b(but|nothing|anything|your way|lie|wrong|touch|break|breaks|selfish|about you|with you|fight|my fault|drama|yourself|ruin\w*|spoil\w*|criticise|control|twist|destroy\w*|forget|into an?|argument|annoys?|ends? (in|up)|turns? into|is wrong|problem|on your terms|not good enough)\b/,
    unlessAfter:
      /^(wrong|to (deserve|cause|be|apologise)|but (good|kind|kindness|love|patient|honest|tea|bread|the best)|good|but kind|for granted|you did for|you gave|will make me angry|i (broke|ruined|did)|is my fault|that was my)\b/,
    unlessIn:
      /\b(nothing to do with|(nobody|no one) (but|except|other than) you (has|have|had|knows?|knew|could|can|saw|came|rang|called|helped|stayed|believed|understood)|nothing wrong|if you (do|did) nothing|true|saw it|i did (absolutely|literally|precisely)? ?nothing|i (wish|want|lost|would)|you told me was true|thank|everything (is|was) my fault|everything (?!.*\b(you|your|into|wrong|enough|with)\b)|you (make|made|turn|turned) everything (better|easier|beautiful|bright|into (gold|a song|a game|an adventure))|told you everything|i (told|owe|gave|ruined|broke|did|took)\b.*everything|kind|not your fault|you did nothing|nothing you (did|said))\b/,
  },
  {
    says: says(
      `(?:everyone|everybody|all (?:our|my|your|the|of our) \\w+|the whole (?:family|town|street|office)) (?:knows?|thinks?|says?|agrees?|hates?|can see|sees?|can tell)`,
    ),
    onlyAfter: /\b(you|so|too|it)\b/,
    unlessAfter:
      /\b(how (kind|good|much)|i (was|did|am|hurt|lied)|tried|you did (your best|nothing))\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`a single (?:time|thing|day|word|occasion|birthday|moment|one)`),
    onlyIn: /\b(not|never|cannot|without)\b.*\byou\b|\byou\b.*\b(not|never)\b/,
    unlessIn: /\b(i (did|have) not|bad|cross|unkind|complain|blame)\b/,
  },
  {
    says: says(`not a single \\w+`, `not one (?:word|call|card|thank you|time|single)`),
    onlyIn: /\byou\b|^not/,
    unlessIn: /\b(complain|bad|cross|unkind|angry|word was|i (did|said|have)|from me|reproach)\b/,
  },
  {
    says: begins(
      `never (?:any|a|an|once|one) `,
      `always (?:some|the same|an|a|your|with the|me)`,
      `never`,
      `always`,
    ),
    onlyAfter:
      /^(word|thank|kind|sorry|please|excuse|story|problem|reason|a (kind|word|thank|call|hug)|some|the same|an excuse|one|your|me|with)\b/,
    onlyIn: /^(never|always) (some|a|an|any|the same|once|one|your|me|with)/,
    unlessIn: /\b(i will|my)\b/,
  },
  {
    says: says(`as (?:always|usual|ever)`),
    onlyAfter: /^,? ?(you|it was left|it was me|i had to|i was the|your)\b/,
    unlessAfter: /\byou (were|are) (kind|right|patient)\b/,
  },
  {
    says: says(`always`),
    onlyBefore: /\byou (do|did|are) (this |that )?$/,
    onlyAfter: /^$/,
    unlessBefore: /\bi (will|promise)\b/,
  },
]);
