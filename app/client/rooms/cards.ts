import type { PieceId, VersionId } from "#domain/ids.ts";
import type { Answer } from "#domain/pieces/answer.ts";
import type { ProposalEnvelope, VersionEnvelope } from "#domain/pieces/envelope.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import type {
  DoorView,
  OfferedView,
  PairedView,
  PieceView,
  ReceivedView,
  TogetherView,
  WrittenView,
} from "#domain/piece-view.ts";
import type { Day } from "#domain/statement-view.ts";

/** What stands in the three places of a room, opened, and in which order. */

/** A piece that only I can open. */
export type MineCard = {
  readonly is: "mine";
  readonly piece: PieceId;
  readonly kind: PieceKind;
  readonly title: string;
  readonly view: WrittenView;
  /** It was offered, and taken back. */
  readonly wasOffered: boolean;
  /** The question to which this is my answer. */
  readonly answers: PieceId | null;
  /** The plan of which these are my marks. */
  readonly marksOf: PieceId | null;
};

/**
 * A piece of which a newer version of the product has said something that this one cannot read: that it
 * is there is all that shows, and in which place; it can be taken back all the same.
 */
export type NewerCard = {
  readonly is: "newer";
  readonly piece: PieceId;
  readonly place: "mine" | "door" | "shared";
  readonly on: Day;
  /** Mine, and it is offered. */
  readonly offered: VersionId | null;
  /** Mine, and it waits to be offered. */
  readonly waiting: VersionId | null;
};

/** A question for two: at the door until the answers have opened, or a round is over. */
export type QuestionCard = {
  readonly is: "question";
  readonly piece: PieceId;
  /** Its number in our decks; `null` if it cannot be opened. */
  readonly card: number | null;
  readonly mine: boolean;
  /** I put it out of my sight; nobody else knows. */
  readonly putAway: boolean;
  readonly on: Day;
  readonly view: PairedView;
};

/** A check-in of a plan: at the door until both have put in what they marked; then it is in the plan. */
export type CheckInCard = {
  readonly is: "check-in";
  readonly piece: PieceId;
  readonly plan: PieceId;
  readonly from: Day;
  readonly to: Day;
  readonly mine: boolean;
  /** I put it out of my sight; nobody else knows. */
  readonly putAway: boolean;
  readonly on: Day;
  readonly view: PairedView;
};

export type DoorCard =
  | NewerCard
  | QuestionCard
  | CheckInCard
  | {
      readonly is: "offered";
      readonly piece: PieceId;
      readonly kind: PieceKind;
      readonly title: string;
      readonly on: Day;
      readonly ended: boolean;
      /** The reader has chosen to say no. */
      readonly saidNo: boolean;
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
  | NewerCard
  | QuestionCard
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
      /** `null` if its envelope cannot be opened, and no device of mine has had it open. */
      readonly kind: PieceKind | null;
      readonly title: string;
      readonly theme: ProposalEnvelope["theme"];
      readonly agreed: number;
      /** Lines for which the other has signed words that I have not. */
      readonly theirProposals: number;
      readonly closed: boolean;
      readonly view: TogetherView;
    };

export type Card = MineCard | DoorCard | SharedCard;

/** The last version that still stands; what was taken back is gone. */
export const standing = (view: WrittenView): OfferedView | null =>
  view.versions.findLast((version) => version.state !== "taken-back") ?? null;

/** How an offer of mine stands to which nothing came but, perhaps, a no that its reader chose to tell. */
export const howItStands = ({ state, told }: OfferedView) => ({
  ended: state === "ended",
  saidNo: told?.what === "no",
});

/** What waits for me stands before what waits for the other. */
export const isMine = (card: DoorCard): boolean =>
  card.is === "offered" ||
  (card.is === "newer" ? card.offered !== null : card.is !== "waiting" && card.mine);

/** Whether something of it is still to come. */
export const isAtDoor = ({ state, round }: PairedView): boolean =>
  state.is === "answering" && round?.is !== "over";

/** The last day on which something happened to it that both know of; newest first in the lane. */
export function dayOf(card: SharedCard): Day {
  switch (card.is) {
    case "answered": {
      const last = standing(card.view);
      return last?.answer?.on ?? last?.told?.on ?? last?.on ?? "";
    }
    case "opened": {
      const last = card.view.opened.at(-1);
      return last?.takenBack?.on ?? last?.on ?? "";
    }
    case "newer":
      return card.on;
    case "together":
      return latest(card.view);
    case "question": {
      const { state } = card.view;
      if (state.is !== "opened") return card.on;
      return state.mine.on > state.theirs.on ? state.mine.on : state.theirs.on;
    }
  }
}

/** Where a piece would stand, of which this version knows no more; `null` where its envelope says enough. */
export function newerCard(view: PieceView): NewerCard | null {
  const { piece } = view;
  const card = { is: "newer", piece, offered: null, waiting: null } as const;
  if (view.mode === "paired") {
    const place = isAtDoor(view) ? "door" : "shared";
    return { ...card, place, on: view.on };
  }
  if (view.mode === "together") {
    const begun = view.state.is === "open" || view.state.is === "closed";
    return begun ? { ...card, place: "shared", on: latest(view) } : null;
  }
  if (view.role === "reader") {
    const last = view.opened.at(-1);
    return last ? { ...card, place: "shared", on: last.takenBack?.on ?? last.on } : null;
  }
  const last = standing(view);
  const waiting = view.waiting?.version ?? null;
  return view.place === "mine" || !last
    ? { ...card, place: "mine", on: "", waiting }
    : { ...card, place: view.place, on: last.on, offered: last.version, waiting };
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
