import { anyOf, says, type Rule } from "../rule.ts";

/** To forgive, or to have done with it. */
const FORGIVE = anyOf(`
  forgive_and_forget forgive let_(it|this|that|things|go_of) let_go get_(over|past)_(it|this|that|things|what)
  get_over move_(on|past|forward|beyond) forget_(it|about_it|about_this|about_that|this|that|what_happened)
  accept_(my|the|that|an|it|this) trust_me believe_(me|that_i|i) take_me_back give_(me|us|this|it)_(a|another|one)
  meet_me_halfway put_(it|this|that|all_this|the_past|things)_(behind|aside|to_(bed|rest)) drop_it
  say_(yes|it_is_(ok|okay|fine|all_right)|that_(it_is|we_are)) say_(that_)?you_forgive be_over_(it|this|that)
  find_it_in_your_heart find_(the|some)_forgiveness come_(back|round|around|home) stop_(being|punishing|bringing|holding|living|dwelling|blaming|being_angry)
  see_that_i_(have|am) see_how_(hard|much)_i start_(over|again|afresh) show_(me_)?(some_)?(mercy|grace|forgiveness) pardon_me wipe_the_slate
  turn_the_page draw_a_line make_up_with_me make_peace let_me_(back|in|off) bury_the_hatchet
  cut_me_some_slack absolve_me
`);
const TIMES = anyOf(
  `please just so then now come_on mum dad mom love for_once okay ok finally simply already really and`,
);
const CLAUSE = `(?:(?<=^|, |^${TIMES} |^${TIMES} ${TIMES} |^please , please |\\b(?:please|just|now|so|then|already|i beg you|begging you|of you) ))`;
/** Set free, asked, told of, supposed: not demanded. */
const FREE =
  /\b(not|never|nobody|no one|none of|need not|no need|whether|even if|if|before|did i|did you|so that|hope|hoped|hoping|learning|thank|once|understand|could ever|would you|told|asked|ask|asking|pressed|begged|wanted|expected|thought|think|said|say|saying|used to|wish|without|who|wonder|wondered|like|as if|to|can|could|may|might|will|i|we|until you are)( you)?( to)?( that)?( just)?$|\b(not|never|nobody|no one|no point|nothing|need not|no need|without|even if|as if|used to|told you|told me|i (thought|said|told|asked|wanted|expected|pressed|begged|used)|people (told|say|said)|once said|you (once )?said|never again|do not feel|whether)\b[^,]*$/;

