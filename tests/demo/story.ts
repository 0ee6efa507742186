import { beginRoom, comeIn, invite } from "#client/rooms/pairing.ts";
import type { LineDocument } from "#client/pieces/line-document.ts";
import type { LineId, PieceId, RoomId } from "#domain/ids.ts";
import {
  AGREEMENT,
  FIRST_WEEKS,
  HOW_IT_ENDED,
  MARCH,
  MY_MOTHER,
  SCHOOL_PLAY,
  SUMMER,
  WENT_QUIET,
} from "./letters.ts";
import { DemoPerson, must } from "./person.ts";
import type { Product } from "./product.ts";

/** Two people, and the weeks that lie behind them. */
export type Story = {
  readonly ada: DemoPerson;
  readonly jonas: DemoPerson;
  readonly room: RoomId;
  readonly agreement: PieceId;
};

/** Lives through it all, on the server and by the code that browsers run; ends today. */
export async function liveThrough({ origin, liveDaysAgo }: Product): Promise<Story> {
  await liveDaysAgo(21);
  const ada = await DemoPerson.signUp(origin, "ada", "an orchard behind the old station");
  const jonas = await DemoPerson.signUp(origin, "jonas", "seven herons above the reservoir");
  const room = must(await beginRoom(ada.hand, "Jonas"));
  must(await invite(ada.hand, room));
  const secret = ada.hand.keyring.index.current().rooms[room]?.invitation?.secret;
  if (!secret) throw new Error("a link has a secret");
  must(await comeIn(jonas.hand, secret, "Ada"));
  await Promise.all([ada.enter(room), jonas.enter(room)]);

  await liveDaysAgo(20);
  await writeAndOffer(ada, FIRST_WEEKS, "light");
  await liveDaysAgo(18);
  await jonas.openAndAnswer("thank-you");

  await liveDaysAgo(17);
  const agreement = await jonas.propose("children");
  await liveDaysAgo(16);
  await ada.accept(agreement);
  const lines = await writeLines(ada, jonas, agreement);
  await liveDaysAgo(14);
  await signBoth(ada, jonas, agreement, lines.changes, AGREEMENT.changes);

  await liveDaysAgo(12);
  await writeAndOffer(jonas, WENT_QUIET, "tender");
  await liveDaysAgo(9);
  await ada.openAndAnswer("need-time");
  await liveDaysAgo(7);
  await signBoth(ada, jonas, agreement, lines.wednesdays, AGREEMENT.wednesdays);

  await liveDaysAgo(4);
  await writeAndOffer(ada, SUMMER, "practical");
  await jonas.sign(agreement, lines.pause, AGREEMENT.pause);
  await liveDaysAgo(2);
  await reword(ada, agreement, lines.wednesdays);
  await writeAndOffer(jonas, SCHOOL_PLAY, "tender");

  await liveDaysAgo(0);
  await ada.write(MY_MOTHER);
  await ada.write(MARCH);
  await jonas.write(HOW_IT_ENDED);
  await ada.leave();
  await jonas.leave();
  return { ada, jonas, room, agreement };
}

async function writeAndOffer(
  person: DemoPerson,
  content: Parameters<DemoPerson["write"]>[0],
  weight: Parameters<DemoPerson["offer"]>[2],
): Promise<void> {
  await person.offer(await person.write(content), content, weight);
}

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
