import { beginRoom, comeIn, invite } from "#client/rooms/pairing.ts";
import type { LineDocument } from "#client/pieces/line-document.ts";
import { planDocument } from "#client/pieces/plan-document.ts";
import { today } from "#client/rooms/day.ts";
import type { LineId, PieceId, RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { addDays } from "#domain/pieces/days.ts";
import type { Mark } from "#domain/pieces/marks.ts";
import {
  ADAS_LIST,
  AGREEMENT,
  CELLAR_KEY,
  FIRST_WEEKS,
  HOW_IT_ENDED,
  JONASS_LIST,
  MARCH,
  MY_MOTHER,
  ORDINARY_DAY,
  PLAN,
  SCHOOL_PLAY,
  SUMMER,
  THE_BIRTHDAY,
  WENT_QUIET,
  WENT_WELL,
} from "./letters.ts";
import { offerLines, openLines, writeList } from "./lists.ts";
import { DemoPerson, must } from "./person.ts";
import { beginMarking, checkIn, commit, markDays, sign, type Marking } from "./plans.ts";
import type { Product } from "./product.ts";
import { answer, ask, question } from "./questions.ts";

/** Two people, and the weeks that lie behind them. */
export type Story = {
  readonly ada: DemoPerson;
  readonly jonas: DemoPerson;
  readonly room: RoomId;
  readonly agreement: PieceId;
  readonly plan: PieceId;
};

/** Lives through it all, on the server and by the code that browsers run; ends today. */
export async function liveThrough({ origin, liveDaysAgo }: Product): Promise<Story> {
  await liveDaysAgo(29);
  const [ada, jonas] = await Promise.all([
    DemoPerson.signUp(origin, "ada", "an orchard behind the old station"),
    DemoPerson.signUp(origin, "jonas", "seven herons above the reservoir"),
  ]);
  const room = must(await beginRoom(ada.hand, "Jonas"));
  must(await invite(ada.hand, room));
  const secret = known(ada.hand.keyring.index.current().rooms[room])?.invitation?.secret;
  if (!secret) throw new Error("a link has a secret");
  must(await comeIn(jonas.hand, secret, "Ada"));
  await Promise.all([ada.enter(room), jonas.enter(room)]);

  await liveDaysAgo(28);
  await writeAndOffer(ada, FIRST_WEEKS, "light");
  await liveDaysAgo(27);
  await jonas.openAndAnswer("thank-you");
  const plan = await jonas.propose("children", "plan");
  await liveDaysAgo(26);
  const kept = await planTogether(ada, jonas, plan);

  await liveDaysAgo(24);
  const hers = await writeList(ada, ADAS_LIST);
  await offerLines(ada, hers.piece, hers.lines.slice(0, 2));
  await liveDaysAgo(22);
  await openLines(jonas, ["keep", "talk"]);
  await liveDaysAgo(21);
  const his = await writeList(jonas, JONASS_LIST);
  await offerLines(jonas, his.piece, his.lines.slice(0, 1));
  await liveDaysAgo(20);
  await openLines(ada, ["keep"]);

  const agreement = await jonas.propose("children");
  await liveDaysAgo(18);
  await ada.accept(agreement);
  const lines = await writeLines(ada, jonas, agreement);
  await liveDaysAgo(16);
  await signBoth(ada, jonas, agreement, lines.changes, AGREEMENT.changes);
  const wentWell = question(1);
  const answered = await ask(ada, wentWell);
  await answer(ada, answered, wentWell, WENT_WELL.hers);
  await liveDaysAgo(15);
  await answer(jonas, answered, wentWell, WENT_WELL.his);

  await liveDaysAgo(14);
  await writeAndOffer(jonas, WENT_QUIET, "tender");
  await liveDaysAgo(12);
  await ada.openAndAnswer("need-time");
  await liveDaysAgo(11);
  await writeAndOffer(jonas, THE_BIRTHDAY, "heavy");
  await liveDaysAgo(9);
  await ada.openAndAnswer("in-part");
  await liveDaysAgo(8);
  const marked = await markUntilCheckIn(ada, jonas, plan, kept);
  await liveDaysAgo(7);
  await signBoth(ada, jonas, agreement, lines.wednesdays, AGREEMENT.wednesdays);

  await liveDaysAgo(5);
  await Promise.all([ada.seeWhatChanged(), jonas.seeWhatChanged()]);
  await liveDaysAgo(4);
  await writeAndOffer(ada, SUMMER, "practical");
  await jonas.sign(agreement, lines.pause, AGREEMENT.pause);
  await liveDaysAgo(3);
  const ordinaryDay = question(3);
  await answer(jonas, await ask(jonas, ordinaryDay), ordinaryDay, ORDINARY_DAY);
  await liveDaysAgo(2);
  await reword(ada, agreement, lines.wednesdays);
  await writeAndOffer(jonas, SCHOOL_PLAY, "tender");

  await liveDaysAgo(0);
  await markSince(ada, jonas, kept, marked);
  await writeAndOffer(ada, CELLAR_KEY, "practical", tomorrowMorning());
  await ada.write(MY_MOTHER);
  await ada.write(MARCH);
  await jonas.write(HOW_IT_ENDED);
  await ada.leave();
  await jonas.leave();
  return { ada, jonas, room, agreement, plan };
}

async function writeAndOffer(
  person: DemoPerson,
  content: Parameters<DemoPerson["write"]>[0],
  weight: Parameters<DemoPerson["offer"]>[2],
  notBefore: number | null = null,
): Promise<void> {
  await person.offer(await person.write(content), content, weight, notBefore);
}

function tomorrowMorning(): number {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  return at.setHours(9, 0, 0, 0);
}

// ---- their plan

/** Each writes and signs what they will do, and signs that they have read what the other will. */
async function planTogether(ada: DemoPerson, jonas: DemoPerson, plan: PieceId) {
  await ada.accept(plan);
  await ada.writeBoth(plan, "plan", planDocument, ({ title }) => title.insert(0, PLAN.title));
  const [hers, his] = await Promise.all([
    commit(ada, plan, PLAN.hers),
    commit(jonas, plan, PLAN.his),
  ]);
  const hisWeekly = await commit(jonas, plan, PLAN.hisWeekly);
  await Promise.all([sign(jonas, plan, hers), sign(ada, plan, his)]);
  return { hers, his, hisWeekly };
}

type Planned = Awaited<ReturnType<typeof planTogether>>;
type Marked = Awaited<ReturnType<typeof markUntilCheckIn>>;

/** On most days it went well; the numbers are those of the days on which it did not. */
const byAda = ({ hers, his }: Planned): readonly Marking[] => [
  { kept: hers, mark: (to, line, first, at) => to.mark(line, first, mostly(at, [5, 12])) },
  {
    kept: his,
    mark: (to, line, first, at) => {
      if (at % 2 === 0) to.notice(line, first, at === 6 ? "in-part" : "noticed");
    },
  },
];

const byJonas = ({ hers, his, hisWeekly }: Planned): readonly Marking[] => [
  { kept: his, mark: (to, line, first, at) => to.mark(line, first, mostly(at, [1, 6, 7, 15])) },
  { kept: hisWeekly, mark: (to, line, first) => to.mark(line, first, "done") },
  {
    kept: hers,
    mark: (to, line, first, at) => {
      if (at % 3 === 1) to.notice(line, first, "noticed");
    },
  },
];

const mostly = (at: number, otherwise: readonly number[]): Mark =>
  (["partly", "not", "could-not", "partly"] as const)[otherwise.indexOf(at)] ?? "done";

/** Both mark day by day, and open what they marked at a check-in a week ago. */
async function markUntilCheckIn(ada: DemoPerson, jonas: DemoPerson, plan: PieceId, kept: Planned) {
  const over = { from: kept.hers.commitment.start, to: addDays(today(), -1) };
  const begun = async (person: DemoPerson, markings: readonly Marking[]) => {
    const piece = await beginMarking(person, plan);
    return { piece, all: await markDays(person, piece, over, markings) };
  };
  const [hers, his] = await Promise.all([begun(ada, byAda(kept)), begun(jonas, byJonas(kept))]);
  await checkIn(ada, jonas, plan, over, (person) => (person === ada ? hers.all : his.all));
  return { hers: hers.piece, his: his.piece, since: today() };
}

/** What each has marked since then is theirs alone. */
async function markSince(
  ada: DemoPerson,
  jonas: DemoPerson,
  kept: Planned,
  { hers, his, since }: Marked,
): Promise<void> {
  const until = { from: since, to: addDays(today(), -1) };
  await Promise.all([
    markDays(ada, hers, until, byAda(kept)),
    markDays(jonas, his, until, byJonas(kept)),
  ]);
}

// ---- their agreement

/** Each writes two of the lines; Ada gives them a title. */
async function writeLines(ada: DemoPerson, jonas: DemoPerson, agreement: PieceId) {
  const first = await ada.writeTogether(agreement, (document) => {
    document.title.insert(0, AGREEMENT.title);
    return {
      changes: addLine(document, AGREEMENT.changes),
      wednesdays: addLine(document, AGREEMENT.wednesdays),
    };
  });
  const then = await jonas.writeTogether(agreement, (document) => ({
    pause: addLine(document, AGREEMENT.pause),
    grandparents: addLine(document, AGREEMENT.grandparents),
  }));
  return { ...first, ...then };
}

function addLine(document: LineDocument, words: string): LineId {
  const id = document.add();
  const line = document.shown().find((one) => one.id === id);
  if (!id || !line) throw new Error("no line was added");
  line.text.insert(0, words);
  return id;
}

async function signBoth(
  ada: DemoPerson,
  jonas: DemoPerson,
  agreement: PieceId,
  line: LineId,
  words: string,
): Promise<void> {
  await ada.sign(agreement, line, words);
  await jonas.sign(agreement, line, words);
}

/** What both signed stands; beneath it is what Ada proposes and has signed. */
async function reword(ada: DemoPerson, agreement: PieceId, id: LineId): Promise<void> {
  const added = AGREEMENT.wednesdaysReworded.slice(
    "Wednesdays".length,
    AGREEMENT.wednesdaysReworded.length - AGREEMENT.wednesdays.length + "Wednesdays".length,
  );
  await ada.writeTogether(agreement, (document) => {
    const line = document.shown().find((one) => one.id === id);
    line?.text.insert("Wednesdays".length, added);
  });
  await ada.sign(agreement, id, AGREEMENT.wednesdaysReworded);
}