/** Forgiveness, or an end of the matter, asked for as something due. */
export const DEMANDS: readonly Rule[] = [
  {
    says: says(
      `you (?:really |just |simply |surely |still |do )?(?:have to|must|should|need to|ought to|have got to|had better|got to|are supposed to|are meant to|are going to have to|could at least|might at least|should be able to|are obliged to|ought to be able to) (?:just |at least |finally |now |simply |really |learn to |try to |be able to |want to )*${FORGIVE}`,
      `you (?:should|must|need to|have to|ought to) (?:have |be )?(?:long |already )?(?:forgiven|over it|moved on|past (?:it|this)|let it go)`,
      `you (?:must|have to|need to|should) stop[\\w ]*`,
      `you (?:have to|must|should|need to) meet me`,
      `you are supposed to`,
      `you ought to`,
    ),
    onlyIn: new RegExp(
      `\\b(?:${FORGIVE}|forgiven|over it|moved on|halfway|past (?:it|this)|stop (?:punishing|living|being|holding|bringing|dwelling|blaming|looking back|going over))\\b`,
    ),
    unlessBefore: FREE,
    unlessAfter: /^(only|something only|just|yourself|the next|, only)\b/,
    unlessIn: /\b(you have to forgive yourself|forgive yourself|over the flu)\b/,
  },
  {
    says: says(
      `i (?:just |really |now |only )?(?:need|want|expect|demand|require|insist|ask|am asking|am begging|am telling) (?:that )?(?:you |for you )(?:to |will )?(?:just |finally |please |at least |now )*${FORGIVE}`,
      `i (?:just |really )?(?:need|want|demand|expect|am owed|am due|am entitled to|have earned|deserve|deserved) (?:your |some |a little |a bit of )?(?:forgiveness|pardon|mercy|absolution)`,
      `i (?:just |really )?(?:need|want) to (?:hear|know) (?:that |from you that )?(?:you (?:have )?forg\\w+|i am forgiven|we are (?:ok|okay|good|fine|all right)|it is (?:ok|okay|over|forgiven))`,
      `i (?:beg|implore|am begging) (?:of )?you(?: to)?`,
      `i need you to`,
      `i (?:want|expect|demand) you to (?:say|tell|answer|trust|come|be)`,
    ),
    onlyIn:
      /\b(forg\w+|trust me|take me back|back|yes|chance|normal|over it|let|pardon|mercy|absolution|ok|okay|good|again|answer)\b/,
    unlessBefore: FREE,
    unlessIn:
      /\bforgive yourself|earn\b|\bnot\b.*\b(expect|want|need)\b|\bi (do|will|would|am) not (need|want|expect|ask)/,
  },
  {
    says: says(`forgive (?:me|us)`),
    onlyBefore:
      /^$|(^|, |\s)(please|just|now|so|mum|dad|mom|and|then|,|love|do|come on|oh|plz|beg you( to)?|begging you( to)?|tell me you|say that you|say you|promise me you( will)?)$/,
    unlessBefore:
      /\b(you (can|could|will|would|may|might|once|said|do)|hope|never|not|god to|ask|asked|begged|to you and|if|that|goes|would like to say)\b[^,]*$/,
    unlessAfter:
      /^(for (asking|writing|bothering|being late|not|typing|sending|the (late|long|short|mess))|my (spelling|handwriting|english|bad|typing|french)|the (mess|mistakes|late|long|handwriting)|if|in case|our (trespasses|sins|debts)|myself|for (my|the) (handwriting|spelling|mess|mistakes|typos))\b/,
  },
  {
    says: says(
      `${CLAUSE}(?:just |please |finally |at least )*(?:get over (?:it|yourself)|move on|let it (?:go|be|rest)|let (?:this|that) go|drop it|forget it|accept my apology|take me back|trust me again|(?:stop|quit) (?:bringing|punishing|holding|dwelling|going over|being (?:so )?(?:angry|stubborn|unforgiving|mad|cold)|digging up|throwing it|using it|living in the past|treating me like a criminal)|do not hold (?:it|this|that)|give (?:me|us) (?:a|another|one more|one last|a last|a second|the|one) ?(?:more |last )?(?:chance|try|shot)|say (?:that )?(?:you forgive|it is (?:ok|okay|forgiven|over|fine)|you (?:still )?(?:love|will))|tell me (?:that )?(?:you forgive|you will forgive|we are (?:ok|okay|good|fine|all right)|it (?:is|has) (?:ok|okay|forgiven|fine|over)|i am forgiven)|promise me (?:that )?you will forgive|answer me|have a heart|be the bigger person|let bygones be bygones|leave it in the past|do it for (?:the kids|the children|me|us|mum|dad)|do not be (?:so unforgiving|like that|so (?:stubborn|hard|cold)))`,
      `let bygones be bygones`,
      `let us (?:just |please |all )*(?:forget|put|move on|move past|draw a line|start (?:over|again|afresh)|turn the page|wipe|leave it|not dwell|call it quits|be done)`,
      `(?:it|that) is (?:all )?(?:in the past|ancient history|water under the bridge|old news)`,
      `the past is (?:the )?past`,
      `life is too short`,
      `what is done is done`,
    ),
    unlessBefore:
      /\b(not|to|i|no need|never|had|you|who|we|that|said|they|she|he|was|would|sang|can|could|help(s|ed)?|told|let me)( just| please)?$|\b(i (told|said|shouted|wrote)|told you|you (once )?(said|told|wrote)|sang|sing|people (say|said|told)|used to|i thought|not true that|not think)\b[^,]*$/,
    unlessAfter:
      /^(me know|the key|to the next|to (bristol|leeds|a|the)|of the house|for me to|to wait|of me|if it hurts)\b/,
    unlessIn:
      /^let us (move on to|start over at|put the (dog|kettle))|\bwhen you are (ready|done)\b/,
  },
  {
    says: says(
      `(?:why|when) (?:can|will|do|are|is it|could|would|did|must) (?:not )?you (?:not |just |ever |going |finally |still |always )*(?:to )?(?:just |ever |finally )*${FORGIVE}`,
      `(?:why|when) (?:can|will|could) not you`,
      `why can you not`,
      `and you need to see that`,
      `why will you not`,
      `when (?:will|are) you (?:going to )?(?:ever |finally )?(?:forgive|trust|stop|let|get over|be over|be done|come)`,
      `(?:can|could|will|would) (?:not )?(?:you|we) (?:not )?(?:just|please|finally|at least|all|simply) (?:just |please |finally |not |at least |all )*${FORGIVE}`,
      `(?:can|could) not (?:we|you) (?:just |please |finally |at least )*${FORGIVE}`,
      `can (?:we|you) not (?:just |please |finally |at least )*${FORGIVE}`,
      `(?:is it not|is not it|surely it is|do not you think it is|it (?:is|has)(?: about| high)?|is it not about) time(?: that| to| for)?(?: you| we| us)?(?: to)?`,
      `have (?:not )?i (?:not )?(?:suffered|paid|apologised|apologized|done|waited|begged|been punished|grovelled)(?: for it)?(?: long)? ?(?:enough)?`,
      `(?:do not you think|do you not think|do not) i (?:have )?(?:deserve|suffered|paid|earned|done|been)`,
      `do i not deserve`,
      `how (?:can|could) you (?:still|not)`,
      `how much longer`,
      `is it (?:really )?(?:so|that) (?:hard|difficult)`,
      `(?:is|was) (?:not )?(?:an|my|one|a simple) (?:apology|sorry) (?:not )?enough`,
      `is sorry not enough`,
      `do you not think`,
      `do not you think`,
      `why is that so hard`,
      `who are you not to`,
    ),
    onlyIn:
      /\b(forg\w+|let it go|get over|got over|get past|over it|move on|moved on|trust me|take me back|stop|stopped|behind|past|suffered|paid|apologised|apologized|done enough|long enough|waited|begged|deserve|earned|hard|apology|sorry|angry|punish\w*|let|still mad|drop it|see that|again|start over|grovelled|come (back|home)|normal|accept)\b/,
    unlessBefore:
      /\b(tell me|know|nobody|no one|wonder|not|say|ask|asked|decide|choose|you decide)\b[^,]*$/,
    unlessIn:
      /\b(it is time (for me|to go|i)|did i|have i (not )?(asked|told|said)|i have not|tell you when it is time|stop (drinking|lying|hurting)|when you are ready|for me to)\b/,
  },
  {
    says: says(
      `how (?:long|much longer|many (?:more )?(?:years|months|weeks|times|apologies|more times)) (?:are|will|do|must|should|does|is|am|have|can|before|until|until you) ?(?:you|i|this|we|it)?(?: going to| have to| supposed to| got to| need to)?`,
    ),
    onlyAfter:
      /\b(forgive|punish|punishing|hold|holding|against|angry|sorry|silent|ignore|ignoring|apologise|apologize|pay|paying|beg|last|take|trust|wait|suffer|keep|cold|treat|bring|over|mad|say|grovel)\b/,
    unlessAfter: /\b(you (want|need|like)|carry|did i)\b|^(take|wait)$/,
    unlessBefore: /\b(tell me|know|not|decide|say)\b[^,]*$/,
  },
  {
    says: says(
      `what (?:more|else) (?:do|can|could|must|should|would|is|have) (?:you|i|there|it)(?: have| got| still| possibly)?(?: to)? ?(?:want|do|say|need|ask|expect|give|take)?`,
      `now it is your turn`,
      `the ball is in your court`,
      `the (?:very )?least you (?:can|could|might) do`,
      `(?:you )?owe (?:me|it to(?! (?:nobody|no one))|us) (?:a |an |at least |that |this |some )?[\\w]*`,
      `after (?:all|everything)(?: that)? i (?:have )?(?:did|done|do|gave|given|sacrificed|been through|went through)`,
      `you have no right to (?:stay|be|still be|keep|go on)`,
      `you have (?:made|punished) (?:me|your point) (?:\\w+ )?(?:enough|suffer|long)`,
      `you can not (?:just |still |possibly )?(?:stay|be|hold|keep|punish|refuse|go on)`,
    ),
    unlessIn:
      /\b(owe (me|us|it to me) (nothing|not|no)|owe me (twenty|ten|five|money|fifty|thirty|a (pound|tenner|fiver|euro|dollar|pint|coffee|book))|pounds?|euros?|dollars?|rent|deposit|gas|you want to know|would you (want|like) to (know|ask|say)|make it (right|up)|you need from me|to make it|help you|do for you|would you need)\b/,
    unlessBefore:
      /\b(not|never|nobody|no one|as if|think|neither|nor|that|said|ask|asked|tell me|know|whether|if|like)( that)?( you)?$|\b(not|never|nobody|as if|nor|tell me|did i|i (used|thought|acted))\b[^,]*$/,
    unlessAfter:
      /^(nothing|no|not|twenty|ten|five|fifty|to (be )?safe|calm|a secret|going|up|the dog|pace)\b/,
  },
  {
    says: says(`you can not (?:stay|be|hold|keep|go on|punish)`),
    onlyAfter: /\b(angry|mad|cross|against me|punishing|upset|forever|ever|me)\b/,
    unlessBefore: FREE,
    unlessAfter: /^(expected|blamed|here|my|the (car|dog))\b/,
  },
  {
    says: says(
      `if you (?:really |ever |truly |still |had ever |had |honestly )*(?:loved|cared|love|care|had any|had a|valued|meant|were a|believed)`,
      `if you were (?:a )?(?:real|good|true|decent|any kind of|half)`,
      `(?:a|any) (?:good|real|true|decent|loving|proper|kind|normal) (?:sister|brother|friend|mother|father|son|daughter|wife|husband|partner|christian|person|parent|human|mum|dad) (?:would|forgives|can|could|should)`,
      `(?:other|most|normal|decent|good|better|kind|loving|big) (?:people|families|couples|wives|husbands|friends|sisters|brothers|women|men|mothers|fathers|daughters|sons|christians) (?:\\w+ )?(?:forgive|would|let|move on|get over|manage)`,
      `(?:god|jesus|the bible|the church|family|families|christians|friends|love|the lord) (?:says? |tells? |wants? |teaches? )?(?:us |you |we )?(?:to |must |should |would |always )*forgiv\\w+`,
      `you (?:would|could|can) (?:have )?(?:just |easily |surely )*forg[ia]ven?(?: me)? if`,
      `you would forgive`,
      `you are (?:a )?(?:christian|catholic|believer|muslim|religious)`,
      `surely you can`,
      `everybody else has`,
      `everyone else has`,
    ),
    onlyIn:
      /\b(forg\w+|let it go|let this|forget|over it|trust me|take me back|moved on|move on|chance|heart|give me)\b/,
    unlessBefore: /\b(not|never|i (thought|said|believed|told)|hope|wonder|that|ask)\b[^,]*$/,
    unlessIn: /\bi would be (glad|grateful)|if you forgave\b/,
  },
  {
    says: says(
      `(?:everyone|everybody|anyone|anybody|we all|people|even (?:a )?(?:murderers?|criminals?)) (?:deserves?|gets?|is allowed|make|makes|needs?)`,
    ),
    onlyAfter:
      /^(a |another |to )?(second |one |fresh |new )?(chance|mistake|mistakes|be forgiven|forgiveness|start)\b/,
    unlessAfter: /\bbut this one was mine|mine\b/,
    unlessIn: /\b(mine|my fault|not this)\b/,
  },
  {
    says: says(
      `i (?:do )?(?:have )?(?:already |really |surely |think i |long )*(?:deserve|earned|deserved|am owed|am entitled to|have a right to)`,
      `i am owed`,
      `(?:not )?give (?:me|us) (?:another|one more|a second|a last|a|one last) (?:chance|try|shot)`,
      `you (?:have to|must|should|have got to|need to|could at least) give`,
    ),
    onlyIn:
      /\b(forgiveness|forgiven|chance|trust|hearing|mercy|better than (this|silence)|answer|fresh start|by now|try|shot|explanation)\b/,
    unlessBefore:
      /\b(not|nobody|never|asked|ask|if|hope|would you|could you|might|do not think|to|did|cannot|you (gave|may|can))( you)?( to)?$|\b(not|never|if|hope|ask|asked|wonder)\b[^,]*$/,
    unlessIn: /\bi (do|did) not deserve|no right\b/,
  },
  {
    says: says(
      `i (?:have|had) (?:already |now |more than )?(?:said|told you|apologised|apologized|suffered|paid|waited|been punished|grovelled|done|served|begged|changed(?= ,? ?and you))[\\w ]*`,
      `i (?:already )?(?:said(?: that)?(?: i am| i was)? sorry|apologised|apologized)`,
      `it (?:has been|is|was) (?:already |now |almost |nearly |over )*(?:a|an|one|two|three|four|five|six|ten|\\d+|more than a|long|half a|so)(?: \\w+)? ?(?:years?|months?|weeks?|ages?|long|enough|long enough)`,
    ),
    onlyIn:
      /\b(so now|your turn|now it|what more|what else|enough|already|did not i|didnt i|a hundred times|a thousand times|surely|get over|forgive me|forgive|get past|long enough|many times|over it|need to see|accept|should be|so why|why (are|can|do))\b/,
    unlessMatch: /\b(?:said|changed)$|done enough (talking|harm|damage)/,
    unlessIn:
      /\b(not|never|nothing|sorry is|words|no need|may|take (all )?the time|without|if you)\b(?! (it )?(enough|i|sorry|you))(?! forg)/,
    unlessBefore: /\b(not|after|that|if|until|although)( \w+)?$/,
  },
  {
    says: says(
      `(?:until|unless) you (?:forgive|have forgiven|take me back|say|tell me|trust|let me|answer|come)`,
      `i (?:can|will|could|would) not (?:be able to )?(?:move on|heal|sleep|rest|live|stop|eat|breathe|look at myself|go on|forgive myself|leave|give up|be happy)[\\w ]*(?:until|unless|before|if) you`,
      `if you (?:do|can|will|would|could) not (?:just )?(?:forgive|take me|let it|get over|trust|say|answer)`,
      `you will regret (?:it|this)`,
    ),
    onlyIn: /\b(i|me|my|regret)\b/,
    unlessBefore: /\bunderstand\b|\bnot (rush|press|speak|write|call|come)\b/,
    unlessAfter:
      /\b(i (will|would) (understand|accept|respect|not)|that is (fine|yours|your)|i understand|i will leave you|it is (fine|all right|your)|want|are ready|ready)\b(?! (cope|live|manage|survive|know|stop|be))/,
    unlessIn: /\b(want me to|ready|if you do not (answer|trust me|say) ?,? ?(i|that))\b/,
  },
  {
    says: says(
      `(?:it is|that is|this is|you are)(?: just| being| simply| so| really| not| being so)* (?:fair|unfair|cruel|petty|selfish|stubborn|unforgiving|heartless|mean|childish|unkind|harsh|unreasonable)`,
    ),
    onlyAfter:
      /^(that|of|for|to|by|if)? ?(you |me )?(to )?(still |keep |can not |do not |are not |not |refuse |refusing |are still |will not |hold|holding|have not|never )/,
    unlessBefore: /\b(not think|if|i said)\b/,
  },
  {
    says: says(
      `you (?:said|told me|promised|swore) (?:that )?you (?:had |have |would |will )?(?:forgave|forgiven|forgive)`,
      `i (?:have )?forgave? ?(?:given)? you`,
      `i have forgiven you`,
    ),
    onlyAfter: /\b(so|now you|why|then)\b/,
    unlessAfter: /\bso you need not\b/,
  },
  {
    says: says(`there comes a (?:point|time|day)`),
    onlyAfter: /\b(you|let|forgive|move|have to)\b/,
    unlessBefore: /\bno\b/,
  },
  {
    says: says(
      `you (?:have )?(?:still )?(?:have )?(?:not |still not )(?:yet )?forgiven`,
      `you still (?:have not|do not|will not|can not|refuse to)`,
    ),
    onlyIn: /\bforg\w+|let it go|trust me\b/,
    unlessBefore: /\b(that|if|whether|understand|know|why|fine)\b/,
  },
  {
    says: says(
      `so (?:we are fine|it is over|you can forgive|now you (?:have to |must |should )?forgive|should you|must you)`,
    ),
    onlyIn: /\b(sorry|apologi[sz]ed|changed|forg\w+)\b/,
    unlessBefore: /\b(not|hope|if)\b/,
  },
  { says: says(`you will be sorry if you [\\w ]*forgive`) },
  {
    says: says(
      `you could (?:at least|just|surely) (?:answer|try|listen|talk|write|say|reply|call|pretend|meet)`,
      `are you (?:ever |never |really |finally )*(?:going to|gonna) (?:ever |just |not )*${FORGIVE}`,
      `(?:your|a|the) (?:duty|job|responsibility|obligation|christian duty) (?:is |it is )?to ${FORGIVE}`,
      `(?:all|only thing) i (?:am asking|ask|want|am asking you)(?: for| of you)?(?: is)? (?:one|a|another|for|your|you to)(?: more| last| little)? (?:chance|forgiveness|word|try|forgive)`,
      `is (?:that|it|this) (?:really )?(?:too much|so much|asking too much)(?: to ask)?`,
      `you have to let me`,
      `(?:there is )?no (?:point|use|sense) (?:in )?(?:staying|being|holding|keeping|dwelling|going over)`,
      `do you (?:enjoy|like) (?:seeing|watching|making|punishing)`,
      `you (?:are|keep) (?:still )?(?:making me (?:pay|suffer|beg|wait)|punishing me|holding (?:it|this|that) (?:against|over)|dragging (?:this|it) out)`,
      `i (?:will not|am not going to) (?:take no|accept no|leave (?:you alone )?until|give up (?:on us|until)|stop (?:asking|until|writing))`,
      `i am not (?:leaving|going|hanging up|moving) (?:\\w+ )?until`,
      `holding (?:a |on to (?:a |your )?)?(?:grudges?|anger|resentment)`,
      `you (?:need|have|ought|should) (?:to )?work on (?:your )?(?:forgiv\\w+|letting)`,
      `life goes on`,
      `do not throw (?:away|it away|us away|everything away|all this)`,
      `(?:we have all|everyone(?: else)? has|everybody(?: else)? has|the (?:rest|others|family|kids) (?:have|has)) (?:\\w+ )?(?:moved on|forgiven(?: me)?|got over it|let it go)`,
      `you know (?:that )?you will (?:\\w+ )?(?:forgive|come|take me)`,
      `i have (?:done|served) my (?:time|sentence|penance)`,
      `enough is enough`,
      `i (?:need|want|deserve|demand) (?:closure|absolution|mercy|an answer|peace) ?(?:from you)?`,
      `forgive me and be done`,
      `so forgive me`,
      `it (?:is|has) (?:just |all |so )?(?:in the past|long ago|years ago)`,
    ),
    unlessBefore: FREE,
    unlessAfter: /^(of (my|mine)|help|carry|know if|you (drive|take)|so you|, as you like)\b/,
    unlessIn:
      /\b(i (let go|hold|held|was holding|am holding)|my (grudge|anger|resentment)|as you like|i wanted|no answer)\b/,
  },
  {
    says: says(`one word from you`),
    onlyIn: /\b(hard|all i ask|would)\b/,
    unlessBefore: /\b(not|no)\b/,
  },
];
