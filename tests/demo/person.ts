import type * as Y from "yjs";
import { createAccount, type Account } from "#client/account.ts";
import { nodeApi } from "#client/api.ts";
import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { cleanCopy, type VersionContent } from "#client/pieces/clean-copy.ts";
import { fillLetter, letterDocument } from "#client/pieces/letter-document.ts";
import { lineDocument, type LineDocument } from "#client/pieces/line-document.ts";
import { actOnRoom, actOpenly, actQuietly, type Hand } from "#client/rooms/acts.ts";
import { openLive, type Live } from "#client/rooms/live.ts";
import { beginPiece, note } from "#client/rooms/own-pieces.ts";
import { openRoom, type RoomStore } from "#client/rooms/room-store.ts";
import type { DoorCard } from "#client/rooms/cards.ts";
import type { Scene } from "#client/rooms/scene.ts";
import { accept, lineWordsFrom, openKeys, propose, signLine } from "#client/rooms/together.ts";
import {
  pairedOf,
  offer,
  otherIn,
  readVersion,
  type Offered,
  type Paired,
} from "#client/rooms/versions.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { SecretsWorker } from "#client/secrets/secrets-worker.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { LineId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { wordsToSign } from "#domain/pieces/agreement.ts";
import { encodeAnswer, type Answer } from "#domain/pieces/answer.ts";
import { countWords, lengthOf, type Theme, type Weight } from "#domain/pieces/envelope.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import type { KindOf } from "#domain/pieces/kinds.ts";
import { bodyText } from "#domain/pieces/letter.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";
import type { Result } from "#domain/result.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import { live, openAlone, saved } from "./opening.ts";

/** What a refusal would have held up; the demo has no business with refusals. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${result.refusal.code}`);
  return result.value;
}

type Waiting = Extract<DoorCard, { is: "waiting" }>;
type Begun = Parameters<typeof beginPiece> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** What was behind an envelope, and who signed that they offer it. */
export type Behind = {
  readonly piece: PieceId;
  readonly version: VersionId;
  readonly offered: Offered;
};

/**
 * Somebody with a device of their own. Everything is done by the code that runs in the browser, over
 * HTTP and sockets; only what React would do, one after the other, is done here.
 */
export class DemoPerson {
  readonly hand: Hand;
  /** The sign-in name. */
  readonly name: string;
  readonly password: string;
  readonly recoveryWords: readonly string[];
  readonly account: Account;
  readonly live: Live;
  #store: RoomStore | null = null;

  private constructor(
    account: Account,
    hand: Hand,
    password: string,
    recoveryWords: readonly string[],
  ) {
    this.account = account;
    this.hand = hand;
    this.name = hand.keyring.name;
    this.password = password;
    this.recoveryWords = recoveryWords;
    this.live = openLive(hand.api);
  }

  /** Makes an account, and confirms the recovery words as somebody who has written them down. */
  static async signUp(
    origin: string,
    word: string,
    password: string,
    {
      secrets = inProcessSecrets(),
      remember = true,
    }: { readonly secrets?: SecretsWorker; readonly remember?: boolean } = {},
  ): Promise<DemoPerson> {
    const api = nodeApi(origin);
    const clock = { now: () => Date.now() };
    const account = createAccount({ api, secrets, vault: memoryVault(), clock });
    must(await account.signUp({ word, password, remember }));
    const words = account.pendingRecoveryWords() ?? [];
    const typed = [3, 8].map((place) => ({ place, word: words[place] ?? "" }));
    must(await account.confirmRecoveryWords(typed));
    const keyring = account.keyring.current();
    if (!keyring) throw new Error("nobody is unlocked after signing up");
    return new DemoPerson(account, { api, keyring }, password, words);
  }

  /** Makes new keys. Gives the same person as they are afterwards; as they were, they are no more. */
  async withNewKeys(password: string): Promise<DemoPerson> {
    must(await this.account.newKeys({ current: this.password, next: password }));
    const words = this.account.pendingRecoveryWords() ?? [];
    const keyring = this.account.keyring.current();
    if (!keyring) throw new Error("nobody is unlocked after making new keys");
    this.close();
    return new DemoPerson(this.account, { api: this.hand.api, keyring }, password, words);
  }

  /** Goes into a room, and sees it from then on. */
  async enter(room: RoomId): Promise<void> {
    this.#store = openRoom(this.hand, this.live, room);
    await this.scene();
  }

  /** Signs out: this device is not one that anybody would look for in their list of devices. */
  async leave(): Promise<void> {
    this.close();
    await this.account.signOut();
  }

  /** Lets go of the room and of the network. */
  close(): void {
    this.#store?.close();
    this.live.close();
  }

  /** The room as it is now. */
  async scene(): Promise<Scene> {
    await this.#store?.refresh();
    const state = this.#store?.state();
    if (state?.is !== "open") throw new Error(`the room is ${state?.is ?? "not entered"}`);
    return state.scene;
  }

  async paired(): Promise<Paired> {
    const paired = pairedOf(await this.scene());
    if (!paired) throw new Error("nobody has come in");
    return paired;
  }

  /** Puts away the list of what the other did meanwhile. */
  async seeWhatChanged(): Promise<void> {
    const { room } = (await this.scene()).view;
    must(await actOnRoom(this.hand, room, { kind: "seen" }));
  }

  // ---- what is written alone

  /** Begins a piece of one's own, and leaves it in Mine. */
  async begin(...[kind, more]: Begun): Promise<PieceId> {
    const { view } = await this.scene();
    return must(await beginPiece(this.hand, view.room, kind, more));
  }

