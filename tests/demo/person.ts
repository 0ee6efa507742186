import { createAccount, type Account } from "#client/account.ts";
import { nodeApi } from "#client/api.ts";
import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { cleanCopy } from "#client/pieces/clean-copy.ts";
import { fillLetter, letterDocument } from "#client/pieces/letter-document.ts";
import { lineDocument, type LineDocument } from "#client/pieces/line-document.ts";
import { actOpenly, actQuietly, type Hand } from "#client/rooms/acts.ts";
import { openLive, type Live } from "#client/rooms/live.ts";
import { beginPiece, note } from "#client/rooms/own-pieces.ts";
import { openRoom, type RoomStore } from "#client/rooms/room-store.ts";
import type { DoorCard } from "#client/rooms/cards.ts";
import type { Scene } from "#client/rooms/scene.ts";
import { accept, lineWordsFrom, openKeys, propose, signLine } from "#client/rooms/together.ts";
import { pairedOf, offer, otherIn, readVersion, type Paired } from "#client/rooms/versions.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { SecretsWorker } from "#client/secrets/secrets-worker.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";
import { memoryLocks } from "#client/sync/locks.ts";
import { nodeTransport } from "#client/sync/node-transport.ts";
import { openPiece, type OpenPiece, type OpenPieceOptions } from "#client/sync/open-piece.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { LineId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { wordsToSign } from "#domain/pieces/agreement.ts";
import { encodeAnswer, type Answer } from "#domain/pieces/answer.ts";
import { countWords, lengthOf, type Theme, type Weight } from "#domain/pieces/envelope.ts";
import { bodyText, type LetterContent } from "#domain/pieces/letter.ts";
import type { Result } from "#domain/result.ts";
import type { TogetherView } from "#domain/rooms.ts";

/** What a refusal would have held up; the demo has no business with refusals. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${result.refusal.code}`);
  return result.value;
}

type Waiting = Extract<DoorCard, { is: "waiting" }>;

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

  // ---- letters

  /** Writes a letter as the editor would, and leaves it in Mine. */
  async write(content: LetterContent): Promise<PieceId> {
    const { view } = await this.scene();
    const piece = must(await beginPiece(this.hand, view.room, "letter"));
    const written = (await this.scene()).mine.find((card) => card.piece === piece);
    if (!written) throw new Error("what was begun is not in Mine");
    const key = must(await this.hand.keyring.unwrapPieceKey(piece, decoded(written.view.key)));
    const open = await this.#open(piece, "own", 1, createFrameCipher(piece, new Map([[1, key]])));
    fillLetter(letterDocument(open.doc), content);
    await saved(open);
    const { title } = content;
    must(await note(this.hand.keyring, piece, { kind: "letter", title, room: view.room }));
    return piece;
  }

  async offer(piece: PieceId, content: LetterContent, weight: Weight): Promise<void> {
    const length = lengthOf(countWords(bodyText(content.body)));
    const envelope = { form: "version", kind: "letter", length, weight } as const;
    must(await offer(this.hand, await this.paired(), piece, must(cleanCopy(content)), envelope));
  }

  /** Opens the envelope at the door, and reads it. */
  async open(): Promise<{ readonly piece: PieceId; readonly version: VersionId }> {
    const paired = await this.paired();
    const { room } = paired;
    const { keyring } = this.hand;
    const waiting = (await this.scene()).door.find(
      (card): card is Waiting => card.is === "waiting",
    );
    if (!waiting) throw new Error("nothing is at the door");
    const { piece, door } = waiting;
    const { version, envelope, statement } = door;
    must(await actQuietly(this.hand, room, piece, { kind: "open", version }));
    const offered = { by: otherIn(paired), envelope, statement };
    const { kind, title } = must(await readVersion(this.hand, piece, version, offered));
    must(await note(keyring, piece, { kind, title, room, openedVersion: version }));
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

  // ---- an agreement

  async propose(theme: Theme): Promise<PieceId> {
    const envelope = { form: "proposal", kind: "agreement", theme } as const;
    return must(await propose(this.hand, await this.paired(), envelope));
  }

  async accept(piece: PieceId): Promise<void> {
    must(await accept(this.hand, await this.paired(), await this.#together(piece)));
  }

  /** Writes in a piece that both write, beside whatever the other writes in it. */
  async writeTogether<T>(piece: PieceId, write: (document: LineDocument) => T): Promise<T> {
    const { keys, epoch, room } = await this.#keysOf(piece);
    const open = await this.#open(piece, "together", epoch, createFrameCipher(piece, keys));
    await live(open);
    const document = lineDocument(open.doc);
    const written = write(document);
    await saved(open);
    const title = document.title.toString();
    must(await note(this.hand.keyring, piece, { kind: "agreement", title, room }));
    return written;
  }

  async sign(piece: PieceId, line: LineId, words: string): Promise<void> {
    const lineWords = lineWordsFrom(piece, (await this.#keysOf(piece)).keys);
    if (!lineWords) throw new Error("the first key is missing");
    const normalised = must(wordsToSign(words));
    const paired = await this.paired();
    must(await signLine(this.hand, paired, piece, line, normalised, lineWords));
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

  async #open(
    piece: PieceId,
    mode: OpenPieceOptions["mode"],
    epoch: number,
    cipher: OpenPieceOptions["cipher"],
  ): Promise<OpenPiece> {
    const { api, keyring } = this.hand;
    const open = openPiece({
      api,
      piece,
      person: keyring.person,
      mode,
      cipher,
      epoch,
      device: memoryDevice(),
      locks: memoryLocks(),
      transport: nodeTransport(api),
    });
    await open.ready;
    return open;
  }
}

/** Closes it when the server has it all; a writer who is done need not be waited for. */
async function saved(piece: OpenPiece): Promise<void> {
  await piece.flush();
  if (!piece.saved()) await piece.untilSaved();
  await piece.close();
}

/** Fulfilled when everything that the server has is in the document. */
function live(piece: OpenPiece): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (piece.status().status !== "live") return;
      stop();
      resolve();
    };
    const stop = piece.subscribe(look);
    look();
  });
}
