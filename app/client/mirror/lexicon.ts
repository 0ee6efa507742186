import { anyOf } from "./rule.ts";

// Words by what they mean, in all the forms that are read; the rules are made of them.

/** What may stand before a word without changing which word it is. */
export const ADVERBS = `(?:(?:${anyOf(`
  just really so very quite such too even still also simply only always all clearly pretty bloody fucking
  fuckin damn goddamn right ever again already kind_of sort_of a_bit a_little being becoming been both
`)}|[a-z]+ly) )*`;

/** Said of somebody, it makes them less. */
export const BELITTLING = anyOf(`
  pathetic worthless useless hopeless stupid dumb dense thick selfish lazy ridiculous disgusting crazy insane
  mental toxic evil heartless spineless gutless ignorant childish immature infantile vile unhinged deranged
  delusional psychotic twisted repulsive revolting gross nasty slimy sleazy shallow vain arrogant conceited
  smug cowardly weak feeble clingy whiny petty spiteful vindictive manipulative two-faced two_faced two_-_faced
  hypocritical self-centred self-centered self_centred self_centered self-absorbed self_absorbed egotistical
  narcissistic incompetent inept clueless brainless mindless ungrateful spoilt spoiled entitled boring ugly
  fat filthy laughable hysterical melodramatic oversensitive nuts bonkers callous idiotic moronic cruel rotten
  wicked greedy stingy thoughtless sad_little dim dim-witted dimwitted slow beneath_me beneath_us dead_to_me
  full_of_yourself full_of_shit full_of_crap full_of_it sick_in_the_head off_your_head out_of_your_mind
  a_bit_simple unlovable unbearable insufferable impossible_to_love good_for_nothing deadbeat shameless
  self_obsessed self_righteous self_important stuck_up pig_headed small_minded narrow_minded two_timing
  cold_hearted soulless pitiful contemptible despicable disgraceful untrustworthy unreliable irresponsible
  dishonest gullible needy paranoid dramatic batshit barmy dozy gormless witless daft
  horrible hateful nothing_to_me nothing_without_me trashy crap shit a_mess not_all_there soft_in_the_head
`);

/** A name for somebody that makes them less. */
export const NAMES = anyOf(`
  idiot idiots fool moron imbecile cretin twit halfwit dimwit liar liars cheat cheater coward cowards loser
  losers hypocrite narcissist sociopath psychopath psycho maniac lunatic nutter nutcase brat cow prick bitch
  bastard pig swine rat weasel toad slob monster failure disgrace embarrassment laughing_stock joke parasite
  leech sponger clown jerk doormat wimp pushover crybaby cry-baby cunt asshole arsehole arse dickhead dick
  wanker tosser git sod slut whore tramp witch hag scum trash garbage waste_of_space waste_of_time
  waste_of_a_life waste_of_oxygen waste_of_air bully freeloader gold_digger fraud phoney phony
  con_artist bore nag shrew control_freak attention_seeker airhead bimbo layabout good-for-nothing deadbeat
  traitor backstabber know-it-all know_it_all sad_case basket_case nutjob weirdo creep freak thug animal beast
  savage muppet plonker numpty pillock twat douche douchebag drama_queen big_baby man-child manchild man_child
  hopeless_case lost_cause laughingstock sorry_excuse poor_excuse pathetic_excuse piece_of_work piece_of_shit
  piece_of_dirt scrounger skinflint snake shambles mummy's_boy daddy's_girl spoilt_child spoiled_child
  little_man little_boy little_girl martyr princess lowlife low_life scumbag dirtbag crook simpleton dunce dolt
  buffoon oaf lout yob skank twerp wally prat berk knobhead bellend dumbass smartarse motherfucker fucker shithead
  snowflake wuss sissy has-been has_been piece_of_rubbish piece_of_trash piece_of_garbage piece_of_filth vermin
  excuse_for_a excuse_of_a
`);

/** What a writer did wrong, as they tell of it themselves. */
export const WRONGS = anyOf(`
  lied lie hid hide left leave shouted shout yelled yell screamed scream snapped snap drank drink drinking drunk
  cheated cheat strayed slapped slap hit pushed threw broke smashed slammed stole stopped stop quit withdrew
  ignored avoided exploded lost_it lost_my_temper lost_my_head lost_control deleted blocked gave_up cut_you_off
  spent gambled checked searched spied followed_you read_your went_quiet went_silent went_cold went_off
  went_behind went_mad went_back went_elsewhere went_out kept_quiet kept_it kept_things kept_secrets walked_out
  walked_away walked_off moved_out stormed slept_with slept_at slept_around slept_on slept_in had_an_affair
  had_to_leave had_to_go had_to_lie have_to_lie had_to_raise had_to_hide had_to_do had_to was_cold was_cruel
  was_rude was_distant was_jealous was_short was_so am_so am_like_this am_this_way got_angry got_mad got_drunk
  get_angry am_angry was_angry acted behaved reacted react only_did did_it did_that did_what said_it said_that
  said_those said_things said_what told_her told_him told_them told_lies told_everyone snuck sneaked swore ran
  ran_away kissed_her kissed_him met_someone found_someone found_somebody looked_elsewhere look_elsewhere
  cannot_sleep can_not_sleep can_not_trust can_not_be do_not_trust did_not_tell never_told did_not_say
  did_not_come did_not_call could_not_tell can_not_talk resent hate cry cried lash lashed_out shut_down
  closed_off switched_off raised_my
`);

