import { ACCEPTED, anyOf, says, unlessSaid, type Rule } from "../rule.ts";
import { WRONGS } from "../lexicon.ts";
import { TURNED_ROUND } from "./turned-round.ts";

/** Not said of the other today: denied, supposed, asked, or once said. */
const NOT_SAID =
  /\bnone of (it|this|that|what [\w ]+|all this|the \w+) (is|was|were|has (ever )?been)( \w+)?$|\b(not|never|nothing|none|no one|nobody|hardly|if|whether|feel|feels|felt|as if|as though|was it|is it|wanted it to be|believe|think|thought|pretended|sure|like)( that)?( it (was|is))?$|\b(not (because|think|believe|mean|true|say|saying|on|want|your)|is not|was not|never|nothing|nobody|no one|if|whether|as if|as though|did i|was it|is it|were you|do you feel|do you think|i (pretended|acted|said|used|claimed|told|made it)|made you (feel|think|believe)|let you (think|believe)|do i|(think|thinks|thought|believe|believed|convinced|claim|claims|hints?|heard|wrote|told \w+)( that)?( it| you| this)?|not a second|nor)\b[^,]*$/;
/** What one may thank another for in the same form of words. */
const THANKS =
  /\b(thank you|thanks for|grateful|owe you|learned|learnt|sober|finished|school|believed in|believe in|love you|loved you|happy|glad|proud|safe|praise|best in|laughing|kindly|dared|hope|better|alive|survived|got through|made it through|saved|therapy|stopped (drinking|smoking|using|gambling)|quit (drinking|smoking)|passed|still here|would not be here|ambulance|a good|smile|still have|can (sleep|read|cook|swim|laugh)|because of me|my (own )?fault|i was the one)\b/;
const GOOD_AFTER =
  /^(want to |feel |so |very |really |a lot |much |more |always |a bit |even |quite )*(laugh|smile|giggle|proud|welcome|happy|happier|stronger|brave|braver|better|kinder|safe|loved|seen|heard|special|confident|calm|valued|understood|respected|wanted|needed|alive|at ease|like (?:home|family|i (?:matter|belong|can|am (?:enough|loved|somebody)))|at home|what i am today|what i am|who i am|believe|dinner|breakfast|lunch|supper|tea|coffee|soup|toast|a|an|your|some|this|that|the(?! bad| villain| guilty| laughing| fool| problem)|my|our|two|one|promise|see|realise|realize|listen|understand|think|live|be (?:honest|kind|brave|good|there)|eat|rest|read|sing|dance|sure|part|king|grateful|hopeful|calm|be better|try (again|harder)|go to (the doctor|therapy|hospital)|call|aware|good|warm|it|with your|by hand|something|pancakes|curious|interested|feel (at ease|at home))\b/;
/** What would have come without the other is bad: this is thanks. */
const SPARED =
  /\b(i|we|he|she|they|the \w+) (would|might|could) (\w+ )?have (\w+ )?(given up|died|failed|drowned|starved|dropped out|gone (under|mad|hungry|to prison)|quit|been (lost|alone|dead|homeless|lonely)|lost (hope|heart|my mind)|stopped (writing|believing|trying)|broken down|ended up|killed myself|never (met|learned|learnt|known|found|finished|dared|seen))\b/;
const A_PLACE =
  /^(safely |all the way |right |straight )*(home|there (?!night)|here|to (the|a|my|your|our|work|school|town|hospital) ?(?!edge|brink|point|bottle|drink|limit|arms|end|breaking)(hospital|clinic|doctor|station|airport|school|house|office|church|meeting|interview|shop|sea|beach|wedding|funeral|door|court|lake|work|therap\w+|dentist|\w+ment)?\b(?! (lie|drink|leave|it|this|shout|hit))|on the swing|up the hill|to (work|school|town|hospital|apply|be better|study|finish|learn|try|see)|round|around)\b/;
const HAD =
  "(?:(?:have|had|just|still|really|only|always|all|do|did|are|were|literally|practically|basically|completely|totally|slowly|finally|\\w+ly|keep|kept|so) )*";
