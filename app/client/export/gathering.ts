import type { Card } from "#domain/pieces/decks.ts";
import type { Refusal } from "#domain/result.ts";
import type { Hand } from "../rooms/acts.ts";
import type { Live } from "../rooms/live.ts";
import type { Scene } from "../rooms/scene.ts";
import type { Paired } from "../rooms/versions.ts";
import type { DeviceStore } from "../sync/device-store.ts";
import type { Locks } from "../sync/locks.ts";
import type { Transport } from "../sync/transport.ts";
import type { KnownGuides } from "./read-content.ts";

/** What an export is made with: whatever a tab has, so that it sees what a tab sees and no more. */
export type Gathering = {
  readonly hand: Hand;
  readonly live: Live;
  /** Words that wait on this device are in the export too. */
  readonly device: DeviceStore;
  readonly locks: Locks;
  readonly transport?: Transport;
  readonly guides: KnownGuides;
  /** A card of our decks by its number; `null` for none, and for one that is not known here. */
  readonly cardOf: (number: number | null) => Card | null;
  /** What this device keeps is enough, while the server does not answer. Never for an export. */
  readonly offlineToo?: boolean;
  /** Called after each piece. */
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

/** In pieces. */
export type Progress = { readonly done: number; readonly of: number };

/** What ends an export: what is missing then would be missing without anybody knowing it. */
export const ENDS: ReadonlySet<string> = new Set([
  "offline",
  "cancelled",
  "not-signed-in",
  "locked",
  "fault",
]);

/** Why the words of something are not there, when the export goes on without them. */
export const missingFor = ({ code }: Refusal): "forged" | "unreadable" =>
  code === "forged" || code === "other-kind" ? "forged" : "unreadable";

/** A room that has been opened and checked, as its pages are. */
export type OpenedRoom = { readonly scene: Scene; readonly paired: Paired | null };
