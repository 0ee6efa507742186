import { BELITTLING, GOOD_IN_SOMEBODY, HURTFUL } from "../lexicon.ts";
import { anyOf, says, type Rule } from "../rule.ts";

/** Not said of the other today. */
const NOT_SAID =
  /\b(not|if|whether|unless|that|did i|how|where|so that|as if)( \w+)?$|\b(if|unless|whether|as if|not (think|believe|mean|true|say|saying|because|expect)|(i|he|she|they|mum|dad|people|you) (\w+ )?(\w+ )?(said|told|thought|claimed|used|felt|shouted|say|wrote))\b[^,]*$/;
const PRAISE =
  /\b(thank|thanks|grateful|proud|beautiful|wonderful|admire|admired|kind|patient|good to me|fair|honest with me|looked after|took care|taken care|cared for|laugh|smile|smiled|brave|because of me|my fault|my doing|from me)\b/;
const I_DID =
  /\bi (?:\w+ly |just |still |only |then )?(left|let|made you|promised|ignored|lied|turned|hid|walked|shouted|hung|pretended|ran|shut|said no|made|looked away|took|forgot|broke|hurt)\b/;

const AUX =
  "(?:(?:be|being|have|had|has|has to|have to|had to|are|were|is|was|been|do|did|will|would|can|could|must|just|only|really|always|still|then|even|so|such|a|an|got to|go and|manage to|start|started|\\w+ly) )*";
const WRONGED = anyOf(`
  against_(?:me|us|my|him|her|them) at_the_pub at_work not_there nowhere_to_be drunk late absent cold distant on_the_phone
  on_your_phone putting_me putting_us put_me put_us lying to_blame let_others letting_others selfish bring_up brought_up
  roll_your say_no said_no find_fault found_fault call_me called_me hit treat turn_away turned_away shut_down storm
  stormed slam slammed sigh sighed snap snapped spoil ruin take_over took_over hang_up hung_up pull_away pulled_away
  flirt flirted get_angry got_angry get_drunk got_drunk take_his take_her take_their look_at_your looked_at_your
`);
/** The other, and what hurts. */
const HURTS_ME = `you ${AUX}(?:${HURTFUL}|${BELITTLING}|${WRONGED})`;
const EACH = anyOf(`
  every_time every_single_time each_time any_time anytime every_bloody_time every_damn_time whenever
  every_christmas every_birthday every_holiday every_weekend every_evening every_year every_sunday every_party
  every_family_\\w+ every_wedding every_conversation every_meal every_visit every_meeting every_summer
`);
const WHOLE = anyOf(`
  (?:all|your_whole|my_whole|your_entire|my_entire|our_whole|our_entire)_(?:your_|my_|our_)?(?:life|lives|childhood|marriage|youth)
  (?:all|for_all|in_all)_(?:these|those)_years since_the_day_(?:we|i|you)_\\w+ from_(?:day_one|the_start|the_very_start|the_beginning|the_first_day|the_word_go)
  since_(?:forever|for_ever|day_one) for_ever forever ever_since_(?:i|we)
`);