  /** Writes in a piece of one's own. */
  async writeAlone<T>(piece: PieceId, write: (doc: Y.Doc) => T): Promise<T> {
    const view = (await this.scene()).view.pieces.find((one) => one.piece === piece);
    if (view?.mode !== "own" || view.role !== "author") throw new Error("it is not theirs");
    const key = must(await this.hand.keyring.unwrapPieceKey(piece, decoded(view.key)));
    const open = await openAlone(
      this.hand,
      piece,
      "own",
      1,
      createFrameCipher(piece, new Map([[1, key]])),
    );
    const done = write(open.doc);
    await saved(open);
    return done;
  }

  /** Writes a letter or a note as the editor would, and leaves it in Mine. */
  async write(content: WrittenContent): Promise<PieceId> {
    const { kind, title } = content;
    const piece = await this.begin(kind);
    await this.writeAlone(piece, (doc) => fillLetter(letterDocument(doc), content));
    const { room } = (await this.scene()).view;
    must(await note(this.hand.keyring, piece, { kind, title, room }));
    return piece;
  }

  /** Offers it: now, or at a time in milliseconds since 1970. */
  offer(
    piece: PieceId,
    content: WrittenContent,
    weight: Weight,
    notBefore: number | null = null,
  ): Promise<void> {
    return this.offerCopy(piece, content, bodyText(content.body), weight, notBefore);
  }

  /** Offers a clean copy of this content, whose words are counted in `text`. */
  async offerCopy(
    piece: PieceId,
    content: Exclude<VersionContent, AnswerContent>,
    text: string,
    weight: Weight,
    notBefore: number | null = null,
  ): Promise<void> {
    const { kind } = content;
    const envelope = { form: "version", kind, length: lengthOf(countWords(text)), weight } as const;
    const copy = must(cleanCopy(content));
    must(await offer(this.hand, await this.paired(), piece, copy, envelope, notBefore));
  }

  /** Says yes to the envelope at the door; gives what is behind it, still sealed. */
  async openDoor(): Promise<Behind> {
    const paired = await this.paired();
    const waiting = (await this.scene()).door.find(
      (card): card is Waiting => card.is === "waiting",
    );
    if (!waiting) throw new Error("nothing is at the door");
    const { piece, door } = waiting;
    const { version, envelope, statement } = door;
    must(await actQuietly(this.hand, paired.room, piece, { kind: "open", version }));
    return {
      piece,
      version,
      offered: { by: otherIn(paired), key: paired.key, envelope, statement },
    };
  }

  /** Opens the envelope at the door, and reads it. */
  async open(): Promise<Pick<Behind, "piece" | "version">> {
    const { piece, version, offered } = await this.openDoor();
    const { room } = await this.paired();
    const { kind, title } = must(await readVersion(this.hand, piece, version, offered));
    must(await note(this.hand.keyring, piece, { kind, title, room, openedVersion: version }));
    return { piece, version };
  }

  /** Opens the envelope at the door, reads it, and answers it. */
  async openAndAnswer(answer: Answer): Promise<void> {
    const { piece, version } = await this.open();
    const paired = await this.paired();
    const by = this.hand.keyring.person;
    const sealed = await paired.key.sealNote(
      { what: "answer", by, piece, version },
      encodeAnswer(answer),
    );
    must(
      await actOpenly(this.hand, paired.room, piece, {
        kind: "answer",
        version,
        answer: toBase64Url(sealed),
      }),
    );
  }

  // ---- what both write

  async propose(theme: Theme, kind: KindOf<"together"> = "agreement"): Promise<PieceId> {
    const envelope = { form: "proposal", kind, theme } as const;
    return must(await propose(this.hand, await this.paired(), envelope));
  }

  async accept(piece: PieceId): Promise<void> {
    must(await accept(this.hand, await this.paired(), await this.#together(piece)));
  }

  /** Writes in an agreement, beside whatever the other writes in it. */
  writeTogether<T>(piece: PieceId, write: (document: LineDocument) => T): Promise<T> {
    return this.writeBoth(piece, "agreement", lineDocument, write);
  }

  /** Writes in a piece that both write, whatever its kind. */
  async writeBoth<D extends { readonly title: Y.Text }, T>(
    piece: PieceId,
    kind: KindOf<"together">,
    documentOf: (doc: Y.Doc) => D,
    write: (document: D) => T,
  ): Promise<T> {
    const { keys, epoch, room } = await this.#keysOf(piece);
    const open = await openAlone(
      this.hand,
      piece,
      "together",
      epoch,
      createFrameCipher(piece, keys),
    );
    await live(open);
    const document = documentOf(open.doc);
    const written = write(document);
    const title = document.title.toString();
    await saved(open);
    must(await note(this.hand.keyring, piece, { kind, title, room }));
    return written;
  }

  sign(piece: PieceId, line: LineId, words: string): Promise<void> {
    return this.signAsTheyAre(piece, line, must(wordsToSign(words)));
  }

  /** Signs words that are in the form in which they are signed. */
  async signAsTheyAre(piece: PieceId, line: LineId, words: string): Promise<void> {
    const lineWords = lineWordsFrom(piece, (await this.#keysOf(piece)).keys);
    if (!lineWords) throw new Error("the first key is missing");
    const paired = await this.paired();
    must(await signLine(this.hand, paired, piece, line, words, lineWords));
  }

  async #keysOf(piece: PieceId) {
    const { state } = await this.#together(piece);
    if (state.is !== "open") throw new Error("it is not open");
    const paired = await this.paired();
    const keys = must(await openKeys(paired, piece, state.keys));
    return { keys, epoch: state.epoch, room: paired.room };
  }

  async #together(piece: PieceId): Promise<TogetherView> {
    const view = (await this.scene()).view.pieces.find((one) => one.piece === piece);
    if (view?.mode !== "together") throw new Error("there is no such piece together");
    return view;
  }
}
