import type { Encoded } from "./encoded.ts";
import type { LineId, PieceId, RoundId, VersionId } from "./ids.ts";
import type { Day, StatementView, Side } from "./statement-view.ts";

/** What one person may see of a piece, as it is answered over HTTP. */

/** GET /api/versions/:version: `key` is the one wrapped for who asks. */
export type VersionView = {
  readonly version: VersionId;
  readonly piece: PieceId;
  readonly role: "author" | "reader";
  readonly ciphertext: Encoded;
  readonly key: Encoded;
};

export type PieceView = WrittenView | ReceivedView | TogetherView | PairedView;

/** A piece that I write alone. */
export type WrittenView = {
  readonly mode: "own";
  readonly role: "author";
  readonly piece: PieceId;
  /** Its key, wrapped for me alone. */
  readonly key: Encoded;
  /**
   * *mine* while nothing of it stands offered; *door* while the newest standing version has not been
   * answered; *shared* once the reader answered it, or told that it was opened. It can be written in
   * all three.
   */
  readonly place: "mine" | "door" | "shared";
  /** Every version ever offered, the oldest first. */
  readonly versions: readonly OfferedView[];
  /** An offer that waits for its time; it can be replaced by a newer one, or not sent. */
  readonly waiting: WaitingView | null;
};

export type WaitingView = {
  readonly version: VersionId;
  readonly envelope: Encoded;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly on: Day;
  readonly statement: StatementView;
};

/** The same, byte for byte, whether the version is unseen, opened, put off or refused. */
export type OfferedView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** *ended* after 30 days without an answer; it can still be taken back. */
  readonly state: "offered" | "ended" | "answered" | "taken-back";
  /** By which I took it back. It may name a newer version, with which this one went. */
  readonly takenBack: StatementView | null;
  /** What the reader chose to tell. */
  readonly told: ToldView | null;
  readonly answer: AnswerView | null;
};

export type ToldView = {
  readonly what: "opened" | "no";
  readonly on: Day;
  readonly statement: StatementView;
};

export type AnswerView = {
  readonly sealed: Encoded;
  readonly on: Day;
  readonly statement: StatementView;
};

/** A piece of the other's that is, or was, at my door. */
export type ReceivedView = {
  readonly mode: "own";
  readonly role: "reader";
  readonly piece: PieceId;
  /** The newest version, if it waits for my answer. */
  readonly door: DoorView | null;
  /** What I opened, the oldest first. */
  readonly opened: readonly OpenedView[];
};

export type DoorView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** I said *not now*. */
  readonly putOff: boolean;
};

export type OpenedView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** Since when it is taken back: its words are gone, and my device drops its copy. */
  readonly takenBack: { readonly on: Day; readonly statement: StatementView } | null;
  readonly told: ToldView | null;
  readonly answer: AnswerView | null;
};

/** A question for two: each answers alone, and both answers open in one instant. */
export type PairedView = {
  readonly mode: "paired";
  readonly piece: PieceId;
  readonly by: Side;
  readonly on: Day;
  /** Its fixed words, sealed under the room key. */
  readonly envelope: Encoded;
  readonly statement: StatementView;
  readonly state: PairedState;
  readonly round: RoundView | null;
  /** What came of every round that is over, the oldest first. */
  readonly results: readonly RoundResultView[];
};

export type PairedState =
  /** Whether the other's is in cannot be told from here. */
  | { readonly is: "answering"; readonly mine: PutInView | null }
  | {
      readonly is: "opened";
      readonly mine: OpenedAnswerView;
      readonly theirs: OpenedAnswerView;
    };

/** `version` is fetched as any other: GET /api/versions/:version. */
export type PutInView = {
  readonly version: VersionId;
  readonly on: Day;
  readonly statement: StatementView;
};

/** An answer that both can read, and what its reader said to it, if anything. */
export type OpenedAnswerView = PutInView & { readonly answer: AnswerView | null };

/** A round of blind matching. What the other submitted, or whether, never shows. */
export type RoundView =
  | {
      readonly is: "asked";
      readonly round: RoundId;
      readonly by: Side;
      readonly lines: number;
      /** Milliseconds since 1970. */
      readonly opensAt: number;
      readonly on: Day;
      /** Its hash is what `begin-round` names. */
      readonly statement: StatementView;
    }
  | {
      readonly is: "running";
      readonly round: RoundId;
      readonly lines: number;
      readonly opensAt: number;
      readonly submitted: boolean;
      readonly yeses: YesesView;
    }
  | ({ readonly is: "over" } & RoundResultView);

/** Slots that both marked alike; nothing in common and not finished are one. */
export type RoundResultView = { readonly round: RoundId; readonly common: readonly Encoded[] };

/** A piece that both write. */
export type TogetherView = {
  readonly mode: "together";
  readonly piece: PieceId;
  readonly by: Side;
  readonly on: Day;
  /** Kind and fixed theme, sealed under the room key. */
  readonly envelope: Encoded;
  /** The proposal; its hash is what `accept` names. */
  readonly statement: StatementView;
  readonly state: TogetherState;
};

export type TogetherState =
  /** By me. *ended* after 30 days; told *no* only if the other chose to tell. */
  | { readonly is: "proposed"; readonly ended: boolean; readonly told: ToldView | null }
  /** At my door. */
  | { readonly is: "offered"; readonly putOff: boolean }
  | {
      readonly is: "open";
      readonly epoch: number;
      readonly keys: readonly EpochKey[];
      readonly lines: readonly LineView[];
      readonly yeses: YesesView;
    }
  /** Read only, for both. */
  | {
      readonly is: "closed";
      readonly epoch: number;
      readonly keys: readonly EpochKey[];
      readonly lines: readonly LineView[];
      readonly yeses: YesesView;
      readonly by: Side;
      readonly on: Day;
      readonly statement: StatementView;
      readonly reopening: ReopeningView | null;
    };

/** The two yeses by which something began: who asked or proposed, and who agreed to just that. */
export type YesesView = { readonly asked: StatementView; readonly agreed: StatementView };

/** A piece's key of one epoch, under the room key. */
export type EpochKey = { readonly epoch: number; readonly sealed: Encoded };

export type ReopeningView = {
  readonly by: Side;
  readonly on: Day;
  /** Its hash is what `reopen` names. */
  readonly statement: StatementView;
};

/** What has been signed of one line. Its words are in the wordings, sealed. */
export type LineView = {
  readonly line: LineId;
  /** The wording that both signed, until both sign another or one takes their signature back. */
  readonly standing: WordingView | null;
  /** Wordings that one has signed, the oldest first. */
  readonly proposed: readonly WordingView[];
};

export type WordingView = {
  readonly hash: Encoded;
  /** One, or two with mine first. */
  readonly signatures: readonly SignatureView[];
};

export type SignatureView = {
  readonly by: Side;
  readonly on: Day;
  /** The words and their salt, as this signer sealed them: compare their hash before showing them. */
  readonly sealedWording: Encoded;
  readonly statement: StatementView;
};
