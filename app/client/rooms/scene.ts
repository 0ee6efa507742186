import type { RoomKey } from "#client/crypto/room-key.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { Index, Pinned } from "#domain/index-schema.ts";
import { decodeAnswer, type Answer } from "#domain/pieces/answer.ts";
import {
  decodeEnvelope,
  type ProposalEnvelope,
  type VersionEnvelope,
} from "#domain/pieces/envelope.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import type {
  Day,
  DoorView,
  OfferedView,
  PieceView,
  ReceivedView,
  RoomView,
  TogetherView,
  WrittenView,
} from "#domain/rooms.ts";

/** A room as its person sees it: the server's view, opened, in the three places. */
export type Scene = {
  readonly view: RoomView;
  /** What I call the other; empty as long as I have not said. */
  readonly petname: string;
  readonly other: Pinned | null;
  readonly key: RoomKey | null;
  readonly mine: readonly MineCard[];
  readonly door: readonly DoorCard[];
  readonly shared: readonly SharedCard[];
};

/** A piece that only I can open. */
export type MineCard = {
  readonly is: "mine";
  readonly piece: PieceId;
  readonly kind: PieceKind;
  readonly title: string;
  readonly view: WrittenView;
  /** It was offered, and taken back. */
  readonly wasOffered: boolean;
};

export type DoorCard =
  | {
      readonly is: "offered";
      readonly piece: PieceId;
      readonly kind: PieceKind;
      readonly title: string;
      readonly on: Day;
      readonly ended: boolean;
      readonly version: VersionId;
      readonly view: WrittenView;
    }
  | {
      readonly is: "waiting";
      readonly piece: PieceId;
      /** `null` if it cannot be opened: then it shows as an envelope and no more. */
      readonly envelope: VersionEnvelope | null;
      readonly door: DoorView;
      readonly view: ReceivedView;
      /** I have opened an earlier version of the same piece. */
      readonly again: boolean;
    }
  | {
      readonly is: "proposal";
      readonly piece: PieceId;
      readonly envelope: ProposalEnvelope | null;
      readonly mine: boolean;
      readonly putOff: boolean;
      readonly ended: boolean;
      /** The other has chosen to say no. */
      readonly saidNo: boolean;
      readonly on: Day;
      readonly view: TogetherView;
    };

export type SharedCard =
  | {
      /** Mine, and the reader answered, or told that they opened it. */
      readonly is: "answered";
      readonly piece: PieceId;
      readonly kind: PieceKind;
      readonly title: string;
      readonly told: boolean;
      readonly answer: Answer | null;
      readonly view: WrittenView;
    }
  | {
      readonly is: "opened";
      readonly piece: PieceId;
      readonly kind: PieceKind;
      readonly title: string;
      readonly takenBack: Day | null;
      readonly view: ReceivedView;
    }
  | {
      readonly is: "together";
      readonly piece: PieceId;
      readonly kind: PieceKind;
      readonly title: string;
      readonly theme: ProposalEnvelope["theme"];
      readonly agreed: number;
      /** Lines for which the other has signed words that I have not. */
      readonly theirProposals: number;
      readonly closed: boolean;
      readonly view: TogetherView;
    };

/** The last version that still stands; what was taken back is gone. */
export const standing = (view: WrittenView): OfferedView | null =>
  view.versions.findLast((version) => version.state !== "taken-back") ?? null;

export async function readScene(
  view: RoomView,
  key: RoomKey | null,
  other: Pinned | null,
  index: Index,
): Promise<Scene> {
  const scene = { mine: [] as MineCard[], door: [] as DoorCard[], shared: [] as SharedCard[] };
  const read = cardReader(view.me, key, other?.person ?? null, index);
  for (const piece of view.pieces) {
    for (const card of await read(piece)) {
      if (card.is === "mine") scene.mine.push(card);
      else if (card.is === "offered" || card.is === "waiting" || card.is === "proposal")
        scene.door.push(card);
      else scene.shared.push(card);
    }
  }
  scene.mine.reverse(); // what was begun last stands first
  scene.door.sort((a, b) => Number(isMine(a)) - Number(isMine(b)));
  scene.shared.sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
  const petname = index.rooms[view.room]?.petname ?? "";
  return { view, petname, other, key, ...scene };
}

/** What waits for me stands before what waits for the other. */
const isMine = (card: DoorCard): boolean =>
  card.is === "offered" || (card.is === "proposal" && card.mine);

/** The last day on which something happened to it that both know of; newest first in the lane. */
function dayOf(card: SharedCard): Day {
  switch (card.is) {
    case "answered": {
      const last = standing(card.view);
      return last?.answer?.on ?? last?.told?.on ?? last?.on ?? "";
    }
    case "opened": {
      const last = card.view.opened.at(-1);
      return last?.takenBack?.on ?? last?.on ?? "";
    }
    case "together":
      return latest(card.view);
  }
}

function latest({ on, state }: TogetherView): Day {
  if (state.is === "proposed" || state.is === "offered") return on;
  const signed = state.lines.flatMap(({ standing: agreed, proposed }) =>
    [...(agreed ? [agreed] : []), ...proposed].flatMap(({ signatures }) =>
      signatures.map((signature) => signature.on),
    ),
  );
  return [on, ...signed].reduce((a, b) => (a > b ? a : b));
}

type Card = MineCard | DoorCard | SharedCard;

function cardReader(me: PersonId, key: RoomKey | null, other: PersonId | null, index: Index) {
  const entryOf = (piece: PieceId) => index.pieces[piece];

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
      return [{ is: "mine", piece, kind, title, view, wasOffered: view.versions.length > 0 }];
    }
    if (view.place === "door") {
      const { version, on, state } = last;
      return [{ is: "offered", piece, kind, title, on, version, view, ended: state === "ended" }];
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
      const { kind = "letter", title = "" } = entryOf(piece) ?? {};
      const takenBack = last.takenBack?.on ?? null;
      cards.push({ is: "opened", piece, kind, title: takenBack ? "" : title, takenBack, view });
    }
    return cards;
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
        kind: envelope?.kind ?? "agreement",
        title: entryOf(piece)?.title ?? "",
        theme: envelope?.theme ?? "open",
        agreed: state.lines.filter((line) => line.standing !== null).length,
        theirProposals: state.lines.filter(byOther).length,
        closed: state.is === "closed",
        view,
      },
    ];
  }

  return (view: PieceView): Promise<Card[]> => {
    if (view.mode === "together") return together(view);
    if (view.mode === "paired") return Promise.resolve([]); // no form of it has a card yet
    return view.role === "author" ? written(view) : received(view);
  };
}