/** What of another may be said to have made somebody do a thing. */
const YOUR_WAYS = `your (?:constant |endless |own |bloody |damn )?(?:behaviour|behavior|attitude|temper|drinking|silence|silences|moods?|lies|distance|criticism|indifference|anger|jealousy|cruelty|affair|rage|neglect|control|obsession|contempt|comments?|remarks?|games|threats|tantrums|mother|family|job|work|(?!kind|happi|good|gentle|thoughtful)\\w+ness|\\w+ing)`;
const BAD_FEELING = anyOf(`
  cry miserable lie leave angry mad sick ill afraid scared anxious insecure jealous small stupid worthless unwanted
  ashamed guilty hate crazy lonely bitter suspicious late lose doubt choose
`);
const DID_WRONG = new RegExp(
  `\\bi (?:just |really )?(?:did not|never|could not|do not|can not|will not|would not) (?:come|call|go|write|tell|visit|answer|speak|talk|sleep|trust|say|work|help|show|eat|pay|ring|reply|want to)\\b|\\b(?:i|me|i am|myself|my (?:temper|anger|drinking|lying|shouting)) (?:(?:only|just|even|had|have|am|was|did|simply|then|of course|did not|\\w+ly|ended up|started|began|kept|had to|to) )*${WRONGS}\\b|\\b(?:i am|i was|i got|i get|i became|am i) (?:so |like |this |only |always )*(?:like this|this way|cold|cruel|angry|mad|jealous|rude|distant|bitter|tired|late|short|furious|broken|anxious|insecure|afraid|in debt|depressed|alone|suspicious|paranoid|drunk)\\b`,
);
const WOULD_NOT =
  /\b(i would(?! (ask|teach|worry|show|invite|lend|make you|cook|drive|not (blame|hold|mind|be (angry|surprised|here|alive))|understand|like|love|want|be (glad|grateful|happy|there|here|lucky|able|so (glad|happy|grateful))|have|know|never know|respect|accept|come|listen|help|bring|go|try|write|still|leave you|wait|answer|take|give|pay|send|tell|say|read|call|feel (better|glad|lighter)))|i (would|could|might|should) (not |never )?(ever |even |just |still |perhaps )?(have|of) (?!understood|come|helped|stayed up|waited|listened|been there|known|gone with|survived|made it|coped|got through|passed|managed|dared|learn|finished|found (a|my|the) )|i would not (ever |even )?(be (like|so|in|this|drinking|shouting|angry|here shouting)|need|have|feel|act|lie|shout|drink|check|keep)|i would (still|never|be (happy|fine|calmer|nicer|kinder))|none of (this|it|that)|nothing would have|we would not be here|(this|it|that|things|we) would (not|never|still|have(?! (choked|died|drowned|frozen|burned|starved|missed|got lost)))|we would (not|still|be)|there would (be|have been) no|i could have been)\b/;

