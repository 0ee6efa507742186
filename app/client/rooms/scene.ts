import type { RoomKey } from "#client/crypto/room-key.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, VersionId } from "#domain/ids.ts";
import { isLeaving, type Index, type Pinned } from "#domain/index-schema.ts";
import { decodeAnswer } from "#domain/pieces/answer.ts";
import { decodeEnvelope, planMark } from "#domain/pieces/envelope.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import type {
  PairedView,
  PieceView,
  ReceivedView,
  TogetherView,
  WrittenView,
} from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import {
  dayOf,
  howItStands,
  isAtDoor,
  isMine,
  newerCard,
  standing,
  type Card,
  type CheckInCard,
  type DoorCard,
  type MineCard,
  type NewerCard,
  type SharedCard,
} from "./cards.ts";
import type { ChangedKeys } from "./other-keys.ts";
import { stillAgreed } from "./still-agreed.ts";
import { isNewer, known } from "#domain/newer.ts";

/** A room as its person sees it: the server's view, opened, in the three places. */
export type Scene = {
  readonly view: RoomView;
  /** What I call the other; empty as long as I have not said. */
  readonly petname: string;
  readonly other: Pinned | null;
  /** The other has made new keys, and I have not yet said that I saw it. */
  readonly keysChanged?: ChangedKeys | null;
  readonly key: RoomKey | null;
  readonly mine: readonly (MineCard | NewerCard)[];
  readonly door: readonly DoorCard[];
  readonly shared: readonly SharedCard[];
  /** Every check-in of every plan; those that have not opened stand at the door too. */
  readonly checkIns: readonly CheckInCard[];
};

/** Without what I deleted, whose time to be destroyed has not come: to me it is not there any more. */
function withoutLeaving(view: RoomView, { pieces }: Index): RoomView {
  const stays = view.pieces.filter(({ piece }) => !isLeaving(pieces[piece]));
  return stays.length === view.pieces.length ? view : { ...view, pieces: stays };
}

export async function readScene(
  shown: RoomView,
  key: RoomKey | null,
  other: Pinned | null,
  index: Index,
): Promise<Scene> {
  const scene = {
    mine: [] as (MineCard | NewerCard)[],
    door: [] as DoorCard[],
    shared: [] as SharedCard[],
    checkIns: [] as CheckInCard[],
  };
  const view = withoutLeaving(shown, index);
  const read = cardReader(view, key, other?.person ?? null, index);
  for (const piece of view.pieces) {
    for (const card of await read(piece)) {
      if (card.is === "newer") scene[card.place].push(card);
      else if (card.is === "mine") scene.mine.push(card);
      else if (card.is === "question") {
        if (isAtDoor(card.view)) scene.door.push(card);
        else scene.shared.push(card);
      } else if (card.is === "check-in") {
        scene.checkIns.push(card);
        if (isAtDoor(card.view)) scene.door.push(card);
      } else if (card.is === "offered" || card.is === "waiting" || card.is === "proposal")
        scene.door.push(card);
      else scene.shared.push(card);
    }
  }
  scene.mine.reverse(); // what was begun last stands first
  scene.door.sort((a, b) => Number(isMine(a)) - Number(isMine(b)));
  scene.shared.sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
  const petname = known(index.rooms[view.room])?.petname ?? "";
  return { view, petname, other, key, ...scene };
}

