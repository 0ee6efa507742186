import type { PersonId } from "#domain/ids.ts";
import type { Clock, Randomness } from "#domain/ports.ts";
import type { NewKeys } from "../new-keys.ts";
import type { AccountStore } from "../store/accounts.ts";
import type { Limits } from "./limits.ts";
import type { OpaqueServer } from "./opaque.ts";
import type { ServerSecrets } from "./secrets.ts";
import type { SessionKeeper } from "./sessions.ts";
import type { Tickets } from "./tickets.ts";

/** What each of the account services is made of. */
export type Parts = {
  readonly store: AccountStore;
  readonly secrets: ServerSecrets;
  readonly opaque: OpaqueServer;
  readonly tickets: Tickets;
  readonly limits: Limits;
  readonly sessions: SessionKeeper;
  readonly randomness: Randomness;
  readonly clock: Clock;
  /** Leaves every room, for good, with what is this person's alone. Can be done again. */
  readonly depart: (person: PersonId) => Promise<void>;
  /** What hangs on somebody's keys in their rooms, and how all of it is replaced. */
  readonly newKeys: NewKeys;
};
