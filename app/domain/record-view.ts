import type { FormerKey } from "./consent/keys.ts";
import type { Encoded } from "./encoded.ts";
import type { LineId, PersonId, PieceId, RoomId, VersionId } from "./ids.ts";
import type { Day, StatementView, Side } from "./statement-view.ts";

/** The consent record, as it is answered over HTTP. */

/** GET /api/record/:room: the consent record, the oldest first. Filtered by piece it is a history. */
export type RecordView = {
  readonly room: RoomId;
  readonly people: readonly {
    readonly side: Side;
    readonly person: PersonId;
    readonly signingKey: Encoded;
    /** Keys that they had before, the oldest first. */
    readonly before: readonly FormerKey[];
  }[];
  readonly acts: readonly ActView[];
};

export type ActView = {
  readonly what: ActKind;
  readonly by: Side;
  readonly on: Day;
  /** `null` for an act on the room itself. */
  readonly piece: PieceId | null;
  readonly version: VersionId | null;
  readonly line: LineId | null;
  /** Of a line: the hash of its words. */
  readonly hash: Encoded | null;
  /** Only mine, and in my copy alone. */
  readonly quiet: boolean;
  /** `null` for a quiet act, and for what the clock did. */
  readonly statement: StatementView | null;
};

export type ActKind =
  | "offered"
  | "taken-back"
  | "told-opened"
  | "told-no"
  | "answered"
  | "proposed"
  | "withdrawn"
  | "accepted"
  | "line-signed"
  | "signature-taken-back"
  | "closed"
  | "reopening-asked"
  | "reopened"
  | "pair-begun"
  | "pair-opened"
  | "round-asked"
  | "round-dropped"
  | "round-begun"
  | "round-over"
  | "keys-changed"
  // quiet
  | "set-to-wait"
  | "not-sent"
  | "opened"
  | "not-now"
  | "no"
  | "put-in"
  | "taken-out"
  | "submitted"
  | "piece-deleted"
  | "paused"
  | "resumed"
  | "left"
  | "blocked";