/** What a person wishes of another and may say they never got. */
export const WISHED = anyOf(`
  listen listens listened help helps helped support supports supported care cares cared ask asks asked thank
  thanks thanked apologise apologises apologised apologize apologized say says said come comes came visit
  visited call calls called ring rings rang write writes wrote answer answers answered reply replied text texts
  texted remember remembers remembered try tries tried change changes changed stick stuck stand stood defend
  defended believe believes believed trust trusts trusted respect respects respected appreciate appreciates
  appreciated notice notices noticed see saw seen look looks looked hear heard understand understands understood
  share shared talk talks talked tell tells told let lets give gives gave given make makes made_time
  made_an_effort made_any made_the made_me_feel_good made_me_feel_loved made_me_feel_special do does did done
  lift lifts lifted clean cleaned cook cooked pay pays paid keep keeps kept put show shows showed shown want wants
  wanted love loved like liked admit admits admitted own owned_up learn learns learned learnt take takes took
  taken finish finished think thinks thought spend spends spent hug hugged hold held kiss kissed compliment
  bother bothered wait waited encourage encouraged congratulate praise praised include includes included invite
  invited consider considered consult consulted open opened satisfied happy pleased grateful content there
  around honest kind fair proud generous patient faithful loyal gentle supportive interested home on_time on_my_side
  wrong sorry able willing ready good enough clear affectionate warm mean meant stop stopped grow grew follow
  followed back backed got get gets had_time had_a_kind had_any have_time have_a_kind turn up showed_up
  treat treated introduced introduce acknowledge acknowledged choose chose compromise compromised explain explained contribute
  contributed earn earned involve involved match matched touch touched need needed
`);

/** What hurts when another does it: of this one may say "always", and thank for "never". */
export const HURTFUL = anyOf(`
  complain complains complained complaining criticise criticises criticised criticize criticized criticising
  blame blames blamed blaming judge judges judged judging shout shouts shouted shouting yell yells yelled yelling
  raise raises raised interrupt interrupts interrupted interrupting correct corrects corrected correcting forget
  forgets forgot forgetting ignore ignores ignored ignoring ruin ruins ruined ruining spoil spoils spoiled
  spoiling put_me puts_me putting_me put_us lie lies lied lying cheat cheats cheated mock mocks mocked laugh_at
  laughed_at laughing_at walk_out walk_away walked_out walked_away walking walk_off run_away ran_away run_off
  leave_me left_me left_us left_the leave_the leave_your leaving sulk sulks sulked sulking moan moans moaned
  moaning nag nags nagged nagging whine whining pick picks picked picking pick_on twist twists twisted twisting
  push pushes pushed pushing hide hides hid hiding hurt hurts hurting hit hits let_me_down let_us_down
  lets_me_down letting_me_down let_others change_the_subject changed_the_subject made_me_feel make_me_feel
  making_me made_me_pay made_excuses make_excuses making_excuses make_fun made_fun making_fun have_to had_to
  having_to assume assumes assumed expect expects expected take_her take_his take_their took_her took_his
  took_their taking_her taking_his put_yourself put_your put_work find_something find_a found_something find_fault
  found_fault get_your_way got_your_way gets_your_way want_to_win want_your_way treat treats treated treating
  act_like acted_like act_as act_so acting start_a start_an started_a starting turn_everything turn_it turned_it
  turn_into turning end_up go_on going_on play_the playing_the played_the think_the_worst thought_i thought_you_were
  think_you think_i know_better knew_better too_busy busy too_tired too late drunk angry cross in_a_mood on_that
  on_your on_the_phone at_work somewhere_else right negative cold distant the_victim gone silent jealous
  disappointed rude selfish mean so_mean gave_up give_up abandon abandoned betray betrayed hold_it_against
  held_it_against held_a grudge threw throw_it threaten threatened threatening doubt doubted doubting push_me
  control controlled controlling compare compared comparing cancel cancels cancelled canceled cancelling nitpick
  belittle belittled belittling dismiss dismissed dismissing avoid avoided avoiding disappear disappeared
  disappearing choose_her chose_her choose_your chose_your choose_work chose_work one-up undermine undermined
  undermining bring_up bring_it brought_up break broke breaking snap snapped snapping roll_your rolled_your
  overreact overreacting exaggerate exaggerating embarrass embarrassed embarrassing use used_me using
  stopped_believing stopped_loving asked_for_anything asked_for_much asked_for_more asked_for_money asked_where
  did_anything_wrong did_wrong refused shut_me shut_down shut_the_door made_a_fuss made_a_scene make_a_scene
  do_this do_that did_this did_that doing_this doing_that pull wind wound wound_me have_an_excuse have_some
  have_something have_a_go had_an_excuse give_me_that talk_over talk_down talked_over talked_down talking_over
  get_what get_everything do_the_same stick_together need_the_last have_the_last need_to_win look_down looked_down speak_over scare scared scaring frightened manipulate manipulated manipulating mess
  messed side_with sided_with siding
  resent resents resented resenting hate_me hates_me hated_me hate_us despise despised punish punishes punished
  punishing humiliate humiliates humiliated humiliating neglect neglected bully bullied bullying reject rejected
  rejecting brought_me_down bring_me_down brings_me_down bringing_me_down tear_me tore_me tearing_me exclude
  excluded excluding
`);