function cardReader(
  { me, pieces }: RoomView,
  key: RoomKey | null,
  other: PersonId | null,
  index: Index,
) {
  const entryOf = (piece: PieceId) => known(index.pieces[piece]);

  async function noteOf(
    what: "envelope" | "answer" | "proposal",
    by: PersonId | null,
    piece: PieceId,
    version: VersionId | null,
    sealed: string,
  ) {
    if (!key || !by) return null;
    const opened = await key.openNote({ what, by, piece, version }, decoded(sealed));
    return opened.ok ? opened.value : null;
  }

  async function written(view: WrittenView): Promise<Card[]> {
    const { piece } = view;
    const { kind = "letter", title = "" } = entryOf(piece) ?? {};
    const last = standing(view);
    if (view.place === "mine" || !last) {
      const { answers = null, marksOf = null } = entryOf(piece) ?? {};
      const wasOffered = view.versions.length > 0;
      return [{ is: "mine", piece, kind, title, view, wasOffered, answers, marksOf }];
    }
    if (view.place === "door") {
      const { version, on } = last;
      return [{ is: "offered", piece, kind, title, on, version, view, ...howItStands(last) }];
    }
    const sealed = last.answer
      ? await noteOf("answer", other, piece, last.version, last.answer.sealed)
      : null;
    const answer = sealed && decodeAnswer(sealed);
    return [{ is: "answered", piece, kind, title, view, answer, told: last.told !== null }];
  }

  async function received(view: ReceivedView): Promise<Card[]> {
    const { piece, door } = view;
    const cards: Card[] = [];
    if (door) {
      const bytes = await noteOf("envelope", other, piece, door.version, door.envelope);
      const envelope = bytes && decodeEnvelope(bytes);
      const again = view.opened.some((opened) => !opened.takenBack);
      cards.push({
        is: "waiting",
        piece,
        door,
        view,
        again,
        envelope: envelope?.form === "version" ? envelope : null,
      });
    }
    const last = view.opened.at(-1);
    if (last) {
      const { title = "" } = entryOf(piece) ?? {};
      const kind = await kindOpened(piece, last);
      const takenBack = last.takenBack?.on ?? null;
      cards.push({ is: "opened", piece, kind, title: takenBack ? "" : title, takenBack, view });
    }
    return cards;
  }

  /** Its envelope says it before it is read, and after it was taken back. */
  async function kindOpened(
    piece: PieceId,
    { version, envelope }: ReceivedView["opened"][number],
  ): Promise<PieceKind> {
    const bytes = await noteOf("envelope", other, piece, version, envelope);
    const opened = bytes && decodeEnvelope(bytes);
    return opened?.form === "version" ? opened.kind : (entryOf(piece)?.kind ?? "letter");
  }

  async function together(view: TogetherView): Promise<Card[]> {
    const { piece, state, on } = view;
    const by = view.by === "me" ? me : other;
    const bytes = await noteOf("proposal", by, piece, null, view.envelope);
    const decodedNote = bytes && decodeEnvelope(bytes);
    const envelope = decodedNote?.form === "proposal" ? decodedNote : null;
    if (state.is === "proposed" || state.is === "offered") {
      const mine = state.is === "proposed";
      return [
        {
          is: "proposal",
          piece,
          envelope,
          mine,
          on,
          view,
          putOff: state.is === "offered" && state.putOff,
          ended: mine && state.ended,
          saidNo: mine && state.told !== null,
        },
      ];
    }
    const byOther = (line: (typeof state.lines)[number]) =>
      line.proposed.some(({ signatures }) => signatures.every((one) => one.by === "other"));
    return [
      {
        is: "together",
        piece,
        kind: envelope?.kind ?? entryOf(piece)?.kind ?? null,
        title: entryOf(piece)?.title ?? "",
        theme: envelope?.theme ?? "open",
        agreed: await stillAgreed(key, piece, state),
        theirProposals: state.lines.filter(byOther).length,
        closed: state.is === "closed",
        view,
      },
    ];
  }

  async function question(view: PairedView): Promise<Card[]> {
    const { piece, on } = view;
    const mine = view.by === "me";
    const bytes = await noteOf("proposal", mine ? me : other, piece, null, view.envelope);
    const envelope = bytes && decodeEnvelope(bytes);
    const putAway = entryOf(piece)?.putAway === true;
    if (envelope?.form === "check-in") {
      const { from, to } = envelope;
      const plan = pieces.find(
        (one) => one.mode === "together" && planMark(one.piece) === envelope.plan,
      )?.piece;
      return plan ? [{ is: "check-in", piece, plan, from, to, mine, putAway, on, view }] : [];
    }
    const card = envelope?.form === "question" ? envelope.card : null;
    return [{ is: "question", piece, card, mine, putAway, on, view }];
  }

  /** What waits to be opened says itself what it is. */
  async function newer(view: PieceView): Promise<Card[]> {
    const card = newerCard(view);
    if (view.mode === "together" && !card) return together(view);
    const door = view.mode === "own" && view.role === "reader" ? await received(view) : [];
    return [...door.filter(({ is }) => is === "waiting"), ...(card ? [card] : [])];
  }

  return (view: PieceView): Promise<Card[]> => {
    if (isNewer(index.pieces[view.piece])) return newer(view);
    if (view.mode === "together") return together(view);
    if (view.mode === "paired") return question(view);
    return view.role === "author" ? written(view) : received(view);
  };
}
