import { beginRoom, comeIn, invite } from "#client/rooms/pairing.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { SecretsWorker } from "#client/secrets/secrets-worker.ts";
import type { LineId, PieceId, RoomId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { DemoPerson, must } from "../demo/person.ts";
import { LIGHT } from "./account-world.ts";
import { letterOf } from "./letters.ts";

/** Two people in one room, each on a device that is no browser, over HTTP and sockets. */
export type NodePair = {
  readonly ada: DemoPerson;
  readonly ben: DemoPerson;
  readonly room: RoomId;
  readonly close: () => void;
};

/** For people whom no browser will sign in: it costs next to nothing. */
export const lightSecrets = (): SecretsWorker => inProcessSecrets(LIGHT);

export async function pairInNode(
  origin: string,
  secrets: () => SecretsWorker = inProcessSecrets,
): Promise<NodePair> {
  const ada = await newInNode(origin, "ada", secrets());
  const ben = await newInNode(origin, "ben", secrets());
  const room = await pairThese(ada, ben);
  return {
    ada,
    ben,
    room,
    close: () => {
      ada.close();
      ben.close();
    },
  };
}

/** Somebody new, on a device that keeps nothing. */
export const newInNode = (
  origin: string,
  word: string,
  secrets: SecretsWorker = inProcessSecrets(),
): Promise<DemoPerson> =>
  DemoPerson.signUp(origin, word, `${word} walks the long way home`, { secrets, remember: false });

/** A new room for these two; the one who makes it calls the other Ben. */
export async function pairThese(maker: DemoPerson, guest: DemoPerson): Promise<RoomId> {
  const room = must(await beginRoom(maker.hand, "Ben"));
  must(await invite(maker.hand, room));
  const secret = known(maker.hand.keyring.index.current().rooms[room])?.invitation?.secret;
  if (!secret) throw new Error("a link has a secret");
  must(await comeIn(guest.hand, secret, "Ada"));
  await Promise.all([maker.enter(room), guest.enter(room)]);
  return room;
}

/** One writes a letter. */
export const writeIn = (writer: DemoPerson, title: string, words: string): Promise<PieceId> =>
  writer.write(letterOf(title, words));

/** One writes a letter and offers it. */
export async function offerIn(writer: DemoPerson, title: string, words: string): Promise<PieceId> {
  const letter = letterOf(title, words);
  const piece = await writer.write(letter);
  await writer.offer(piece, letter, "tender");
  return piece;
}

/** An agreement with one line for each of these words, and what is signed of it. */
export async function agreeIn(
  { ada, ben }: Pick<NodePair, "ada" | "ben">,
  title: string,
  words: readonly string[],
): Promise<{ readonly piece: PieceId; readonly lines: readonly LineId[] }> {
  const piece = await ada.propose("open");
  await ben.accept(piece);
  const lines = await ada.writeTogether(piece, (document) => {
    document.title.insert(0, title);
    return words.map((line): LineId => {
      const id = document.add();
      const shown = document.shown().at(-1);
      if (id === null || !shown) throw new Error("there is room for a line");
      shown.text.insert(0, line);
      return id;
    });
  });
  return { piece, lines };
}