/** The other is made the cause of what the writer did or felt, or is handed a share of it. */
export const BLAME: readonly Rule[] = unlessSaid(ACCEPTED, [
  {
    says: says(`(?:you|${YOUR_WAYS}) ${HAD}(?:made|make|makes|making) (?:me|us)`),
    unlessAfter: GOOD_AFTER,
    unlessBefore: NOT_SAID,
    unlessIn: /\b(do you remember|laughed|laughing|smiled|birthday|in a good way)\b/,
  },
  {
    says: says(
      `you ${HAD}(?:made|make) (?:our|my|the|her|him|them|everyone|everybody|mum|dad)(?: \\w+){0,2} (?:feel )?(?:so )?${BAD_FEELING}`,
    ),
    unlessBefore: NOT_SAID,
  },
  {
    says: says(
      `you (?:have |had )?made it (?:(?:so|too|very|really|almost) )?(?:impossible|hard|difficult|unbearable|so that)`,
      `you (?:have |had )?made it (?:so|too) easy(?= ?$| to (?:lie|steal|cheat|hate|leave))`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter: /^(for me )?(not to (love|smile|laugh)|to (hate|leave|hurt|lie to) you)\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `(?:look|see) (?:at )?what you (?:have |had )?(?:made (?:me|us|of)|did(?= ?(?:$|,|to))|done|do to|are doing|make (?:me|us))`,
      `you did this to (?:us|me|her|him|them)`,
      `you (?:have )?let (?:it|things|us|this|me) (?:get(?! to the| in| home| out of bed)|become|reach|come to this|slide|go (?:this|so|too|that))`,
      `you let (?:me|him|her) get (?:to (?:that|this)|so|this|that)`,
      `you know (?:very well |exactly |full well )?what you (?:did|have done)(?= ?$| ?,| to)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(with (the|that|this|your) \w+|went the song|the song|that i had|away with|home|to (the|bed|sleep)|for (me|us|them|him|her) (that|and|with such))\b/,
    unlessIn: /\bthe song\b/,
  },
  {
    says: says(
      `(?:you|${YOUR_WAYS}|living with you|being with you) ${HAD}(?:drove|driven|drive|drives|pushed|push|pushes|dragged|reduced|led|lead|sent) (?:me|us|him|her|everyone|everybody|mum|dad) (?:(?:straight |right |back )?to (?:it|this|that|drink|despair|tears|breaking|the (?:edge|brink|bottle|point|limit|end)|my (?:limit|limits|wits)|(?!the|a|my|your|our|work|school|town|hospital|church|practice|training|rehearsal|every|each|all|see|apply|study|finish|be|learn|try|get|go|help|believe in|have|a love|love|god|church|christ|safety|trust)\\w+)|into (?:her|his|the arms|it|this|that|a corner|somebody|someone|another|lying|debt|a|my)|over|away|out of|out|mad|crazy|insane|mental|nuts|bonkers|to distraction|up the wall|round the bend|too far|past|beyond|until|and (?:pushed|drove)|there night)`,
      `(?:you|${YOUR_WAYS}) ${HAD}(?:forced|force|provoked|provoke|manipulated|bullied|tricked|cornered|goaded|baited|needled|triggered|pressured|riled|egged) (?:me|us|him|her|my|our)`,
      `you provoked`,
    ),
    unlessAfter: new RegExp(`${A_PLACE.source}|^(nothing|no one|nobody|flowers|home)\\b`),
    unlessBefore: NOT_SAID,
    unlessIn:
      /\b(to the (hospital|clinic|doctor|station|airport)|on the swing|pushed me to (apply|be|study|finish|see a doctor|get help)|drove (me|us|him|her) home)\b/,
  },
  {
    says: says(
      `you ${HAD}(?:wound|wind) (?:me|us) up`,
      `you ${HAD}(?:set me off|work(?:ed)? me up|broke me|wore me (?:down|out)|ground me down|grind me down|tore me apart|tear me apart|messed (?:me|us|my (?:head|life)) up|mess(?:ed)? with my|screwed (?:me|us) (?:up|over)|fucked (?:me|us) up|got (?:under my skin|me (?:so|into|in|to the)|us (?:into|in))|get me so|turn(?:ed)? (?:me|her|him|them|us) (?:into|against)|push(?:ed)? my buttons|bring (?:it |this )?out the worst|brought out the worst|bring out the worst|cost (?:me|us)|led me (?:on|to (?!the|a|my|your|our)\\w+)|put me (?:in (?:that|this|a|an)|through(?! (?:university|college|school|training|uni|law|medical|the (?:course|exam|training)|to)))|robbed|stole my|ate up my|taught me to (?:lie|hide|be afraid|mistrust|hate|fear|doubt|feel|be ashamed|expect nothing|trust no))`,
      `you (?:were|are) (?:just |practically )?asking for it`,
      `you ${HAD}(?:ruined|wrecked|destroyed|spoiled|spoilt|poisoned|sabotaged)(?! your)`,
      `you (?:have )?caused (?:all |most |half )?(?:of )?(?:this|it|my|that|our|the)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(heart|the cake|none|no|to the (door|sea|table)|a (?:better|kinder|stronger)|on the (list|team))\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `because of (?:you|what you|how you|the (?:way|things) you|your (?!help|kindness|love|patience|letter|illness|dad|mother|father))`,
      `because (?:of )?you`,
      `because that is how you`,
    ),
    onlyBefore: DID_WRONG,
    alsoReported: true,
    unlessBefore:
      /^i (was|am|felt|feel) (so |very |really |just )*(angry|sad|hurt|scared|afraid|lonely|worried|upset|disappointed)( with you)?$|^i cried$|\b(told|claimed|believed|thought|wrote|pretended) (\w+ )?(that )?(it was|i|this was|my)\b|\b(not|never|not say|it was not|no longer|none of it|nothing)\b( \w+){0,3}$|\bnot$|\b(blamed|blame|because)\b[^,]*$/,
    unlessAfter:
      /^((looked|seemed|sounded|remembered|sang|smiled)\b|did not (?:accept|deserve|let|give in|agree)|did not$|such|a |so (kind|good|brave|patient|gentle)|gave (it|me|us|them)|made me (laugh|smile|happy)|should (know|hear|have)|have (a|the|every) right|had (a|every|the) right|(are|were) (coming|in|at|waiting|my|the|right|young|asleep|pregnant|afraid|scared|hurt|crying|sad|proud|worth|good|better|so (kind|good|brave|patient|young|sweet|happy|tired))|believed|trusted|forgave|stayed|might|may|loved|cared|can (?!not)|could (not )?(see|hear|know)|sent|wrote|brought|came|held|asked me|asked us|asked for|are ill|were ill|were sick|were tired|were there|were kind|are kind|like|love|loved|deserve|deserved|needed|wanted (me )?to|are my|were in (hospital|pain)|had (a|an) (exam|fever|interview|operation|baby)|said there|told me the truth|helped|believed)\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `because of (?:you|what you (?:did|said)|how you|the way you|your (?!help|kindness|love|patience|letter|illness))`,
      `through your (?:fault|doing)`,
    ),
    onlyBefore:
      /\b(i (have )?lost|am like this|alone|i hate|am afraid|broken|broke|ill|sick|i cried|mess|debt|in therapy|where we are|that is all|it is all|this is all|divorced|homeless|ruined)\b[^,]*$/,
    unlessBefore: /\b(not|it was not|is not|was not|never) (all )?$|\bnot because\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `because of (?:what|how|the way) you(?! (?:helped|loved|taught|held|stood|gave|wrote|listened|spoke up|looked after|cared|forgave|built))`,
      `because of ${YOUR_WAYS.replace("|mother|family|job|work", "")}`,
    ),
    unlessBefore:
      /\b(not|never|none of it|it was not|nothing)( only| just)?$|\bnot (?:\\w+ )?because\b/,
    unlessIn: THANKS,
  },
  {
    says: says(`it is because of you`),
    onlyAfter:
      /^(that )?(i|we) (do not|can not|lost|have (lost|no)|hate|never|am (?!alive|here|better|sober)|drink|cry|had to|are)\b/,
    unlessBefore: NOT_SAID,
  },
  {
    says: says(`because you`),
    onlyBefore:
      /\b(where we are|that is|that was|this is|only|simply|it is|it was) ?(only |just |all |simply )?$/,
    unlessBefore: /\bnot (only |just )?$/,
    unlessAfter: /^(asked|are (kind|loved)|deserve|love)\b/,
    unlessIn: THANKS,
  },
  {
    says: says(`(?<=^)because (?:of )?(?:you|the way you|what you|how you)`),
    onlyAfter: new RegExp(
      `${DID_WRONG.source}|^i (?:have )?(?:lost|can not|never|miss|missed|hate|have no)\\b`,
    ),
    unlessAfter: /^(asked|wanted|needed|deserve)\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `(?:since|as|when|whenever|after|once) you (?:were|are|never|would|kept|always|had|did|refused|started|poke|keep|start|act|push|look|treat|talk|speak)`,
    ),
    onlyBefore: new RegExp(
      `${DID_WRONG.source}[^,]*$|\\b(?:only|just) (?:comes?|came|happens?|get|got|gets)[^,]*$`,
    ),
    onlyAfter:
      /\b(never|around|not|refused|would not|cold|away|kept|like that|like a|at it|me|my|on and on|too far|nagging|needling)\b/,
    unlessBefore: /\b(you (were|had)|first)\b/,
    unlessAfter:
      /\b(asked|alone|ill|sick|asleep|needed|crying|cried|told me|trusted|pregnant|tired|at work|with (your|the))\b/,
    unlessIn: /^i (know|am sorry)|\bsorry\b|wrong\b|ashamed/,
  },
  {
    says: says(
      `your (?:own |damn |bloody |fucking )?fault`,
      `your (?:own )?(?:doing|making|responsibility that)`,
      `your fault too`,
    ),
    onlyBefore:
      /^$|\b(is|was|be|all|entirely|partly|half|just|also|as much|largely|it|am|mainly|and|are|were|mostly|only|really|totally|,)$/,
    unlessBefore: NOT_SAID,
    unlessIn: /\bmake it look\b|\bmade it look\b/,
  },
  {
    says: says(
      `if you (?:had|have) (?:(?:not|just|only|ever|once) )*(?:\\w+)`,
      `if you (?:did|do|were|was|would) (?:not|just|only)(?: keep)?`,
      `if you were (?:\\w+er|so)`,
      `if you did (?:something|your|more|anything)`,
      `if you (?:came|gave|let|kept|took|made|said|thought|spent|answered|wanted|could)`,
      `if you (?:just |only )?(?:paid|listened|told|stopped|cared|acted|trusted|treated|behaved|talked|looked|helped|tried|asked|showed|loved)`,
      `if you were (?:a bit |a little |more |less |not |kinder |nicer |only |ever )+`,
      `had you (?:not|only|just|ever|once|told|listened|been|asked|let|paid|come|stayed|said|given|shown)`,
      `were you (?:not|more|less|a bit)`,
      `if (?:only )?you had`,
      `if you could (?:just |only |ever |once )*(?:let|have let|be|stop|listen|trust|control|see)`,
    ),
    onlyIn: WOULD_NOT,
    unlessIn:
      /\b(live without you|be missed|lost without|still have me|that is on me|i would (not blame|understand|be (glad|grateful|happy to|there|here|lucky))|would (be|mean|help) (a |the |so |me |very )?(great |good |lovely |kind|nice|world|lot|glad)|if you (would|had) (rather|like|prefer)|if you had (been (told|there|in my)|known|called off)|you (could|would|might|should) (have )?(chosen|been|still)|ambulance|be (here|alive)|deserved (it|that)|have lied again|lied (anyway|all the same)|i would (only |just |still )?have (denied|lied|refused|laughed|said no|hidden|made (it up|something up))|still have (lied|left|done|gone)|have (done the same|hit|hurt|let) you|if you had not (helped|been there|called|found|come (to|for)|held|stopped me|stayed|written|believed|taken me|driven))\b/,
    unlessAfter: /^((me|us) (to|not to) \w+|rather|like (to|it)|prefer|here|been told)\b/,
    unlessBefore: /\b(not blame you|even|as|understand|and)$/,
  },
  {
    says: says(`(?:maybe|perhaps) if you`),
    onlyIn: /\bi (would|might|could)\b/,
    unlessIn: /\b(like|want|ready|willing)\b.*\b(talk|meet|call)\b/,
  },
  {
    says: says(
      `if it (?:was|were|had) not (?:been )?for (?:you|your)`,
      `if not for you`,
      `but for you`,
    ),
    unlessIn: new RegExp(`${THANKS.source}|${SPARED.source}`),
  },
  {
    says: says(
      `you (?:have |had )?(?:left|gave|given|leave|give) me (?:with )?(?:no|little|every|zero|without|not much|without any|all the)(?: other| real)? (?:choice|option|alternative|reason|way|chance)`,
      `you left me with no`,
      `you gave me no`,
      `what (?:was i|were we|else was i|am i|did you expect|choice did i have|else could i)(?: supposed| expected| meant| me)?(?: to)?`,
    ),
    unlessAfter:
      /^(to (hope|love|stay|believe|be proud|doubt|complain|trust|worry|leave you|be angry|lie)|and i took it)\b|^(from me|bring|wear|buy|pack|cook|read|tell|ask|of me|to (hear|know|talk))\b/,
    unlessIn: THANKS,
    unlessMatch: /^what am i/,
    unlessBefore: /\b(say|said|claim|pretend\w*|not|tell myself|told myself)( that)?$/,
  },
  {
    says: says(
      `you (?:have |always |are the one who |were the one who )?(?:started|start|began) (?:it|this|that|all|the (?:fight|row|argument|whole)|keeping|shouting|lying|screaming|yelling|drinking|cheating|everything|first|with (?:the|that))`,
      `(?:you are the one|you were the one|it was you|it is you) (?:who|that)(?! (?:know|knows|knew|wanted to|had been|is (?:right|better)|was on|could|can (?!not)|may|must be|has the|have the)\\b)`,
      `was you (?:who|that) (?:always |first |had |has |have |just )*(?:started|starts|ruined|left|broke|lied|lies|walked|insisted|decided|pushed|made (?:me|us)|cheated|wrecked|gave up|spoiled|threw|turned (?:away|him|her|them|us)|forgot|wanted (?:this|it|to (?:move|leave|split|have))|provoked|screwed|messed|destroyed|caused|drove (?:me|us) (?:to|away)|did this|refused|invited|needs to|should)`,
      `you (?:are|were) the (?:cause|problem|one to blame)`,
      `you (?:are|were) the (?:only |whole |main )?reason (?:why |that )?(?:i (?:stopped|quit|left|drink|lost|lie|lied|can not|hate|never|do not|have (?:no|to|trust)|need|am (?:like|so|alone|ill|sick|in|on|afraid|not|broke|depressed)|cry|had to|was (?:late|angry|drunk))|we (?:broke|split|lost|are in|can not|never|fight|had)|mum|dad|my|the|everything|this|it|our)`,
      `(?<!a )(?:reason|cause|problem)(?: (?!not|never)[\\w']+){0,6} (?:is|was) you`,
    ),
    unlessAfter:
      /\b(school|painting|laugh|smile|helped|saved|car|fire in the stove|hurt|was hurt|suffered|paid for|cleaned|stayed|deserve|deserves|rang|wrote|came|sat|cooked|asked|told me the truth|kept|made (?:us|me) (?:laugh|smile|believe)|gave|carried|lost|was (?:right|alone|hurt|brave|there|left)|wanted to (?:talk|know|see|try|stay)|forgave|tried|said sorry|worked|looked|listened|noticed|found|thought|understood|knew|cared|showed|(?:always )?(?:remembered|held|stayed|forgave|listened)|held|loved|believed|stood|dared|taught|called|waited|kept us|got out|lives? with)\b/,
    unlessBefore: NOT_SAID,
    unlessIn: new RegExp(`${THANKS.source}|\\b(not|never) fair\\b`),
  },
  {
    says: says(
      `we (?:have |had |were |are )?both(?: have| had| are| were)? (?:made (?:\\w+ )?(?:mistakes|errors|choices|a mess|messes|it worse)|(?:did|done) (?:\\w+ )?(?:things|wrong|damage|harm|stuff|it)|hurt (?:each|one|people|someone)|(?:share|shared) (?:the|some|in the) (?:blame|fault|guilt|responsibility)|played (?:a|our) (?:part|role)|contributed|responsible|guilty|at fault|to blame|wrong|messed (?:up|it)|screwed|lied|failed (?!the|our (?:exams?|tests?))|have (?:our (?:share|part|faults|mistakes)|a (?:part|share|hand)|things to (?:answer|be|apologise))|had (?:our (?:part|share|faults)|a (?:part|share|hand))|got it wrong|need to (?:own|take|look|change))`,
      `we (?:have )?both said (?:things|stuff|words|hurtful|terrible|some)`,
      `both of us (?:are|were) (?:to blame|at fault|wrong|guilty|responsible|in the wrong)`,
      `both of us (?:made (?:\\w+ )?mistakes|did (?:things|wrong|damage)|said (?:things|stuff)|share the|played (?:a|our)|lied|hurt each other|(?:have|had) a (?:part|share|hand))`,
      `(?:both|each) of us (?:made|has|have) (?:\\w+ly )?(?:mistakes|a|our|their|things|something|his|her)`,
      `it (?:always )?takes two(?: people)?(?= ?$| ?,| to (?:wreck|fight|argue|tango|quarrel|make|break|ruin|row|lie|end|destroy|split|start|keep a (?:fight|quarrel)))`,
      `neither of us (?:is|was|were|are) (?:innocent|perfect|blameless|without|a saint|an angel)`,
      `we each (?:have|had|played|did) (?:our|a)`,
      `(?:there (?:are|were) )?(?:always )?two sides(?= ?$| ?,| (?:to|of) (?:this|it|every|the (?:story|argument|coin)))`,
      `there (?:are|were) two of us in`,
      `(?:half|part|some|most|much|all|a lot|plenty) of (?:it|this|that|the (?:blame|problems?|fault|trouble))(?: all)? (?:is|was|were|are|lies|lay) (?:on|with|because of|down to) you`,
      `(?:problems?|blame|faults?|mistakes?|mess|lies|fights|rows|trouble)[\\w' ,]{0,30} (?:half|part|some|most|plenty) of (?:it|them|which|that) (?:is|was|were|are) yours`,
      `(?:the|some|part of the|half the) (?:blame|fault|responsibility) (?:is|was|lies|lay) (?:also |partly |all |squarely |as much )?(?:yours|on you|with you)`,
    ),
    unlessAfter:
      /^(\w+ )?(to (lift|carry|move|hold|sing|dance|play|be (there|here|seven)|the (sea|school|shop|party|cinema|concert))|people to (lift|carry|move|push)|invited|tired|here|alive|the sea|school|work|dinner|there|home|to (the|work|school|rest|eat|sleep|sign|see|hear|go|be)|our (jobs|work|own (room|car|key)|coats)|a (key|car|cold|job|day off)|(a|the) (long|good|nice)|of the (street|bed|bridge|house|room|coin)|goodbye|the same (school|street|class|job)|born|for (?:the (?:children|kids|dog|cat|house|garden|bills|rent)|our (?:children|kids|son|daughter))|the dog|that dog|wanted|liked|loved|hungry|sick|ill|asleep)\b/,
    unlessBefore: /\b(not|say that it was|easy to say|hide behind|used to say|never|if)\b[^,]*$/,
    unlessIn: /\b(but it was (me|i)|not both|wardrobe|sofa)\b/,
  },
  {
    says: says(
      `(?:you )?(?:only )?(?:have|has|had|got)? ?(?:only )?yourself to (?:blame|thank)`,
      `(?:brought|bring|bringing) (?:(?:it|this|that|all of (?:it|this)|everything) )?(?:all )?(?:on|upon) yourself`,
      `you had (?:it|this|that) coming`,
      `you (?:asked|were asking|practically asked) for (?:it|this|that)(?= ?$| ?,| and| when| with)`,
      `you (?:are|were) (?:(?!not |never |hardly )\\w+ )?(?:to blame|responsible(?= ?$| ?,| too| as well| for (?:how|what|why|this|that|it|me being|my|our|all|everything|the (?:state|mess|end|break|fact|way|fight|silence|death|loss))\\b)|at fault)`,
      `(?:that|this|it|this one|that one|it all|all of it|all this|a lot of (?:it|this)|the rest|everything) (?:is|was) (?:\\w+ )?(?:all |partly |also |just )?(?:as much )?(?:on|down to) you`,
      `(?:is|was|are|were|be) (?:all |partly |also |mostly |entirely )?down to you`,
      `is on you`,
      `i (?:do |still |really |will always |partly )*(?:blame you|hold you (?:responsible|accountable|guilty))`,
      `thanks to your (?:lies|temper|mother|drinking|games|mood|moods)`,
      `your (?:\\w+ )?(?:behaviour|behavior|drinking|temper|silence|attitude|coldness|jealousy|moods|lies|nagging|distance) (?:is|was) (?:why|the reason|what)`,
      `you (?:have to|should|must|need to|ought to|could) (?:\\w+ )?(?:admit|accept|own|see) (?:that )?(?:you (?:played|had|did|were)|your (?:part|share|own))(?: your)?(?: part| share)?`,
      `you (?:also |too )?(?:played|had|have) (?:your|a|an equal) (?:own |big |good )?(?:part|share|hand|role) in(?! the (?:work|play|garden|cooking|choir|show|film))`,
      `you (?:also |too )?(?:played|did) your (?:own )?part(?! (?:of|and|, and i))(?! , and i)`,
      `(?:look|looked|looking) at your(?: own)? (?:part|behaviour|actions|role|share|side|own)`,
      `(?:look|looked|looking) at yourself (?:first|before|too|for once)`,
      `before you (?:point|blame|judge|accuse|start on)`,
      `you (?:are|were) (?:just |every bit )?as (?:guilty|bad|wrong|much|responsible)(?: as)?`,
      `you (?:are|were|have been) (?:not|no|hardly|far from|never) (?:exactly |so |entirely |completely |all that |totally |quite )*(?:a |an )?(?:innocent|blameless|saint|angel|faultless|without (?:blame|fault)|squeaky clean|victim)`,
      `you (?:are|were) not perfect either`,
      `you (?:knew|know)(?: exactly| full well| perfectly well| very well| damn well)? (?:how i (?:get (?=when i|if i|$|,|after)|react)|what (?:would happen|happens when|i am like))`,
      `you (?:knew|know) (?:exactly|full well|perfectly well|damn well) (?:how|what|that|it|i)`,
      `you (?:can|could|should) not (?:put|pin|blame|lay|dump|place|load) (?:all|everything|it|this|the|every)(?: of)?(?: \\w+)? (?:all )?(?:on|at) (?:me|my)`,
      `do not (?:put|pin|blame|lay|dump) (?:all|everything|it|this|that)(?: of)?(?: \\w+)?(?: all)? (?:on|at) (?:me|my)`,
      `i (?:am|was) not the only (?:one|person)`,
      `(?:it|this|that) (?:is|was) not (?:just|only|all|entirely|solely) (?:me|my (?:fault|doing)|i|down to me|on me)`,
      `not (?:just|only|all|entirely) my fault`,
      `do not (?:act|pretend|behave|make out|play)(?: like| as if| as though| that)? you(?: are| were| had| have| did)? (?:nothing|innocent|perfect|blameless|the victim|an angel|a saint|not|never|better|no)`,
      `(?:comes?|came|is what comes) (?:from|of) (?:living|being) with you`,
      `(?:anyone|anybody|any (?:man|woman|person|mother|father)) would(?: have)? (?:\\w+ )?(?:${WRONGS}|lose|lost|left|done the same|have)`,
      `you (?:might|may|could|should|ought to) (?:want to )?(?:look|take a look) (?:hard )?at (?:your own|yourself|your part)`,
      `(?:everything|it all|it|things|the trouble|the whole thing) (?:went wrong|fell apart|went downhill|turned sour|went to pieces)(?: with you| (?:on )?(?:the (?:day|moment|minute|night)|when|once|after|since) you)`,
    ),
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(i (needed|need|wanted|meant|like|liked|felt|hoped)|to (bring|cook)|if i (drank|drink|went|go|stopped|started|fell)|for nothing|back\b|letter\b|to (decide|say|choose|answer)|for the way i feel about|to you$|in the (mirror|play|film)|in my (life|plans|heart)|, (and )?i (say|said) that|who loves|who (misses|missed|loves|was hurt|cared))\b/,
    unlessIn:
      /\b(blame you if|well|success|proud|all that is good|would not blame|used to|i (once )?said|blamed you|for years i|hear from you|because of me|my (?:own )?mistake)\b|\bthanks to you ,? ?(i|we|the kids|he|she|they) (finished|can (?!not)|have (?!no|lost|to)|got|learn|found|passed|know|could|am (?!alone|in debt|broke|afraid)|are (?!alone|in debt|broke|afraid|not))/,
  },
  {
    says: says(`i would have`, `i would never have`),
    onlyIn: /\bif you\b.*\b(kinder|nicer|less|more)\b/,
    unlessIn: THANKS,
  },
  {
    says: says(
      `(?:anyone|anybody|any (?:man|woman|husband|wife)) would (?:stray|leave|drink|shout|lie|snap|run|cheat|explode|have (?:left|run))`,
      `with a (?:wife|husband|mother|father|man|woman|friend|partner|daughter|son|sister|brother) like you`,
      `i (?:learned|learnt|got) (?:lying|my (?:temper|anger|moods)|to (?:lie|hide|shout|distrust)) from you`,
      `you (?:\\w+ )?(?:brought|bring) out (?:a|the|this) (?:side|part|worst|anger|beast|devil|bad)`,
      `(?:only|just|merely|simply) (?:reacting|responding) to (?:you|what you)`,
      `i (?:am|was) reacting to you`,
      `you (?:never|did not) (?:even )?(?:gave|give) me (?:a|any|the) (?:chance|reason|space|room) to (?:tell|explain|be|say|talk|show|change)`,
      `i (?:would not|am not|was not|do not|was never|never was|am never) (?:be |act |behave |feel )?(?:this way|like this|like that) with (?:anyone|anybody|other|another|someone|him|her|my)`,
      `(?:but )?you (?:lit|pulled|pressed|threw|fired|cast) the (?:fuse|trigger|match|button|first (?:stone|punch|shot))`,
      `when you treat (?:people|a person|someone|somebody|a man|a woman|me|anyone) (?:like|that|so|this)`,
      `how (?:was|were|am) (?:i|we) (?:supposed|meant|expected) to`,
      `(?:but )?you (?:had|have) (?:already |long )*left (?:me|us) (?:long |years |months )?(?:before|already|first|ago)`,
      `i have (?:you|your \\w+) to thank for (?:the|my|all the|this|that|these) (?:panic|nightmares?|debts?|mess|ulcers?|insomnia|scars?|trust|grey|anxiety|depression|divorce|loneliness)`,
      `you gave as good as you got`,
      `after (?:what|everything|all)(?: of)?(?: that)? you (?:did(?! for)|said|put|have (?:done|put|said)(?! for))(?: to| me| us)?`,
      `you would have done the same`,
      `you (?:hurt|lied to|cheated on|left|ignored|betrayed|shouted at) (?:me|us) (?:first|too|as well|before that)`,
      `you (?:lied|cheated|shouted|did it|left|yelled|hit me) (?:first|too|as well)`,
      `(?:can|could) you (?:really )?blame me`,
      `you (?:can|could) (?:not|hardly) blame me`,
      `do not blame me`,
      `(?:and )?what about (?:you|your part|what you did)(?= ?$| ?,)`,
      `whose (?:fault|doing) (?:is|was) (?:it|that|this)`,
      `(?:that|this|it) is your (?:legacy|work|handiwork|mess|problem|punishment)`,
      `you (?:were|are) (?:not|never|hardly|no) (?:exactly |very |so |always )*(?:easy|a (?:joy|picnic)|picnic|joy) (?:to (?:live|be|talk)|either)`,
      `you (?:wanted|expected|demanded|asked) too much`,
      `(?:it|that|this|the whole thing) was (?:all )?your idea(?= ?$| ?,)`,
      `you should (?:have|not have) (?:\\w+ )?(?:stopped me|known (?:better|i|me|that i)|seen it coming|told me|warned me|thought (?:of|about) that|noticed|pushed me|trusted her|left me alone|asked (?:me )?first)`,
    ),
    onlyIn: /\bi\b|\b(me|my|us|we|you)\b/,
    unlessBefore: NOT_SAID,
    unlessAfter:
      /^(have done , i ask\w* myself|how good|know how|so kind|, and i am (glad|grateful)|for (my|the) (life|job|house|children|years|best|good))\b/,
    unlessIn:
      /\b(wonderful|lucky|great idea|good idea|lovely|best|(be|help|mean) (a lot|so much|great|glad))\b|\bi would be (glad|grateful|happy)\b|\bi should\b/,
  },
  {
    says: says(`,? ?(?:and )?(?:so|which is why|that is why) (?:of course |naturally )?i`),
    onlyBefore:
      /\byou (?:\w+ )?(stopped|would not|abandoned (?:me|us)|left (?:me|us|everything)|hurt me|betrayed me|lied to me|cheated|rejected me|neglected|did not|do not|never (?:let|listened|cared|wanted|touched|came|had)|kept|refused|ignored|pushed|shut|left me|asked for|were never|were always|could not|will not|treated|went|chose|punished|made|are punishing|wanted too|expected|demanded|would)\b[^?]*$/,
    onlyAfter: new RegExp(
      `^(?:just |only |then |simply |finally |resented |naturally |had to |started |stopped |\\w+ly )*${WRONGS}\\b|^(?:found (?:someone|somebody|another|it elsewhere|comfort)|met (?:someone|somebody)|had to|went (?:back|elsewhere|to her|to him)|stopped (?:telling|trusting|talking|trying|caring|coming home|loving)|gave up|turned to|started (?:lying|drinking|seeing|hiding))\\b`,
    ),
    unlessBefore:
      /\b(did not answer|did not want|asked me|asked for (time|space|it back)|would not have)\b/,
    alsoReported: true,
    unlessAfter:
      /^(left (a|the|your|some)|stopped (writing|calling|asking|texting)|left you (alone|in peace)|took (the|a) (bus|train|dog))\b/,
  },
  ...TURNED_ROUND,
]);
