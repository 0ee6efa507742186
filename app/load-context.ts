import type { Accounts, Sessions } from "#domain/account.ts";
import type { RequestLimits } from "#domain/requests.ts";
import type { Consent, Rooms } from "#domain/rooms.ts";

/** What the server hands to every loader and action. A test hands over a world in memory instead. */
export type Services = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly rooms: Rooms;
  readonly consent: Consent;
  readonly limits: RequestLimits;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly services: Services;
    /** For the scripts and styles of this one answer. */
    readonly nonce: string;
    /** Where the request came from, for limits; never stored. */
    readonly address: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