/** Always and never in other words: each time, all your life, nothing, nobody, no respect at all. */
export const EXCEPTIONLESS: readonly Rule[] = [
  {
    says: says(EACH),
    onlyAfter: new RegExp(
      `^(?:(?:i|we|my|the|mum|dad|anyone|anybody|somebody|someone)\\b[^,]*,? )?,? ?${HURTS_ME}(?!\\w)`,
    ),
    unlessBefore: /\bi [^,]*$/,
    unlessIn: new RegExp(`${PRAISE.source}|${I_DID.source}`),
  },
  {
    says: says(WHOLE),
    onlyIn: new RegExp(
      `${HURTS_ME}(?!\\w)|\\byou (?:spent|wasted|passed)\\b[^,]*\\b(?:${HURTFUL}|punish\\w+|tearing|running|telling me)(?!\\w)`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(`${PRAISE.source}|${I_DID.source}|\\b(i have been|i was|i am|i had)\\b`),
  },
  // You never pick up: of today, and nothing that hurts.
  {
    says: says(`you (?:\\w+ly |just |still |even |ever )*never(?: ever)?`),
    onlyAfter:
      /^(?:bother to |seem to |want to |even |ever |once |really )*(pick up|answer|clean|wash|cook|phone|join|attend|sit|eat with|sleep|go (out|to|with)|drive|book|plan|arrange|organise|organize|buy|bring|send|offer|play|babysit|smile|greet|hug|kiss|knock|save|fix|repair|mend|sort|tidy|work|volunteer|lend|return|check|meet|reach|welcome|choose|accept|forgive|let (me|us) (in|speak|talk|finish|decide|choose|have)|drop by|pop|turn up|show up|turned up|showed up|picked up|sent (me|us) (a|any|one)|bought (me|us)|brought (me|us)|offered (me|us|to)|lifted a|sat with|sat down|found (the )?time|made (the|any|an) (effort|time)|came (to|home|when)|went (to|with|out)|backed|checked|phoned|had (a|any) (kind|good|nice) word|happy|there|satisfied|pleased|content|grateful|available|home|around|sober|on time|on my side|interested)\b/,
    unlessAfter:
      /^(bring (it|this|that) up|go (back|hungry|away)|meet (him|her|them|again)|return|work (again|sundays?|late)|send (me|us|him|her) (away|home)|sent (me|us|him|her) (away|home|home)|go to (bed|sleep)|sleep (well|again)|play (games|tricks))\b/,
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  {
    says: says(`(?:is it|must it be|does it have to be|are we|is there|was it) always`),
    onlyAfter:
      /^(me|my|about you|your (way|turn to|feelings|problems)|i who|the same|some|something|a fight)\b/,
    unlessAfter: /^(the same (bus|train|bed|room|price)|my (size|fault that i))\b/,
  },
  {
    says: says(
      `you (?:do|did|have|had) not (?:even |ever |really )?(?:help|helped|ask|asked|listen|listened|care|cared|support|supported|try|tried|thank|thanked|say|said|love|loved|visit|visited|call|called|ring|rung|write|written|come|understand|understood|respect|respected|notice|noticed|look|looked|apologise|apologised|appreciate|hug|hugged|stand|stood|defend|defended|believe|believed)(?: \\w+){0,6}? (?:at all|even once|ever|once|not once|a single \\w+)`,
      `(?:not even|not) once in (?:all|\\w+) (?:these |those |your )?\\w+`,
      `(?:can|could|will|would|do|did|are|were|have) (?:not you|you not) (?:ever|even once|for once|once)`,
      `why (?:do|did|are|were|must|have|would) you (?:\\w+ly )?(?:constantly|continually|forever|perpetually|invariably)`,
      `you (?:have |had )?(?:never|not ever) (?:once )?(?:been|were) (?:a|an|any|my|much of a|there as a)(?: kind of)?(?: a)? (?:real |proper |true |good )?(?:mother|father|mum|dad|mom|parent|friend|brother|sister|son|daughter|husband|wife|partner|family|help|support)`,
      `you (?:were|are) never (?:a|any|my|much of a) (?:real |proper |true |good )?(?:mother|father|mum|dad|mom|parent|friend|brother|sister|son|daughter|husband|wife|partner|help|support)`,
      `when (?:have|did|do|were|will|would|are) you ever`,
      `why (?:can|do|did|will|could|would|are|were|have) you never`,
      `(?:do|did|must) you (?:always |really )?(?:have|need) to (?:\\w+ ){1,5}(?:every (?:single )?time|all the time|always|constantly|every day)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter: /^(if|come across|been to|hear from|meet|met)\b/,
    unlessIn: new RegExp(
      `${PRAISE.source}|\\b(say (a|one|any) (bad|cross|harsh|unkind)|said (a|one|any|anything) (bad|cross|harsh|unkind|mean))\\b`,
    ),
  },
  {
    says: says(
      `you (?:have |just |so |had )*(?:constantly|continually|endlessly|incessantly|perpetually)`,
    ),
    onlyAfter:
      /^(?!supported|helped|thanked|amazed?|surprised?|encouraged?|inspired?|cheered?|worked|worried|told (me|us) (you|how)|reminded|gave|give|cared?|checked|put (me|us|my|others)|made (me|us) (laugh|smile|feel (loved|safe))|kept (me|us) (going|safe)|showed|looked (after|out)|learned|learnt|grew|grow|tried|try|support|help|work|worry|make (me|us) (laugh|smile|feel))\w+/,
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  {
    says: says(
      `you (?:are |were |have been )?(?:just |so )?(?:always|constantly|continually|forever|permanently|perpetually)`,
    ),
    onlyAfter:
      /^(on (my (back|case)|at (me|us)|about (my|how|what|it))|at (me|my throat|each)|in my (face|business)|against (me|us|my)|breathing down|behind my back|after (my )?money|(got|have|had|have got) to (have|win|be right|be the|get|make it|ruin|spoil)|gotta|on your (phone|high|way out)|off with|out with|down the pub|at the pub|at work|in a (mood|bad|hurry)|too \w+ (to|for))\b/,
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  {
    says: says(
      `you (?:are|were|have been|seem|became) (?:totally|completely|utterly|entirely|absolutely|100%|wholly)`,
    ),
    onlyAfter: new RegExp(
      `^(?:unable|incapable|unwilling|uninterested|unfeeling|indifferent|insensitive|inconsiderate|blind to|deaf to|wrong|impossible|out of order|unreasonable|self|unfair|${BELITTLING})\\b`,
    ),
    unlessBefore: NOT_SAID,
    unlessIn: /\b(i was|i am|my fault)\b/,
  },
  {
    says: says(
      `you (?:have|had|show|showed|have shown|show me|gave me|give me) (?:got )?(?:absolutely |literally )?(?:no|zero|not one ounce of|not an ounce of|not a shred of|not the slightest|no kind of) (?:respect|interest|feelings?|empathy|consideration|loyalty|gratitude|compassion|regard|love|understanding|patience|sympathy|remorse|support|appreciation|thought for|care|time for (?:me|us|your|the kids))`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(for (lies|liars|bullies)|left because|left , (and|i)|in (fishing|football|golf))\b/,
    unlessIn: new RegExp(`${PRAISE.source}|\\b(i had|i gave you no|because i)\\b`),
  },
  // Everything, nothing, everybody, nobody.
  {
    says: says(
      `you ${AUX}(?:complain about|criticise|criticize|moan about|ruin|spoil|control|twist|hide|forget|break|judge|correct|ruined|spoiled|spoilt|criticised|complained about|forgot|hid|lie about|lied about|${HURTFUL}|argue about|argue with|blame me for|blame everyone|question|doubt|hate|destroy|destroyed|fight me on|turn down|dismiss|mock|throw away) (?:everything|everyone|everybody|every (?:single )?(?:thing|word|promise|person|little)|absolutely)`,
      `you ${AUX}(?:broke|broken|break|breaks) (?:every|each)(?: and every| single)? \\w+`,
      `every (?:single |bloody |damn )?(?:word|sentence|thing|promise|excuse|story|letter|text|sorry|apology)(?: (?:out of your mouth|from you|you (?:ever )?(?:say|said|make|made|give|gave|tell|told|speak|utter)(?: \\w+)?|of yours|in your (?:mouth|head))) (?:is|was|were|are|ends|comes|hurts|turns|sounds)`,
      `every (?:single )?(?:conversation|evening|meal|holiday|visit|phone call|talk|party) with you (?:ends|is|was|turns|becomes|ended|turned)`,
      `(?:all|the only thing) (?:i|we) (?:have |had )?(?:ever )?(?:got|get|hear|heard|had|have|received) from you`,
      `i (?:can |could )?never (?:do|get|say|cook|make|wear) anything (?:right|good|that)(?= .*\\byou\\b| ?$| for you)`,
      `nothing (?:that )?i (?:have |had )(?:ever )?(?:done|said|made|tried|given|achieved) (?:has|have|was|is|would|could|will)`,
      `nothing we (?:\\w+ )?(?:did|do|say|said|tried|try|made|make) (?:is|was) (?:ever )?(?:good enough|right|enough)`,
      `nothing ever (?:changes|works|is|pleases|suits|gets)`,
      `nothing (?:is|was) (?:ever )?(?:right|good|clean|nice) (?:enough )?(?:for|with) you`,
      `(?:everything|it all|it) (?:is|has to be|was|had to be) always (?:my (?:problem|fault|job)|about you|your way|on me)`,
      `everything is (?:always )?(?:my problem|about you|a joke to you|on your terms)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(undo|make up|excuse|change what|hurt you|fair|true|kind|right|(\w+ )?(a )?(gift|comfort|lesson|joy)|in your (last )?letter|record|bone|heart|leg)\b/,
    unlessIn: new RegExp(
      `${PRAISE.source}|\\b(broke every (bone|record)|i (said|made|told) you (was|were))\\b`,
    ),
  },
  {
    says: says(
      `(?:nobody|no one|noone|not one (?:person|of us)|none of us)(?: (?:in|at|on|of|from) (?:\\w+ ){1,3}?)? ?(?:can|could|will|would|wants to|wants|likes|dares?|dared|trusts|believes|bothers)(?: (?:to|ever|even|really|still))* (?:stand|bear|trust|believe|talk to|speak to|live with|work with|please|put up with|rely on|reach|be (?:around|near|with)|say anything to) (?:\\w+ )?(?:you|your|how you|a word you|what you|anything you)`,
      `(?:everyone|everybody|the whole \\w+|all of us|we all|the entire \\w+|your own \\w+) (?:is|are|has|have|was|were)(?: had| all)? (?:enough|sick|tired|fed up|against|afraid|scared|ashamed|embarrassed|disappointed|had it)(?: to death)? (?:of|by|with|in) (?:you|your|how you)`,
      `(?:nobody|no one|noone|nothing|none of us)(?: (?:in|at|on|of|from) (?:\\w+ ){1,3}?)? ?(?:has|have|was|is|were|will be|would be) (?:ever )?(?:been )?(?:good enough|enough|right|worthy) for you`,
      `(?:everyone|everybody|we all|all of us|the whole \\w+) (?:has|have|had) to (?:\\w+ ){1,6}(?:around|because of) (?:you|your)`,
      `only (?:\\w+ ){0,7}?when (?:it (?:is|was) (?:convenient|easy) for you|it suits? you|you (?:need|want) something)`,
      `none of you (?:have |has |had |were |are |was |could |would |can |will )?(?:ever |even |really |bothered |once )*(?:given|gave|cared?|listen(?:ed)?|ask(?:ed)?|help(?:ed)?|stood|supported|believed?|came|come|been there|was there|were there|there|understands?|understood|visited|visit|thanked|wanted|loved|liked)`,
      `(?:you lot|you all|you two|you guys|all of you|your (?:whole )?(?:family|side|friends)) (?:have |are |were )?(?:all )?(?:always|never)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^((so |very |more |better |nicer )*(kind|nice|good|welcom\w+|generous|warm|made (me|us) (feel )?welcome|to (me|us) (like|as) (kindly|well)))\b/,
    unlessIn: PRAISE,
  },
  {
    says: says(
      `there (?:is|was|has been|had to be) always (?:been )?(?:some|something (?:wrong|else|more important|to complain)|an excuse|another excuse|a problem|drama|a reason (?:why you|not|you could)|somebody|someone (?:else|more)|a catch|a row|a fight)`,
      `there (?:is|was|were|has been|are) never (?:been )?(?:any |a |an |one |enough )?(?:excuse|thanks|thank you|love|affection|time for (?:me|us)|room for (?:me|us|my)|place for (?:me|us)|space for (?:me|my|us)|apology|sorry|kind word|praise|good word|warmth|hug|respect|interest)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter: /^((\w+ )?(to (laugh|hope|smile|visit|see|come)|with (room|a bed|time)))\b/,
    unlessIn: new RegExp(`${PRAISE.source}|\\b(at your (table|house)|i (did|had|gave|made))\\b`),
  },
  {
    says: says(`(?:like|as) (?:always|usual|ever)`),
    alsoReported: true,
    unlessBefore: /\bi (\w+ )?(said|told|thought|shouted|claimed)\b/,
    onlyBefore: new RegExp(
      `\\byou (?:[\\w ]+ )?(?:late|again|wrong|${HURTFUL})(?!\\w)[^,]*,?$|\\byou [^,]*\\b(?:yourself|your own way),?$|^(?:again|late)\\b.*\\byou\\b|\\byour (?:fault|way|turn)\\b[^,]*,?$`,
    ),
    unlessIn: new RegExp(
      `${PRAISE.source}|\\b(you (were|are) (right|kind)|i (had|did|was|am|sent|drank|thought))\\b`,
    ),
  },
  {
    says: says(`your (?!${GOOD_IN_SOMEBODY}\\b)\\w+(?: \\w+)? (?:always|never)`),
    onlyAfter:
      /^(last|lasts|lasted|hold|holds|held|works?|helps?|end|ends|ended|come true|arrives?|comes? (back|first|before)|came (first|before)|wins?|changes?|stop|stops|meant anything|mean anything|means anything|fit|fits|adds? up|leads? to|sounds?|turns? (into|out))\b/,
    unlessBefore: NOT_SAID,
    unlessIn: PRAISE,
  },
  {
    says: says(`you (?:just |really )?only(?: ever)?`),
    onlyAfter:
      /^(ever )?(ring|call|phone|text|write|come (round|over|here|home|to (me|us)|by)|visit|talk|speak|contact|message|remember|show up|turn up|think about|think of|care about|care for|see (me|us)|want (me|us)|need (me|us)|love (me|us)|like (me|us)|notice (me|us)|get in touch|listen|help)\b.*\b(when|if|because|yourself|money|work|what (suits|you want|you need)|your own)\b/,
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(
      `${PRAISE.source}|\\b(i (have|did|made|hurt|was)|please|your own (good|time))\\b`,
    ),
  },
];
