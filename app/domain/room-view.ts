import type { Pace, QuietHours } from "./consent/hours.ts";
import type { Encoded } from "./encoded.ts";
import type { InvitationId, PersonId, PieceId, RoomId } from "./ids.ts";
import type { PieceView } from "./piece-view.ts";
import type { HeadView, Day, StatementView } from "./statement-view.ts";

/** What one person may see of a room, as it is answered over HTTP. */

/** GET /api/rooms answers `{ rooms }` with these. */
export type RoomSummary = {
  readonly room: RoomId;
  readonly other: PersonId | null;
  readonly paused: boolean;
  /** I have closed my side: it is not for the list of rooms any more. */
  readonly closed: boolean;
};

/** Everything that one person may see of a room, and nothing else: GET /api/rooms/:room. */
export type RoomView = {
  readonly room: RoomId;
  readonly me: PersonId;
  /** The room key, wrapped to me; null until the two are paired. */
  readonly key: Encoded | null;
  /** My own packet, as the other got it; null until the two are paired. */
  readonly packet: Encoded | null;
  readonly other: OtherView | null;
  readonly invitation: InvitationView | null;
  readonly pause: PauseView;
  readonly pieces: readonly PieceView[];
  /**
   * How many changes of keys of both I know of. What I offer says so, and is void if there was another.
   */
  readonly keys: number;
  /** My own settings for this room; nobody else hears of them. */
  readonly settings: SettingsView;
  /** What the other did that I may see, since I last said `seen`: the oldest first. */
  readonly changes: readonly ChangeView[];
  /** Where the two chains end, so that a device can tell whether they go on from what it knows. */
  readonly heads: { readonly mine: HeadView | null; readonly theirs: HeadView | null };
};

/** The other, as the server tells it: what holds is the packet, checked under the link's secret. */
export type OtherView = {
  readonly person: PersonId;
  readonly packet: Encoded;
  readonly signingKey: Encoded;
  readonly boxKey: Encoded;
  /**
   * Their changes of keys since the packet, the oldest first, each signed by the keys before it. They hold
   * for my device once it has checked them and I have seen them, not by being here.
   */
  readonly keyChanges: readonly KeyChangeView[];
};

/** Its statement names the new keys: see `readKeyChange` in record.ts. */
export type KeyChangeView = { readonly on: Day; readonly statement: StatementView };

/** My open invitation. It does not change by being looked at, nor by a "no". */
export type InvitationView = {
  readonly invitation: InvitationId;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

export type PauseView = {
  readonly paused: boolean;
  /** My own pause; the other's is not told, nor when it ends. `until` null: until I end it. */
  readonly mine: { readonly until: number | null } | null;
  /** I left, for good, or blocked the other. The other's leaving is a pause and nothing else. */
  readonly left: "left" | "blocked" | null;
  /** It has lasted 60 days, whoever paused or left: both read the same words. */
  readonly long: boolean;
  /** It is `long`, or I left: I may close my side. */
  readonly mayClose: boolean;
  /** I have closed my side. */
  readonly closed: boolean;
};

export type SettingsView = {
  readonly quietHours: QuietHours | null;
  readonly pace: Pace;
};

/** What a change is about. `offered` and `proposed` are at my door as long as they stand here. */
export type ChangeKind =
  | "offered"
  | "proposed"
  | "taken-back"
  | "told-opened"
  | "told-no"
  | "answered"
  | "accepted"
  | "line-signed"
  | "signature-taken-back"
  | "closed"
  | "reopening-asked"
  | "reopened"
  | "pair-begun"
  | "pair-opened"
  | "round-asked"
  | "round-begun"
  | "round-over";

export type ChangeView = {
  readonly what: ChangeKind;
  readonly piece: PieceId;
  readonly on: Day;
  /** `null` for what the clock did. */
  readonly statement: StatementView | null;
};