/** Kind or plain: of these nobody complains. */
export const KINDLY = anyOf(`
  kind gentle patient good generous fair loving brave honest welcome there thoughtful faithful loyal warm funny
  lovely right_about better stronger happy_to glad in_my a_good a_better an_excellent the_best the_one_who
  the_first my mine our loved so_kind so_patient so_good able made_room made_time made_the made_me_laugh
  made_me_smile made_us_laugh make_me_laugh make_me_smile kept_your knew_how know_how know_where knew_where
  know_what_to helped help listened listen remembered remember believed believe let_me let_us let_the
`);

/** Done to a person or a thing, it is a wrong; as a participle. */
export const HARMED = anyOf(`
  broken hurt lied_to shouted_at yelled_at screamed_at sworn_at let_down let_go treated_badly mistreated
  maltreated treated ignored left_out left_alone left_behind left_in left_to left_with left_waiting left_without
  left_standing left crossed taken thrown abused betrayed cheated_on cheated hit slammed blamed dragged spread
  searched violated raised destroyed ruined wrecked forgotten frightened scared sold forced pushed shoved wronged
  belittled dismissed mocked laughed_at humiliated damaged neglected excluded used insulted threatened misled
  deceived abandoned rejected drunk overlooked undermined controlled wasted smashed accused disrespected harmed
  wounded failed bullied teased punished stolen passed_on passed_around emptied gambled_away gambled followed
  gone_through deleted erased scratched burned burnt dumped cancelled canceled forged faked leaked posted shared
  copied swapped pawned torn_up torn cracked dented crashed mishandled handled_badly badly_handled misused blocked
  shut_out kept_in kept_from kept_quiet kept_secret kept_waiting kept_at kept hidden withheld concealed tricked
  fooled conned pressured coerced guilt-tripped guilt_tripped manipulated gaslit gaslighted stalked watched tracked
  monitored recorded filmed grabbed slapped struck beaten bruised talked_about talked_over talked_down_to
  gossiped_about spoken_over spoken_about spoken_to cut_off cut_out pushed_aside pushed_away pushed_out
  pushed_around brushed_off brushed_aside made_to made_fun_of put_down put_through put_at_risk put_in_danger
  put_on_hold shut_down covered_up swept_under played_down lost messed_up screwed_over stood_up stabbed cursed
  smeared slandered mocked trampled_on trampled walked_over taken_for_granted taken_advantage_of
  taken_for_a_ride used_against spied_on snooped_through read checked opened exchanged caused inflicted said
  spent done killed exposed outed ridiculed shamed discarded sidelined silenced sent_away locked_out locked
  thrown_out thrown_away kicked_out drained maxed_out run_up squandered borrowed given_away handed_over
  revealed changed_without overstepped overridden put_under put_on_you made_up invented twisted mistaken crushed dropped missed disregarded dishonoured breached
`);

/** Done, it is plain; left undone, it is a wrong. */
export const OWED = anyOf(`
  told asked invited respected answered paid listened_to heard consulted warned informed included thanked believed
  kept honoured protected looked_after cared_for supported taken_seriously considered collected picked_up fed
  called fetched returned given mentioned remembered noticed defended acknowledged fixed cleaned signed delivered
  followed_up done said promised met shown
`);

/** What is good in somebody: of it nobody is accused. */
export const GOOD_IN_SOMEBODY = anyOf(`
  kindness patience love help support courage honesty letter letters encouragement faith trust care smile laugh voice
  example advice generosity goodness gentleness warmth humour friendship hope company trouble hard_work work birthday
  turn mother mum father dad sister brother son daughter wife husband friend friends children kids dog cat job boss
  house flat car illness death accident photo photos gift gifts present cooking tea soup hand hands
`);

/** Done to what people have together, it ends it. */
export const RUINS = anyOf(`
  ruined wrecked destroyed spoiled spoilt poisoned sabotaged broke shattered smashed tore ripped damaged crushed sank
  ruin wreck destroy spoil poison break shatter
`);
